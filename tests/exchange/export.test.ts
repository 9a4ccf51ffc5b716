import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exporters, exportText } from '../../src/exchange/exports/index';
import { editOf, previewImport } from '../../src/exchange/index';
import { readHead } from '../../src/exchange/list-front';
import { parseFront } from '../../src/rules/text/front';
import type { Rule, RuleList, StoredRule } from '../../src/rules/rule';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { anyRule } from './any-rule';
import { fixture, linesOf, previewOf } from './read-fixture';

const LISTS: RuleList[] = [
  { id: 'mine', name: 'My rules', on: true },
  { id: 'spoilers', name: 'Spoilers: "all"', on: false, reveal: 'none', action: 'hide' },
  { id: 'a list with spaces', name: 'Käse', on: true },
];

const stored = (...lines: string[]): StoredRule[] =>
  lines.map((line) => {
    const parsed = parseRule(line);
    if (!parsed.ok) throw new Error(`${line}: ${parsed.error.code}`);
    return toStored(parsed.rule);
  });

const byId = (rules: readonly Rule[]): Map<string, Rule> => new Map(rules.map((rule) => [rule.id, rule]));

const headOf = (text: string) => readHead(parseFront(text.split('\n')).front);

describe('exporting in the text form', () => {
  it('gives back the same rules and lists when it is imported', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRule, { minLength: 1, maxLength: 12, selector: (rule) => rule.id }), (rules) => {
        const { text, counts } = exportText(rules.map(toStored), LISTS);
        const preview = previewImport(text);
        expect(preview.format).toBe('foldaway-list');
        expect(byId(preview.rules)).toEqual(byId(rules));
        expect(preview.notCarried).toEqual([]);
        expect(counts.rules).toBe(rules.length);
        const used = new Set(rules.map((rule) => rule.list));
        expect(preview.lists).toEqual(LISTS.filter((list) => used.has(list.id)));
      }),
      { numRuns: 300 },
    );
  });

  it('reads what the first version wrote, for ever, and writes it the same', () => {
    const preview = previewOf('foldaway-list-v1.txt');
    expect(preview.counts).toEqual({ rules: 12, repeated: 0, changed: 0, notCarried: 1 });
    expect(preview.lists.map((list) => list.name)).toEqual(['My rules', 'Spoilers']);
    const { rules, lines } = editOf(preview, null, () => false);
    expect(exportText(rules, preview.lists, { head: { name: 'Everything', version: '1' }, lines }).text).toBe(fixture('foldaway-list-v1.txt'));
  });

  it('leaves rules alone that are there already, and keeps or chooses the list of the others', () => {
    const preview = previewImport('---\nlist: {"id":"spoilers","name":"Spoilers","on":false}\n---\nfold tag: A list: spoilers\nhide tag: B\nfold oops\n');
    expect(editOf(preview, null, (id) => id === 'tag: "B"')).toEqual({
      rules: [{ id: 'tag: "A"', list: 'spoilers', action: 'fold' }],
      lists: [{ id: 'spoilers', name: 'Spoilers', on: false }],
      lines: [{ list: 'mine', text: 'fold oops', at: [[1]] }],
      already: ['tag: "B"'],
    });
    expect(editOf(preview, 'new', () => false)).toMatchObject({
      rules: [{ list: 'new' }, { list: 'new', action: 'hide' }],
      lists: [],
      lines: [{ list: 'new', text: 'fold oops' }],
      already: [],
    });
  });

  it('writes the action that a list gives its rules', () => {
    const rule: StoredRule = { id: 'tag: "Fluff"', list: 'spoilers' };
    expect(exportText([rule], LISTS).text).toContain('hide tag: "Fluff" list: spoilers');
  });

  it('keeps lines that could not be read, as written', () => {
    const { text } = exportText(stored('fold tag: Fluff'), LISTS, { lines: [{ list: 'mine', text: 'fold futuristic: yes' }] });
    expect(previewImport(text).lines.map((line) => line.text)).toEqual(['fold futuristic: yes']);
  });

  it('gives back comments and lines that could not be read where they stood, each with its list', () => {
    const text = '# pets\nfold tag: "Dogs"\n# more # of it\nfold oops\nhide tag: "The End" list: spoilers\nhide tag: "Cats" list: spoilers\n# last\n';
    const preview = previewImport(text);
    const { rules, lines } = editOf(preview, null, () => false);
    expect(lines.map(({ list, text: line }) => `${list}: ${line}`)).toEqual([
      'mine: # pets',
      'spoilers: # more # of it',
      'spoilers: fold oops',
      'mine: # last',
    ]);
    expect(exportText(rules, [], { lines }).text).toBe(text);
    expect(editOf(preview, 'new', () => false).lines.map(({ list }) => list)).toEqual(['new', 'new', 'new', 'new']);
  });

  it('keeps rules of a later version, whose conditions this one cannot read', () => {
    const { text } = exportText([{ id: 'mood: "grim"', action: 'hide' }], LISTS);
    expect(text).toContain('hide mood: "grim"\n');
  });

  it('shares without notes, lists and rules that are switched off, and says what a subscriber must allow', () => {
    const rules = stored(
      'fold tag: Whump note: "my ex wrote these"',
      'hide tag: Gore off',
      'show creator: astolat strict',
      'fold tag: Vore list: spoilers reason: none until: 2027-01-31',
    );
    const { text, remarks, notCarried } = exportText(rules, LISTS, {
      share: true,
      head: { name: 'Squicks', author: 'keeper', home: 'https://example.org/', version: '3', licence: 'CC0', expires: 4 },
      lines: [{ list: 'mine', text: 'private' }],
    });
    expect(text).toBe(
      '---\nname: Squicks\nauthor: keeper\nhome: https://example.org/\nversion: 3\nlicence: CC0\nexpires: 4 days\n---\nfold tag: "Whump"\nshow creator: "astolat" strict\nfold tag: "Vore" reason: none until: 2027-01-31\n',
    );
    expect(remarks.map((remark) => remark.code)).toEqual(['show_left_to_list']);
    expect(notCarried.map((one) => one.code)).toEqual(['rule_off']);
    expect(headOf(text)).toEqual({
      name: 'Squicks',
      author: 'keeper',
      home: 'https://example.org/',
      version: '3',
      licence: 'CC0',
      expires: 4,
      lists: [],
      rest: [],
    });
  });

  it('lets no value of the head begin a line of its own', () => {
    const { text } = exportText(stored('fold tag: Fluff'), [], { head: { name: 'Nice\n---\nshow tag: Gore strict', licence: 'a\nb' } });
    expect(previewImport(text).rules).toHaveLength(1);
    expect(headOf(text).name).toBe('Nice --- show tag: Gore strict');
  });

  it('names the file by the list', () => {
    expect(exportText([], [], { head: { name: 'Ünder the "stairs" ../x' } }).fileName).toBe('u-nder-the-stairs-x.txt');
    expect(exportText([], []).fileName).toBe('foldaway-rules.txt');
  });
});

