import { describe, expect, it } from 'vitest';
import type { Work } from '../../../src/domain/work';
import { compileRules } from '../../../src/rules/compile';
import { judge } from '../../../src/rules/judge';
import { aWork, CONTEXT, meets, storedOf, wordsOf } from '../matching';

const FIELDS: readonly [string, (names: string[]) => Partial<Work>][] = [
  ['fandom', (fandoms) => ({ fandoms })],
  ['relationship', (relationships) => ({ relationships })],
  ['character', (characters) => ({ characters })],
  ['freeform', (freeforms) => ({ freeforms })],
  ['recipient', (recipients) => ({ recipients })],
  ['collection', (collections) => ({ collections })],
  ['genre', (genres) => ({ genres })],
  ['series', (titles) => ({ series: titles.map((title, index) => ({ id: String(index), title, position: 1 })) })],
  [
    'bookmark-tag',
    (tags) => ({ bookmark: { id: '1', bookmarker: null, tags, collections: [], notes: null, date: null, private: false, rec: false, own: false } }),
  ],
];

describe.each(FIELDS)('the field %s', (field, stating) => {
  it('matches a whole name and quotes it as the page spells it', () => {
    expect(wordsOf(`${field}: "fluff and humor"`, stating(['Angst', 'Fluff and Humor']))).toEqual(['Fluff and Humor']);
  });

  it('does not match a part of a name', () => {
    expect(meets(`${field}: "Fluff"`, stating(['Fluff and Humor']))).toBe(false);
    expect(meets(`${field}: "Fluff and Humor"`, stating(['Fluff']))).toBe(false);
  });

  it('does not match when nothing is stated, whatever the operator', () => {
    expect(meets(`${field}: Fluff`, stating([]))).toBe(false);
    expect(meets(`${field}: not Fluff`, stating([]))).toBe(false);
    expect(meets(`${field}: *`, stating([]))).toBe(false);
  });

  it('matches in odd case, with other quotes and accents', () => {
    expect(meets(`${field}: "DON'T CAFE"`, stating(['Don’t Café']))).toBe(true);
    expect(meets(`${field}: "Cafe\u0301"`, stating(['Café']))).toBe(true);
  });

  it('inverts among what is stated', () => {
    expect(meets(`${field}: not Fluff`, stating(['Angst']))).toBe(true);
    expect(meets(`${field}: not Fluff, Angst`, stating(['Angst']))).toBe(false);
    expect(meets(`${field}: not Fluff`, stating(['Angst', 'Fluff']))).toBe(false);
  });

  it('takes a star for any run of characters, also none', () => {
    expect(meets(`${field}: "Omega*"`, stating(['Omegaverse']))).toBe(true);
    expect(meets(`${field}: "Omega*"`, stating(['Omega']))).toBe(true);
    expect(meets(`${field}: "Omega*"`, stating(['Beta Omegaverse']))).toBe(false);
    expect(meets(`${field}: "*noncon"`, stating(['Past NonCon']))).toBe(true);
    expect(meets(`${field}: "*Fix*"`, stating(['Prefix it']))).toBe(true);
    expect(meets(`${field}: "ab*ab"`, stating(['ab']))).toBe(false);
    expect(meets(`${field}: "a*b"`, stating(['xx b then a then b']))).toBe(false);
  });

  it('matches an expression anywhere in the name as written', () => {
    expect(meets(`${field}: /slow.?burn/`, stating(['Very SLOW Burn']))).toBe(true);
    expect(meets(`${field}: /slow.?burn/c`, stating(['Very SLOW Burn']))).toBe(false);
    expect(meets(`${field}: /^burn/`, stating(['Slow Burn']))).toBe(false);
  });

  it('is not impressed by names of object members', () => {
    expect(meets(`${field}: "constructor"`, stating(['__proto__']))).toBe(false);
    expect(meets(`${field}: "__proto__"`, stating(['__proto__']))).toBe(true);
  });
});

describe('names with signs', () => {
  it.each([
    'J. K. Rowling',
    'What If?',
    'LGBTQ+',
    'A & B',
    'Hurt/Comfort',
    '5+1 Things',
    '#DickGraysonProtectionSquad',
    '(past!)',
    "Howard Stark's A+ Parenting",
    'A',
    '女兒',
    'Avatar: The Last Airbender',
    '"let me in"',
  ])('are ordinary names: %s', (name) => {
    expect(meets(`tag: "${name.replaceAll('"', '\\"')}"`, { freeforms: [name] })).toBe(true);
    expect(meets(`tag: "${name.replaceAll('"', '\\"')}"`, { freeforms: [`${name} x`] })).toBe(false);
  });

  it('match a star that is meant literally only when it is escaped', () => {
    expect(meets('series: "a\\*b"', { series: [{ id: '1', title: 'a*b', position: 1 }] })).toBe(true);
    expect(meets('series: "a\\*b"', { series: [{ id: '1', title: 'axb', position: 1 }] })).toBe(false);
  });
});

