import { describe, expect, it } from 'vitest';
import type { Work } from '../../../src/domain/work';
import { meets, ruleOf, wordsOf } from '../matching';

const FIELDS: readonly [string, Partial<Work>, Partial<Work>][] = [
  // field, a work that states 5, works that state nothing
  ['words', { words: 5 }, {}],
  ['chapters', { chapters: { posted: 5, planned: null } }, {}],
  ['words-per-chapter', { words: 10, chapters: { posted: 2, planned: 2 } }, { words: 10 }],
  ['fandoms', { fandoms: ['a', 'b', 'c', 'd', 'e'] }, { fandoms: [] }],
  ['relationships', { relationships: ['a', 'b', 'c', 'd', 'e'] }, { relationships: [] }],
  ['characters', { characters: ['a', 'b', 'c', 'd', 'e'] }, { characters: [] }],
  ['tags', { fandoms: ['a'], relationships: ['b'], characters: ['c'], freeforms: ['d', 'e'] }, { warnings: ['none'], withheld: ['freeforms'] }],
  ['kudos', { kudos: 5 }, {}],
  ['hits', { hits: 5 }, {}],
  ['comments', { comments: 5 }, {}],
  ['bookmarks', { bookmarks: 5 }, {}],
  ['kudos-ratio', { kudos: 5, hits: 100 }, { kudos: 5 }],
];

describe.each(FIELDS)('the field %s', (field, five, absent) => {
  it.each([
    ['5', true],
    ['4', false],
    ['<6', true],
    ['<5', false],
    ['<=5', true],
    ['≤5', true],
    ['>4', true],
    ['>5', false],
    ['>=5', true],
    ['≥6', false],
    ['1-5', true],
    ['6-9', false],
    ['1, 5', true],
    ['not 5', false],
    ['not 4', true],
  ])('compares with %s', (value, met) => {
    expect(meets(`${field}: ${value}`, five)).toBe(met);
  });

  it('never matches when the page does not state it', () => {
    for (const value of ['<1000', '>=0', 'not 5', '0', '0-9']) expect(meets(`${field}: ${value}`, absent)).toBe(false);
  });

  it('says the number', () => {
    expect(wordsOf(`${field}: 5`, five)).toEqual([`${field}: 5`]);
  });
});

describe('numbers', () => {
  it('may be written with k', () => {
    expect(ruleOf('words: <10k').id).toBe('words: <10000');
    expect(ruleOf('words: 1-5k').id).toBe('words: 1000-5000');
    expect(ruleOf('words: 1.5k').id).toBe('words: 1500');
  });

  it('count none where the archive tags its works', () => {
    expect(meets('relationships: 0', { warnings: ['none'] })).toBe(true);
    expect(meets('characters: <1', { warnings: ['none'] })).toBe(true);
  });

  it('do not divide by nothing', () => {
    expect(meets('words-per-chapter: >0', { words: 10, chapters: { posted: 0, planned: 1 } })).toBe(false);
    expect(meets('kudos-ratio: >=0', { kudos: 1, hits: 0 })).toBe(false);
  });

  it('count kudos for a hundred hits', () => {
    expect(meets('kudos-ratio: <2%', { kudos: 1, hits: 100 })).toBe(true);
    expect(meets('kudos-ratio: <2', { kudos: 3, hits: 100 })).toBe(false);
  });
});
