import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseList, parseRule } from '../../../src/rules/text/parse';
import { keptLines } from '../../../src/rules/text/places';
import { printList, toStored } from '../../../src/rules/text/print';
import { anyLine, anyRuleLine } from '../any-rule';

const TEXT = `---
name: Triggers
author: somebody
home: https://lists.example/triggers
version: 3
action: hide
licence: CC0
---
# what must not come up
tag: Fluff

fold tag: "unbalanced
show tag: Happy # yes
`;

describe('a list', () => {
  it('is read line by line; what cannot be read stays as written beside the others', () => {
    const { front, lines } = parseList(TEXT);
    expect(front).toEqual({
      name: 'Triggers',
      author: 'somebody',
      home: 'https://lists.example/triggers',
      version: '3',
      action: 'hide',
      rest: ['licence: CC0'],
    });
    expect(lines.map((line) => Object.keys(line).find((key) => key !== 'text'))).toEqual(['comment', 'rule', 'blank', 'error', 'rule']);
    expect(lines[1]).toMatchObject({ rule: { action: 'hide' } });
    expect(lines[3]).toMatchObject({ text: 'fold tag: "unbalanced', error: { line: 12, column: 11, code: 'quote_not_closed' } });
    expect(lines[4]).toMatchObject({ rule: { action: 'show' }, behind: '# yes' });
  });

  it('may come from Windows, with a byte order mark and without a last line end', () => {
    const { lines } = parseList('\ufefftag: a\r\ntag: b');
    expect(lines.map((line) => ('rule' in line ? line.rule.id : null))).toEqual(['tag: "a"', 'tag: "b"']);
  });

  it('says when its description is not closed, and reads the rest', () => {
    const { lines } = parseList('---\nname: x\ntag: a\n');
    expect(lines[0]).toMatchObject({ text: '---', error: { code: 'front_matter_not_closed' } });
    expect(lines[2]).toMatchObject({ rule: { id: 'tag: "a"' } });
  });

  it('keeps the text of every line, whatever it is', () => {
    const line = fc.oneof(anyLine, anyRuleLine).map((text) => text.replace(/[\r\n]/g, ' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (texts) => {
        fc.pre(texts[0]?.trim() !== '---' && !(texts[0] ?? '').startsWith('\ufeff'));
        expect(parseList(texts.map((text) => `${text}\n`).join('')).lines.map(({ text }) => text)).toEqual(texts);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a printed list', () => {
  it('has every comment, also one behind a rule, which then stands above it', () => {
    const { lines } = parseList('# one\nfold tag: a # two\n# three\nfold tag: b # two\nfold tag: "c#d"#no comment\n');
    const rules = lines.flatMap((line) => ('rule' in line ? [toStored(line.rule)] : []));
    const kept = keptLines(lines).map((line) => ({ list: 'mine', ...line }));
    const text = printList({ rules, lines: kept });
    expect(text).toBe('# one\n# two\nfold tag: "a"\n# three\n# two\nfold tag: "b"\nfold tag: "c#d"#no comment\n');
    expect(keptLines(parseList(text).lines)).toEqual(keptLines(lines));
  });

  it('of one list names it, and reads back as the same rules', () => {
    const rules = parseList(TEXT).lines.flatMap((line) => ('rule' in line ? [toStored({ ...line.rule, list: 'triggers' })] : []));
    const text = printList({ rules, lists: [{ id: 'triggers', name: 'Triggers', on: true }], lines: [{ list: 'triggers', text: 'fold tag: "unbalanced' }] });
    expect(text).toBe('---\nname: Triggers\n---\nhide tag: "Fluff"\nshow tag: "Happy"\nfold tag: "unbalanced\n');
    expect(parseList(text).lines.flatMap((line) => ('rule' in line ? [toStored({ ...line.rule, list: 'triggers' })] : []))).toEqual(rules);
  });

  it('of several lists names the list of each rule', () => {
    const text = printList({ rules: [{ id: 'tag: "a"' }, { id: 'tag: "b"', list: 'x y', action: 'hide' }] });
    expect(text).toBe('fold tag: "a"\nhide tag: "b" list: "x y"\n');
    expect(parseList(text).lines[1]).toMatchObject({ rule: { list: 'x y' } });
  });

  it('has one line a rule, whatever is in it', () => {
    const text = printList({ rules: [{ id: 'tag: "a"', note: 'one\ntwo\r\u2028three', list: 'x\ny', until: 'soon\nish' }] });
    expect(text.split('\n')).toHaveLength(2);
    expect(parseList(text).lines).toMatchObject([{ rule: { note: 'one\ntwo\r\u2028three', list: 'x y' } }]);
    expect(parseRule('tag: /a\nb/')).toMatchObject({ ok: false, error: { code: 'regex_syntax' } });
  });
});