describe('names by meaning', () => {
  it('leave out the suffix that tells the kind', () => {
    expect(meets('relationship: 橹穆', { relationships: ['橹穆 - Relationship'] })).toBe(true);
    expect(meets('character: cameos', { characters: ['cameos - Character'] })).toBe(true);
    expect(meets('character: "cameos - Character"', { characters: ['cameos - Character'] })).toBe(true);
    expect(meets('character: cameos', { characters: ['cameos - sort of'] })).toBe(false);
  });

  it('are either half of an alias or the whole', () => {
    const stated = { characters: ['Charlie Magne | Morningstar'] };
    expect(meets('character: "Charlie Magne"', stated)).toBe(true);
    expect(meets('character: Morningstar', stated)).toBe(true);
    expect(meets('character: "Charlie Magne | Morningstar"', stated)).toBe(true);
    expect(meets('character: Magne', stated)).toBe(false);
    expect(meets('character: "Morning*"', stated)).toBe(true);
  });

  it('keep the suffix of a fandom', () => {
    expect(meets('fandom: "Teen Wolf"', { fandoms: ['Teen Wolf (TV)'] })).toBe(false);
    expect(meets('fandom: "Teen Wolf (TV)"', { fandoms: ['Teen Wolf (TV)'] })).toBe(true);
  });

  it('include what the archive lists as the same tag when the reader asks for it', () => {
    const synonyms = (name: string): string[] => (name === 'Scat' ? ['Implied Scat', 'Coprophilia'] : []);
    const judged = (line: string) => judge(compileRules([storedOf(line)], [], { synonyms }), aWork({ freeforms: ['Coprophilia'] }), CONTEXT).action;
    expect(judged('fold tag: Scat synonyms')).toBe('fold');
    expect(judged('fold tag: Scat')).toBe('show');
  });
});

describe('positions', () => {
  const stated = { relationships: ['A/B', 'C/D', 'E/F'], characters: ['A', 'B', 'C'] };

  it('look at the tags there and nowhere else', () => {
    expect(meets('relationship[1]: "B/A"', stated)).toBe(true);
    expect(meets('relationship[1]: "C/D"', stated)).toBe(false);
    expect(meets('relationship[2-3]: "E/F"', stated)).toBe(true);
    expect(meets('character[1-2]: C', stated)).toBe(false);
    expect(meets('character[1-5]: C', stated)).toBe(true);
  });

  it('state nothing beyond the last tag', () => {
    expect(meets('relationship[9]: not "A/B"', stated)).toBe(false);
    expect(meets('relationship[1]: not "X/Y"', stated)).toBe(true);
  });
});

describe('the field tag', () => {
  it('means any kind of tag, open or closed', () => {
    for (const stated of [{ fandoms: ['X'] }, { relationships: ['X'] }, { characters: ['X'] }, { freeforms: ['X'] }, { otherTags: ['X'] }, { genres: ['X'] }])
      expect(meets('tag: X', stated)).toBe(true);
    expect(wordsOf('tag: "Major Character Death"', { warnings: ['death'] })).toEqual(['Major Character Death']);
    expect(meets('tag: Explicit', { ratings: ['explicit'] })).toBe(true);
    expect(meets('tag: F/F', { categories: ['ff', 'mm'] })).toBe(true);
    expect(meets('tag: "*Death*"', { warnings: ['death'] })).toBe(true);
  });

  it('knows every name that a warning has had', () => {
    for (const name of ['Choose Not To Use Archive Warnings', 'Creator Chose Not To Use Archive Warnings', 'author chose not to use archive warnings'])
      expect(meets(`tag: "${name}"`, { warnings: ['cntw'] })).toBe(true);
    expect(meets('tag: Underage', { warnings: ['underage'] })).toBe(true);
    expect(meets('tag: "Underage Sex"', { warnings: ['underage'] })).toBe(true);
  });

  it('takes short words for tags of that name and not for a warning', () => {
    expect(meets('tag: death', { warnings: ['death'] })).toBe(false);
    expect(meets('tag: Death', { freeforms: ['death'] })).toBe(true);
  });

  it('leaves the tags of a bookmarker alone', () => {
    const bookmark = { id: '1', bookmarker: null, tags: ['Fluff'], collections: [], notes: null, date: null, private: false, rec: false, own: false };
    expect(meets('tag: Fluff', { kind: 'bookmark', bookmark })).toBe(false);
  });

  it('does not take a freeform for the warning of a similar name', () => {
    expect(meets('warning: non-con', { freeforms: ['Past Rape/Non-con'], warnings: ['none'] })).toBe(false);
  });
});

describe('the field pairing', () => {
  it('is one of FanFiction.net only', () => {
    expect(meets('pairing: "B/A"', { relationships: ['A/B'] }, { archive: 'fanfiction-net' })).toBe(true);
    expect(meets('pairing: "B/A"', { relationships: ['A/B'] }, { archive: 'ao3' })).toBe(false);
    expect(meets('pairing: not "X/Y"', { relationships: ['A/B'] }, { archive: 'ao3' })).toBe(false);
  });
});
