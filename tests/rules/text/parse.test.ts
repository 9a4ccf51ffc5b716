import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromStored, parseRule } from '../../../src/rules/text/parse';
import { printRule, toStored } from '../../../src/rules/text/print';
import { ERROR_CODES, nearest } from '../../../src/rules/text/read-error';
import { anyLine } from '../any-rule';
import { ruleOf } from '../matching';

describe('lines that can be read', () => {
  it.each([
    ['values may have several words', 'tag: Major Character Death', 'tag: "Major Character Death"'],
    ['connecting words belong to a value when no field follows', 'tag: Hurt and Comfort', 'tag: "Hurt and Comfort"'],
    ['colons belong to a value when no field precedes', 'fandom: Star Wars: The Clone Wars', 'fandom: "Star Wars: The Clone Wars"'],
    ['last words are modifiers only at the end', 'tag: strict parents', 'tag: "strict parents"'],
    ['a modifier can be a value', 'tag: strict', 'tag: "strict"'],
    ['not can be a value', 'tag: not', 'tag: "not"'],
    ['quotes may be curly', 'tag: “Slow Burn”', 'tag: "Slow Burn"'],
    ['quotes may be mixed', 'tag: “Slow Burn"', 'tag: "Slow Burn"'],
    ['curly quotes inside straight ones are text', 'tag: "say “hi”"', 'tag: "say “hi”"'],
    ['fields may be written in any case', 'Tag: x', 'tag: "x"'],
    ['spaces do not matter', '  tag :x ,y  and  words :< 5 ', 'tag: "x", "y" and words: <5'],
    ['a hash inside a word is no comment', 'tag: C# # language', 'tag: "C#"'],
    ['a comma may be followed directly', 'tag: a,b', 'tag: "a", "b"'],
    ['parts of a value in quotes may have commas', 'title: "a, b"', 'title: "a, b"'],
    ['unless may be repeated', 'tag: a unless tag: b unless tag: c', 'tag: "a" unless tag: "b" or tag: "c"'],
    ['a slash in a class does not end an expression', 'tag: /[/]x/, y', 'tag: "y", /[/]x/'],
    ['a comma belongs to an expression', 'tag: /a{1,2}/', 'tag: /a{1,2}/'],
    [
      'colons and commas may be full-width',
      'tag：甲，“乙”，/丙/ and rating：explicit unless fandom： 丁',
      'rating: explicit and tag: "乙", "甲", /丙/ unless fandom: "丁"',
    ],
    ['full-width colons may follow a position', 'relationship[1]：甲/乙', 'relationship[1]: "甲/乙"'],
  ])('%s', (_, line, id) => {
    expect(ruleOf(line).id).toBe(id);
  });

  it('have their modifiers in any order', () => {
    expect(ruleOf('hide tag: x until: 2027-01-31 off reason: none note: "why\\n\\"so\\"" strict list: "My list" # comment')).toEqual({
      id: 'tag: "x"',
      list: 'My list',
      action: 'hide',
      when: [{ field: 'tag', values: [{ type: 'name', text: 'x' }] }],
      unless: [],
      reason: 'none',
      note: 'why\n"so"',
      strict: true,
      off: true,
      until: '2027-01-31',
    });
  });

  it('have modifiers with full-width colons', () => {
    expect(ruleOf('fold tag：x reason：none until： 2027-01-31')).toMatchObject({ id: 'tag: "x"', reason: 'none', until: '2027-01-31' });
  });

  it('name the colour of their frame either way, and keep it when printed', () => {
    expect(ruleOf('highlight tag: x color: Blue').colour).toBe('blue');
    const rule = ruleOf('highlight tag: x colour: GREEN strict');
    expect([rule.id, rule.colour, printRule(rule)]).toEqual(['tag: "x"', 'green', 'highlight tag: x strict colour: green']);
    expect(toStored(rule)).toEqual({ id: 'tag: "x"', action: 'highlight', strict: true, colour: 'green' });
    expect(fromStored(toStored(rule))).toEqual({ ok: true, rule });
  });

  it('take action and list from their surroundings', () => {
    const parsed = parseRule('tag: x', { action: 'hide', list: 'spoilers' });
    expect(parsed.ok && [parsed.rule.action, parsed.rule.list]).toEqual(['hide', 'spoilers']);
    expect(ruleOf('tag: x')).toMatchObject({ action: 'fold', list: 'mine' });
  });
});