/** Exports for another blocker and imports the file as if it came from there. */
function roundTrip(id: string, rules: StoredRule[]): { lines: string[]; left: string[]; remarks: string[] } {
  const exported = exporters[id]?.(rules, []);
  if (exported === undefined) throw new Error(`no exporter ${id}`);
  const lines = exported.counts.rules === 0 ? [] : linesOf(previewImport(exported.text, exported.fileName, id));
  return { lines, left: exported.notCarried.map((one) => one.code), remarks: exported.remarks.map((remark) => remark.code) };
}

describe('exporting for other blockers', () => {
  it('carries what Advanced Blocker can say and reads back the same', () => {
    const rules = previewOf('advanced-blocker-4.2.json').rules.filter(
      (rule) => rule.unless.every((one) => one.at === undefined) && !rule.when.some((one) => one.field === 'updated' || one.field === 'complete'),
    );
    const { lines, left } = roundTrip('advanced-blocker', rules.map(toStored));
    const expected = linesOf({ ...previewOf('advanced-blocker-4.2.json'), rules }).map((line) => line.replace(/^hide (words)/, 'fold $1'));
    // A text with signs in it, a condition of two kinds, anonymous works and two parts of a title have no form there.
    const lost = [
      'fold tag: Incest and tag: "Game of Thrones" unless tag: "Cersei Lannister"',
      'fold creator: anonymous',
      'fold title: /(^|[^a-z0-9])he dies[^a-z0-9](.*[^a-z0-9])?again([^a-z0-9]|$)/',
      'fold summary: /\\[podfic\\]/',
    ];
    expect(expected.filter((line) => !lines.includes(line))).toEqual(lost);
    expect(left.length).toBeGreaterThan(0);
  });

  it.each(Object.keys(exporters))('says of every rule either that %s takes it or why not', (id) => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRule, { maxLength: 10, selector: (rule) => rule.id }), (rules) => {
        const exported = exporters[id]?.(rules.map(toStored), []);
        expect((exported?.counts.rules ?? -1) + (exported?.counts.notCarried ?? 0)).toBe(rules.length);
        if ((exported?.counts.rules ?? 0) > 0) expect(previewImport(exported?.text ?? '', exported?.fileName, id).format).toBe(id);
      }),
      { numRuns: 200 },
    );
  });

  it.each(Object.keys(exporters))('leaves out for %s what is switched off, with its list or by itself, and says that there are no last days', (id) => {
    const rules = stored('fold tag: a off', 'fold tag: b list: spoilers', 'fold tag: c until: 2027-01-31');
    const exported = exporters[id]?.(rules, LISTS);
    expect(exported?.notCarried).toEqual([
      { text: 'fold tag: "a" off', code: 'rule_off' },
      { text: 'fold tag: "b" list: spoilers', code: 'rule_off' },
    ]);
    expect(exported?.remarks).toContainEqual({ rule: 'tag: "c"', code: 'exported_wider', detail: 'until: 2027-01-31' });
  });

  it('writes the one colour that Advanced Blocker has', () => {
    expect(roundTrip('advanced-blocker', stored('highlight tag: *Fluff* colour: teal', 'highlight tag: *Tea*')).lines).toEqual([
      'highlight tag: *Fluff* colour: teal',
      'highlight tag: *Tea* colour: teal',
    ]);
    expect(roundTrip('advanced-blocker', stored('highlight tag: *Fluff* colour: teal', 'highlight tag: *Tea* colour: rose')).remarks).toContain('colour_left');
  });

  it('writes a script that ao3 savior reads, whatever the names have in them', () => {
    const { lines, left } = roundTrip(
      'ao3-savior',
      stored(
        'fold tag: "it\'s \\"complicated\\"], // not a comment"',
        'hide creator: pen (account)',
        'show tag: Fix-It',
        'fold title: *die*',
        'highlight tag: Fluff',
        'fold words: <1000',
        'fold tag: /a+/',
      ),
    );
    expect(lines).toEqual(['fold tag: "it\'s \\"complicated\\"], // not a comment"', 'fold title: *die*', 'fold creator: pen (account)', 'show tag: Fix-It']);
    expect(left).toEqual(['action_not_there', 'field_not_there', 'regex_not_there']);
  });

  it('says when ao3 savior will match more than the rule does', () => {
    expect(roundTrip('ao3-savior', stored('fold tag: Omega*')).remarks).toEqual(['exported_wider']);
    expect(roundTrip('ao3-savior', stored('fold tag: *Omega*')).remarks).toEqual([]);
    expect(roundTrip('ao3-savior', stored('fold summary: die')).remarks).toEqual(['exported_wider']);
    expect(roundTrip('ao3-savior', stored('fold character: Reader')).remarks).toEqual(['exported_wider']);
  });

  it('writes filters of AO3 Enhancements with stars as expressions', () => {
    const rules = stored(
      'fold relationship: *Reader*',
      'show tag: Fluff',
      'fold freeform: Omega*',
      'fold fandoms: >4',
      'fold language: not en, ru',
      'fold creator: astolat (shalott)',
      'hide tag: Whump unless tag: Comfort',
    );
    const { lines, left, remarks } = roundTrip('ao3-enhancements', rules);
    expect(lines).toEqual([
      'fold relationship: *Reader*',
      'show tag: Fluff',
      'fold freeform: /^Omega.*$/',
      'fold creator: astolat (shalott)',
      'fold language: not en, ru strict',
      'fold fandoms: >4 strict',
    ]);
    expect(left).toEqual(['needs_conditions']);
    expect(remarks).toEqual(['exported_spelling']);
  });

  it('writes languages for AO3 Enhancements with the names by which it tells them', () => {
    const exported = exporters['ao3-enhancements']?.(stored('fold language: not en, ptBR, xx'), []);
    expect(JSON.parse(exported?.text ?? '')['option.hideLanguages'].show).toEqual([
      { value: 'en', label: 'English' },
      { value: 'ptBR', label: 'Português brasileiro' },
      { value: 'xx', label: 'xx' },
    ]);
  });

  it('tells Advanced Blocker of works on its own archive only', () => {
    const { lines, left } = roundTrip(
      'advanced-blocker',
      stored('fold work: 5', 'fold work: https://archiveofourown.org/works/6', 'fold work: https://www.fanfiction.net/s/7'),
    );
    expect(lines).toEqual(['fold work: 5', 'fold work: 6']);
    expect(left).toEqual(['other_site']);
  });
});
