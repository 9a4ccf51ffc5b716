import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/domain/fold-name';

describe('folding of names', () => {
  it.each([
    ['case', 'FLUFF', 'fluff'],
    ['accents, composed and not', 'Café', 'Cafe\u0301'],
    ['accents, typed and left out', 'Flúff', 'fluff'],
    ['white space around and inside', '  Slow \u00a0 Burn\t', 'slow burn'],
    ['curly and straight apostrophes', 'Don’t', "Don't"],
    ['an acute accent used as an apostrophe', 'don´t', "don't"],
    ['curly and straight quotes', '“Yes”', '"yes"'],
    ['dashes and hyphens', 'Non—Con', 'non-con'],
    ['the ellipsis', 'Wait…', 'wait...'],
    ['full-width forms', 'ＡＢＣ　１', 'abc 1'],
    ['half-width kana', 'ｶﾞ', 'ガ'],
    ['zero-width characters', 'gr\u200bape\ufeff', 'grape'],
    ['variation selectors', '❤️', '❤'],
    ['sharp s', 'Straße', 'STRASSE'],
    ['both sigmas', 'ΟΔΟΣ', 'οδος'],
    ['ligatures', 'ﬁc', 'fic'],
    ['the capital I with a dot', 'İstanbul', 'istanbul'],
  ])('takes names for one that differ by %s', (_, one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it.each([
    ['a letter without its dot', 'ı', 'i'],
    ['sound marks of kana', 'か', 'が'],
    ['different signs', 'A/B', 'A & B'],
    ['single and double quotes', "'a'", '"a"'],
    ['a space', 'noncon', 'non con'],
  ])('keeps names apart that differ by %s', (_, one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => foldName(foldName(name)) === foldName(name)),
      { numRuns: 3000 },
    );
  });

  it('does not depend on the form in which a name arrives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => foldName(name.normalize('NFD')) === foldName(name.normalize('NFC'))),
      { numRuns: 3000 },
    );
  });
});
