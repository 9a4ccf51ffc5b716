import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/domain/fold-name';
import { forgetTag, learnTag, meaningOf, namesLike, readKnownTags, type KnownTags, type TagSeen } from '../../src/rules/known-tags';

const NONE = readKnownTags(undefined);
const READ = { site: 'archiveofourown.org', day: 20_000 };
const seen = (name: string, more: Partial<TagSeen> = {}): TagSeen => ({ name, canonical: name, same: [], below: [], cut: false, ...more });
const all = (): boolean => true;

describe('tags that count as the same', () => {
  it('are learnt from the page of a tag, with its day', () => {
    const known = learnTag(NONE, seen('Omegaverse', { same: ['abo'], below: ['Alphas'], cut: true }), all, READ);
    expect(known['omegaverse']).toEqual({
      name: 'Omegaverse',
      canonical: 'Omegaverse',
      same: ['abo'],
      below: ['Alphas'],
      cut: true,
      day: 20_000,
      site: 'archiveofourown.org',
      met: [],
    });
    expect(meaningOf(known, 'OMEGAVERSE')).toEqual(['abo', 'Alphas']);
  });

  it('are what a newer page says, and what was met on other pages stays', () => {
    let known = learnTag(NONE, seen('Omegaverse', { same: ['abo', 'gone'] }), all, READ);
    known = learnTag(known, seen('a/b/o', { canonical: 'Omegaverse' }), all, null);
    known = learnTag(known, seen('Omegaverse', { same: ['abo'] }), all, { ...READ, day: 20_010 });
    expect(meaningOf(known, 'Omegaverse')).toEqual(['abo', 'a/b/o']);
    expect(known['omegaverse']?.day).toBe(20_010);
  });

  it('are learnt from a heading for a rule about either tag, without a day', () => {
    const known = learnTag(NONE, seen('abo', { canonical: 'Omegaverse' }), all, null);
    expect(meaningOf(known, 'Omegaverse')).toEqual(['abo']);
    expect(meaningOf(known, 'abo')).toEqual(['Omegaverse']);
    expect(known['omegaverse']?.day).toBeNull();
  });

  it('of a synonym are the tag that it stands for and what is known of that', () => {
    let known = learnTag(NONE, seen('abo', { canonical: 'Omegaverse' }), all, READ);
    expect(meaningOf(known, 'abo')).toEqual(['Omegaverse']);
    known = learnTag(known, seen('Omegaverse', { same: ['abo', 'A/B/O'], below: ['Alphas'] }), all, READ);
    expect(meaningOf(known, 'abo')).toEqual(['Omegaverse', 'A/B/O', 'Alphas']);
  });

  it('are learnt only as far as somebody wants to know', () => {
    const wanted = (name: string): boolean => name === 'omegaverse';
    expect(learnTag(NONE, seen('Fluff', { same: ['fluffy'] }), wanted, READ)).toBe(NONE);
    const known = learnTag(NONE, seen('abo', { canonical: 'Omegaverse' }), wanted, READ);
    expect(Object.keys(known)).toEqual(['omegaverse']);
    expect(learnTag(known, seen('abo', { canonical: 'Omegaverse' }), wanted, null)).toBe(known);
  });

  it('can be forgotten', () => {
    expect(Object.keys(forgetTag(learnTag(NONE, seen('Omegaverse'), all, READ), 'omegaVERSE'))).toEqual([]);
  });

  it('are read as an older version kept them, and as nothing from anything else', () => {
    expect(meaningOf(readKnownTags({ omegaverse: { names: ['abo', 'Alphas'], day: 5, cut: false } }), 'Omegaverse')).toEqual(['abo', 'Alphas']);
    for (const value of [null, 'x', 7, [], { a: null }, { a: 5 }, { a: { same: 'x', below: [1, null] } }])
      expect(meaningOf(readKnownTags(value), 'a')).toEqual([]);
  });

  it('may have any name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('__proto__', 'constructor', 'toString').chain((odd) => fc.constantFrom(odd, `${odd} x`)),
        fc.string({ minLength: 1 }),
        (name, other) => {
          const known: KnownTags = learnTag(NONE, seen(name, { same: [other] }), all, READ);
          expect(meaningOf(readKnownTags(JSON.parse(JSON.stringify({ ...known }))), name)).toEqual(foldName(other) === foldName(name) ? [] : [other]);
          expect(meaningOf(NONE, name)).toEqual([]);
        },
      ),
    );
  });
});

describe('names like one that was typed', () => {
  it('are the near ones among those that were met, the nearest first', () => {
    expect(namesLike('Omegavrese', ['Fluff', 'Omegaverse', 'Omegaverses', 'Omega Verse', 'Angst'])).toEqual(['Omegaverse', 'Omegaverses', 'Omega Verse']);
  });

  it('are none where nothing is near, and never the name itself', () => {
    expect(namesLike('Omegaverse', ['omegaverse', 'Fluff'])).toEqual([]);
    expect(namesLike('Angst', [])).toEqual([]);
  });
});
