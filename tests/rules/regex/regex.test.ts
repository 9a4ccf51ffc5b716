import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matcher, OutOfSteps } from '../../../src/rules/regex/matcher';
import { checkSize, makeProgram } from '../../../src/rules/regex/program';
import { requiredTexts } from '../../../src/rules/regex/required';
import { BadRegex, readRegexSyntax } from '../../../src/rules/regex/syntax';

const matcherOf = (source: string, caseSensitive = false) => new Matcher(makeProgram(readRegexSyntax(source)), caseSensitive);
const matches = (source: string, text: string, caseSensitive = false): boolean => matcherOf(source, caseSensitive).endOfMatch(text, { steps: 1e7 }) >= 0;

function refusal(source: string): string | null {
  try {
    checkSize(readRegexSyntax(source));
    return null;
  } catch (error) {
    if (error instanceof BadRegex) return error.code;
    throw error;
  }
}

describe('expressions', () => {
  it.each([
    ['abc', 'xABCx', true],
    ['abc', 'ab', false],
    ['^abc$', 'abc', true],
    ['^abc$', 'abcd', false],
    ['a|b|c', 'xxc', true],
    ['(?:non|dub)[ -]?con', 'Dub-Con', true],
    ['(?<name>a)b', 'ab', true],
    ['colou?r', 'color', true],
    ['a{2,3}b', 'ab', false],
    ['a{2,3}b', 'aaaab', true],
    ['^a{2}$', 'aaa', false],
    ['^(a|b){2,}$', 'abab', true],
    ['a+?b', 'aab', true],
    ['\\bcaf\\b', 'café', false],
    ['\\bcafé\\b', 'un café noir', true],
    ['\\w+ \\d', 'naïve 5', true],
    ['\\p{Lu}', 'a', true],
    ['[^a]', 'a', false],
    ['[\\w-]+x', 'é-x', true],
    ['\\u{1F600}', '😀', true],
    ['^.$', '😀', true],
    ['\\x41', 'A', true],
    ['a\\.b', 'axb', false],
    ['', '', true],
    ['\\Bb', 'ab', true],
    ['ſ', 'S', true],
    ['(a*)*b', 'aaaa', false],
    ['(|a)+$', 'x', true],
  ])('/%s/ on %j is %s', (source, text, met) => {
    expect(matches(source, text)).toBe(met);
  });

  it('look at case only when told to', () => {
    expect(matches('Abc', 'aBC')).toBe(true);
    expect(matches('Abc', 'aBC', true)).toBe(false);
    expect(matches('[A-C]x', 'bx', true)).toBe(false);
  });

  it.each([
    ['(?=a)', 'regex_look_around'],
    ['(?!a)', 'regex_look_around'],
    ['(?<=a)', 'regex_look_around'],
    ['(?<!a)', 'regex_look_around'],
    ['(a)\\1', 'regex_back_reference'],
    ['(?<x>a)\\k<x>', 'regex_back_reference'],
    ['(a', 'regex_syntax'],
    ['a)', 'regex_syntax'],
    ['*a', 'regex_syntax'],
    ['a**', 'regex_syntax'],
    ['[a', 'regex_syntax'],
    ['[z-a]', 'regex_syntax'],
    ['a{3,2}', 'regex_syntax'],
    ['\\', 'regex_syntax'],
    ['\\q', 'regex_syntax'],
    ['\\p{Nonsense}', 'regex_syntax'],
    ['(?i)a', 'regex_syntax'],
    ['^*', 'regex_syntax'],
    ['(x{1,1000}){1,1000}', 'regex_too_large'],
    ['((){9999}){9999}', 'regex_too_large'],
    ['(((((a{9}){9}){9}){9}){9}){9}', 'regex_too_large'],
    ['('.repeat(60) + ')'.repeat(60), 'regex_too_large'],
  ])('/%s/ is refused: %s', (source, code) => {
    expect(refusal(source)).toBe(code);
  });

  it('match like those of JavaScript', () => {
    const letters = fc.stringMatching(/^[aAbcé1 ]{0,9}$/);
    const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', ' ', '1', 'A', 'é', '^', '$', '\\p{L}', '(?:a|bc)', '(?:a|)', '(a?b)', '(?:c|d)');
    const sign = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '*?');
    const source = fc
      .array(
        fc.tuple(atom, sign).map(([one, times]) => (/^[\^$]$/.test(one) ? one : one + times)),
        { maxLength: 6 },
      )
      .chain((parts) => fc.constantFrom(parts.join(''), `(${parts.join('')})|b${parts[0] ?? ''}`, `(?:${parts.join('')})+a`));
    fc.assert(
      fc.property(source, fc.array(letters, { minLength: 1, maxLength: 4 }), (one, texts) => {
        const native = new RegExp(one, 'isu');
        const ours = matcherOf(one);
        for (const text of texts) expect([text, ours.endOfMatch(text, { steps: 1e7 }) >= 0]).toEqual([text, native.test(text)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('end where the first match ends', () => {
    expect(matcherOf('b+').endOfMatch('aabbb', { steps: 1000 })).toBe(3);
    expect(matcherOf('b').endOfMatch('xx', { steps: 1000 })).toBe(-1);
  });
});

describe('the steps of an expression', () => {
  const HOSTILE = [
    '(a+)+$',
    '(a|a)*b',
    '(a|aa)+$',
    '(x{1,30}){1,10}',
    '[ab]*a[ab]{300}c',
    '(.*a){20}',
    '(.*)*(.*)*(.*)*z',
    '(a?){100}a{100}',
    '\\p{L}{200}.*\\p{N}',
  ];
  const TEXTS = ['a'.repeat(5000), 'ab'.repeat(2500), Array.from({ length: 5000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')];

  it.each(HOSTILE)('grow with the text and not faster: /%s/', (source) => {
    for (const text of TEXTS) {
      const used = (length: number): number => {
        const budget = { steps: 1e9 };
        matcherOf(source).endOfMatch(`${text.slice(0, length)}\n`, budget);
        return 1e9 - budget.steps;
      };
      expect(used(5000)).toBeLessThan(6 * used(1250) + 200_000);
    }
  });

  it('are not exceeded by more than one character takes', () => {
    for (const source of HOSTILE) {
      for (const text of TEXTS) {
        const budget = { steps: 1000 };
        try {
          matcherOf(source).endOfMatch(text, budget);
        } catch (error) {
          expect(error).toBeInstanceOf(OutOfSteps);
        }
        expect(budget.steps).toBeGreaterThan(-30_000);
      }
    }
  });
});

describe('letters that every match contains', () => {
  const required = (source: string) => requiredTexts(readRegexSyntax(source));

  it('are found in what is repeated, chosen and joined', () => {
    expect(required('omega(verse)?')).toEqual([['omega', 'omegaverse']]);
    expect(required('(?:non|dub)[ -]?con')).toEqual([['con'], ['non', 'dub']]);
    expect(required('\\bAngst\\b.*\\bdeath')).toEqual([['angst'], ['death']]);
    expect(required('n[o0]n')).toEqual([['non', 'n0n']]);
    expect(required('(abc)+')).toEqual([['abc']]);
  });

  it('are none where there are none', () => {
    for (const source of ['.*', '\\d+', '(abc)?', 'abc|', 'x', '(abc|.)', '[^a]bc?', 'é']) expect(required(source)).toEqual([]);
  });

  it('are in every text that matches', () => {
    const source = fc.stringMatching(/^(a|b|[ab]|c\?|d|e|\.|\(ab\|cd\)|f\+|g\{2\}){1,8}$/);
    fc.assert(
      fc.property(source, fc.stringMatching(/^[abcdefgAB -]{0,14}$/), (one, text) => {
        if (!matches(one, text)) return;
        for (const set of required(one)) expect(set.some((letters) => text.toLowerCase().includes(letters))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
