import { describe, expect, it } from 'vitest';
import { parseRule, readConditions } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { readValue } from '../../src/ui/rule/editor/draft';
import { valueText } from '../../src/ui/rule/editor/value-text';

describe('a value in a field of its own', () => {
  it.each([
    'work: 12345',
    'work: https://archiveofourown.org/works/12',
    'work: https://fanfiction.net/s/12',
    'work: https://royalroad.com/fiction/12',
    'series: https://archiveofourown.org/series/7',
    'creator: ana (pen)',
    'creator: ana#12',
    'fandom: "A & B, C"',
    'words: 1000-5000',
  ])('of “%s” is read as what it was', (line) => {
    const read = parseRule(`fold ${line}`);
    const [condition] = read.ok ? (readConditions(toStored(read.rule))?.when ?? []) : [];
    const [value] = condition?.values ?? [];
    if (condition === undefined || value === undefined) throw new Error(line);
    expect(readValue(condition.field, valueText(condition.field, value), value.type === 'name')).toEqual({ value });
  });

  it.each([
    ['foo\\', '"foo\\\\"'],
    ['a\\"b', '"a\\\\\\"b"'],
    ['a \\* b\\\\', '"a \\* b\\\\"'],
  ])('may hold a backslash anywhere, as in “%s”', (typed, written) => {
    const read = parseRule(`fold tag: ${written}`);
    expect(readValue('tag', typed, true)).toEqual({ value: read.ok && read.rule.when[0]?.values[0] });
  });

  it.each([
    ['words', 'many', false, 1],
    ['updated', '>x months', false, 1],
    ['tag', '/(/', true, 2],
  ])('of %s that is wrong, %s, says where in itself', (field, typed, quoted, column) => {
    expect(readValue(field, typed, quoted)).toMatchObject({ error: { column, found: typed } });
  });
});
