import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meets } from '../matching';

const is = (value: string, tag: string): boolean => meets(`relationship: "${value}"`, { relationships: [tag] });

describe('relationships', () => {
  it('match in any order', () => {
    expect(is('Snape/Lily', 'Lily/Snape')).toBe(true);
    expect(is('C/A/B', 'A/B/C')).toBe(true);
    expect(is('Kirk & Spock', 'Spock & Kirk')).toBe(true);
  });

  it('keep romance and friendship apart', () => {
    expect(is('A/B', 'A & B')).toBe(false);
    expect(is('A & B', 'A/B')).toBe(false);
  });

  it('are whole: neither a part nor more', () => {
    expect(is('A/B', 'A/B/C')).toBe(false);
    expect(is('A/B/C', 'A/B')).toBe(false);
    expect(is('A/A', 'A/B')).toBe(false);
  });

  it('take A/* for any romance with A, also of three', () => {
    expect(is('A/*', 'B/A')).toBe(true);
    expect(is('A/*', 'C/A/B')).toBe(true);
    expect(is('A/*', 'B/C')).toBe(false);
    expect(is('A/*', 'A & B')).toBe(false);
    expect(is('A/*', 'A')).toBe(false);
    expect(is('*/Reader', 'Reader/Loki (Marvel)')).toBe(true);
    expect(is('*/You', 'Loki/You')).toBe(true);
    expect(is('A & *', 'B & A')).toBe(true);
    expect(is('A/B/*', 'B/C/A')).toBe(true);
    expect(is('A/B/*', 'A/B')).toBe(false);
  });

  it('take stars inside a partner', () => {
    expect(is('Harry*/*Malfoy', 'Draco Malfoy/Harry Potter')).toBe(true);
    expect(is('Harry*/*Malfoy', 'Harry Potter/Harry Styles')).toBe(false);
    expect(is('a*/a*', 'ab/xy')).toBe(false);
  });

  it('let the reader leave out a closing fandom', () => {
    expect(is('Vi/Caitlyn', 'Caitlyn/Vi (League of Legends)')).toBe(true);
    expect(is('Caitlyn/Vi (League of Legends)', 'Caitlyn/Vi (League of Legends)')).toBe(true);
    expect(is('Vi/Caitlyn (League of Legends)', 'Caitlyn/Vi (League of Legends)')).toBe(true);
    expect(is('Caitlyn/Vi (Arcane)', 'Caitlyn/Vi (League of Legends)')).toBe(false);
    expect(is('Sans/Frisk', 'Frisk (Undertale)/Sans (Undertale)')).toBe(true);
  });

  it('know partners by either name of an alias', () => {
    const tag = 'Charlie Magne | Morningstar/Vaggie';
    expect(is('Vaggie/Morningstar', tag)).toBe(true);
    expect(is('Vaggie/Charlie Magne', tag)).toBe(true);
    expect(is('Charlie Magne | Morningstar/Vaggie', tag)).toBe(true);
    expect(is('Tubbo & TommyInnit', 'Toby Smith | Tubbo & TommyInnit')).toBe(true);
    expect(is('Tubbo/*', 'Toby Smith | Tubbo/Someone')).toBe(true);
  });

  it('without separators are names', () => {
    expect(is('Vox x Destinee(OC)', 'Vox x Destinee(OC)')).toBe(true);
    expect(is('*briefly', '- briefly')).toBe(true);
    expect(is('Nepeta Leijon*', 'Nepeta Leijon♦Equius Zahhak')).toBe(true);
  });

  it('with odd separators are compared as written', () => {
    expect(is('A//B', 'A//B')).toBe(true);
    expect(is('/', '/')).toBe(true);
  });

  it('match in every order of their partners', () => {
    const partner = fc.stringMatching(/^[a-z]{1,5}( [a-z]{1,4})?$/);
    fc.assert(
      fc.property(fc.uniqueArray(partner, { minLength: 2, maxLength: 5 }), fc.nat(), (partners, seed) => {
        const turned = [...partners.slice(seed % partners.length), ...partners.slice(0, seed % partners.length)].reverse();
        return is(partners.join('/'), turned.join('/')) && is(`${partners[0]}/*`, turned.join('/'));
      }),
      { numRuns: 200 },
    );
  });

  it('of any length are read at once, and match as written', () => {
    const tag = `${'a/'.repeat(100_000)}b`;
    expect(is('a/b', tag)).toBe(false);
    expect(is('a/*', tag)).toBe(true);
    expect(is('*/b', tag)).toBe(true);
    expect(is('b/*', tag)).toBe(false);
  });

  it('with very many aliases take no longer for it and match as written', () => {
    const tag = Array.from({ length: 20 }, (_, i) => `a${i} | b${i} | c${i}`).join('/');
    expect(is(tag, tag)).toBe(true);
    expect(is('a0/*', tag)).toBe(true);
  });
});