describe('lines that cannot be read', () => {
  it.each([
    ['', 'no_condition', 1],
    ['fold', 'no_condition', 5],
    ['fold strict', 'unknown_field', 6],
    ['fold unless tag: x', 'no_condition', 6],
    ['hde tag: x', 'unknown_action', 1],
    ['fold tagg: x', 'unknown_field', 6],
    ['fold tag x', 'missing_colon', 10],
    ['fold tag:', 'missing_value', 10],
    ['fold tag: ""', 'missing_value', 11],
    ['fold tag: "\u200b"', 'missing_value', 11],
    ['fold tag: a,', 'missing_value', 13],
    ['fold tag: a, , b', 'missing_value', 14],
    ['fold tag: #x', 'missing_value', 11],
    ['fold tag: "x', 'quote_not_closed', 11],
    ["fold tag: 'x'", 'single_quotes', 11],
    ['fold tag: say "hi"', 'value_needs_quotes', 15],
    ['fold tag: "a" b', 'stray_text', 11],
    ['fold tag: x rating: explicit', 'missing_and', 13],
    ['fold tag: x raiting: explicit', 'missing_and', 13],
    ['fold tag: x or tag: y', 'or_needs_unless', 13],
    ['fold tag: x unless tag: y and tag: z', 'and_after_unless', 27],
    ['fold tag: x and', 'no_condition', 16],
    ['fold tag: x and foo: y', 'unknown_field', 17],
    ['fold rating: explict', 'unknown_value', 14],
    ['fold theme: rape', 'unknown_value', 13],
    ['fold words: many', 'not_a_number', 13],
    ['fold words: <1,000', 'number_with_comma', 13],
    ['fold words: <1，000', 'number_with_comma', 13],
    ['fold tag: x rating：explicit', 'missing_and', 13],
    ['fold tag：，', 'missing_value', 10],
    ['fold words: 5-2', 'range_reversed', 13],
    ['fold updated: 2020-02-30', 'not_a_date', 15],
    ['fold updated: 2021..2019', 'range_reversed', 15],
    ['fold work: abc', 'not_a_work', 12],
    ['fold rating: /x/', 'regex_not_here', 14],
    ['fold tag: /x', 'regex_not_closed', 11],
    ['fold tag: /x/g', 'regex_flag', 11],
    ['fold tag: /(x/', 'regex_syntax', 12],
    ['fold tag: /a(?=b)/', 'regex_look_around', 13],
    ['fold tag: /(a)\\1/', 'regex_back_reference', 15],
    ['fold tag: /(a{1,900}){1,900}/', 'regex_too_large', 12],
    ['fold title: x synonyms', 'synonyms_not_here', 13],
    ['fold rating[1]: explicit', 'position_not_here', 12],
    ['fold character[0]: x', 'bad_position', 15],
    ['fold character[3-1]: x', 'bad_position', 15],
    ['fold tag: x strict strict', 'repeated_part', 20],
    ['fold tag: x reason: loud', 'unknown_value', 21],
    ['fold tag: x until: soon', 'not_a_date', 20],
    ['highlight tag: x colour: #f00', 'unknown_value', 26],
    ['highlight tag: x colour: blue color: rose', 'repeated_part', 31],
    ['fold tag: x note:', 'missing_value', 18],
    [`fold tag: ${'x'.repeat(1001)}`, 'value_too_long', 11],
    [`fold tag: ${'x'.repeat(20_000)}`, 'line_too_long', 20_001],
  ])('%s', (line, code, column) => {
    expect(parseRule(line, { line: 7 })).toMatchObject({ ok: false, error: { code, line: 7, column } });
  });

  it('say what was found and what is meant', () => {
    expect(parseRule('hde tag: x')).toMatchObject({ error: { found: 'hde', suggestion: 'hide' } });
    expect(parseRule('fold tagg: x')).toMatchObject({ error: { found: 'tagg', suggestion: 'tag' } });
    expect(parseRule('fold rating: explict')).toMatchObject({
      error: { found: 'explict', suggestion: 'explicit', expected: expect.arrayContaining(['explicit']) },
    });
    expect(parseRule('fold words: <1,000')).toMatchObject({ error: { suggestion: '<1000' } });
    expect(parseRule('fold tag: #x')).toMatchObject({ error: { suggestion: '"#x"' } });
    expect(parseRule('fold tag: x raiting: explicit')).toMatchObject({ error: { suggestion: 'and rating:' } });
  });

  it('never throw and never hang', () => {
    fc.assert(
      fc.property(anyLine, (line) => typeof parseRule(line).ok === 'boolean'),
      { numRuns: 5000 },
    );
  });
});

describe('a line as long as it may be', () => {
  const spaces = ' '.repeat(19_000);

  // Looking far ahead from every word would take longer than the test may.
  it.each([
    ['spaces in the name of a creator', `creator: a${spaces}b`, 1],
    ['words that could be flags', `tag: x ${'off '.repeat(4800)}y`, 50],
    ['flags of synonyms', `tag: x synonyms ${'strict '.repeat(2700)}y`, 100],
    ['spaces after what could be a field', `tag: a b${spaces}c`, 500],
    ['spaces after what could be a condition', `tag: x and${spaces}tag`, 500],
    ['values', `tag: ${'a, '.repeat(6300)}b`, 20],
    ['conditions', `${'tag: a and '.repeat(1700)}tag: b`, 20],
    ['escapes in quotes', `tag: "${'\\"'.repeat(9500)}"`, 100],
  ])('does not keep anybody waiting: %s', (_, line, times) => {
    for (let i = 0; i < times; i++) expect(typeof parseRule(`fold ${line}`).ok).toBe('boolean');
  });
});

describe('the codes of errors', () => {
  it('have words each', () => {
    const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<string, unknown>;
    expect(ERROR_CODES.filter((code) => !Object.hasOwn(messages, `rule_error_${code}`))).toEqual([]);
  });
});

describe('the nearest word', () => {
  it('is one that is little apart, or none', () => {
    expect(nearest('freefrom', ['freeform', 'fandom'])).toBe('freeform');
    expect(nearest('xyz', ['freeform', 'fandom'])).toBeUndefined();
  });
});
