import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExchangeError, formats, IMPORT_LIMIT, previewImport, previewStored } from '../../src/exchange/index';
import { FIXTURES, fixture } from './read-fixture';

const SAMPLES = readdirSync(FIXTURES);

/** The code with which a text is refused, or the number of its rules. */
function outcome(text: string, fileName = '', format?: string): string | number {
  try {
    return previewImport(text, fileName, format).counts.rules;
  } catch (error) {
    if (error instanceof ExchangeError) return error.message;
    throw error;
  }
}

describe('a file that can not be imported', () => {
  it.each([
    ['', 'empty'],
    [' \n\t ', 'empty'],
    ['{"option.hideTags": {"enabled": true, "filters": [', 'cut_off: 1:51'],
    ['{"tagBlacklist": "Explicit, Aban', 'cut_off: 1:33'],
    ['{\n  "tagBlacklist": "a",\n  oops\n}', 'bad_json: 3:3'],
    ['{"a":1} trailing', 'bad_json: 1:9'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too_deep: 1:65'],
    ['<!DOCTYPE html><html><body>Please log in</body></html>', 'html_page'],
    ['<html>\n<script>tagBlacklist</script></html>', 'html_page'],
    ['PK\u0003\u0004\u0014', 'binary'],
    ['\u0000\u0001\u0002', 'binary'],
    ['FOLDAWAY1 {"dev":"x"}', 'own_copy'],
    ['{"some":"other","json":[1,2]}', 'unknown_format'],
    ['{"tagBlacklist":"","maxCrossovers":""}', 'nothing_found: advanced-blocker'],
    ['# only a comment', 'nothing_found: names'],
    ['x'.repeat(IMPORT_LIMIT + 1), `too_large: ${IMPORT_LIMIT + 1}`],
  ])('ends in a code: %.40s', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });

  it('ends in a code when it has more rules than anybody has', () => {
    const many = Array.from({ length: 100_001 }, (_, i) => `t${i}`).join('\n');
    expect(outcome(many)).toBe('too_many_rules: 100000');
  });

  it.each(formats.map((format) => format.id))('ends in a code when the reader says that it is %s and it is not', (id) => {
    for (const text of [
      '{}',
      '[]',
      '{"a":{"b":[null,1,true,"x"]}}',
      'null',
      'plain text',
      '<p>x</p>',
      '{"option.rules":7,"option.workMarks":{"marks":[]},"prefs":3,"ficdict":[]}',
    ]) {
      expect(typeof outcome(text, '', id)).toMatch(/string|number/);
    }
  });
});

describe('a hostile file', () => {
  it('gains nothing by keys of prototypes', () => {
    const text =
      '{"__proto__":{"tagBlacklist":"polluted"},"constructor":{"prototype":{"x":1}},"tagBlacklist":"a","maxCrossovers":"2","hideCompletelyRules":{"__proto__":true},"conditionalTagBlacklist":[{"__proto__":{"block":"x"},"block":"B","condition":"C"}]}';
    expect(outcome(text)).toBe(3);
    expect(Object.hasOwn(Object.prototype, 'tagBlacklist')).toBe(false);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(outcome('{"__proto__":{"tagBlacklist":"polluted","maxCrossovers":"1"}}')).toBe('unknown_format');
    expect(
      outcome(
        '{"option.workMarks":{"marks":{"__proto__":{"hideSearchResult":true,"items":"1"},"read":{"items":"a","triggerAlias":"__proto__"}}},"option.rules":{"filters":[{"target":"__proto__","value":"x","matcher":"exact"},{"target":"F","value":"constructor","matcher":"__proto__"}]}}',
      ),
    ).toBe(3);
    expect(previewStored({ ao3_quick_hide_config: '{"works":{"__proto__":true,"5":true}}' })).toMatchObject([{ ok: true, preview: { counts: { rules: 1 } } }]);
  });

  it('is text and nothing else, whatever it looks like', () => {
    const preview = previewImport('<img src=x onerror=alert(1)>, </script><b>, javascript:alert(1)', '', 'names');
    expect(preview.rules.map((rule) => rule.when[0]?.values[0])).toEqual([
      { type: 'name', text: '<img src=x onerror=alert(1)>' },
      { type: 'name', text: '</script><b>' },
      { type: 'name', text: 'javascript:alert(1)' },
    ]);
  });

  /** As many filters that hide as filters that always show, with these priorities, and one that is weaker than all. */
  const filters = (count: number, hide: number, show: number): string => {
    const one = (value: number): object => ({ value: `a${value}`, behavior: value % 2 === 0 ? 'invert' : 'hide', priority: value % 2 === 0 ? show : hide });
    const weakest = { value: 'b', behavior: 'invert', priority: 0 };
    return JSON.stringify({ 'option.rules': { filters: [weakest, ...Array.from({ length: count }, (_, value) => one(value))] } });
  };

  /** Each asks for the worst of some pattern: repeats that match up to the last character. */
  const WORST: Record<string, (n: number) => string> = {
    'open braces': (n) => `{"maxCrossovers":"","tagBlacklist":"${'a unless:{'.repeat(n / 10)}"}`,
    'spaces in an entry': (n) => `{"maxCrossovers":"","conditionalTagBlacklist":[{"block":"a${' '.repeat(n)}x:","condition":"b"}]}`,
    'parentheses in a name': (n) => `{"maxCrossovers":"","authorBlacklist":"${'a ('.repeat(n / 3)}"}`,
    'quotes in a script': (n) => `tagBlacklist: ['${"' ".repeat(n / 2)}`,
    'escaped quotes in a script': (n) => `window.ao3SaviorConfig = {tagBlacklist: ['a']}; x = "${'\\"'.repeat(n / 2)}`,
    'one text for a list in a script': (n) => `window.ao3SaviorConfig = {tagBlacklist: "${'a,'.repeat(n / 8)}"}`,
    'one line for a field': (n) => `Tag Blacklist: ${'a,'.repeat(n / 8)}`,
    'exceptions above all': (n) => filters(n / 50, 9, 9),
    'exceptions above some': (n) => filters(n / 50, 5, 9),
    'names of lists': (n) => 'tagBlacklist: '.repeat(n / 14),
    'list items': (n) => `"pseud index group"${'<li class="user blurb '.repeat(n / 22)}`,
    'line ends': (n) => `a\n${'\n'.repeat(n)}b`,
    'selectors without an end': (n) => '.user-1 '.repeat(n / 8),
    'selectors in comments': (n) => `/*.user-1{display:none}`.repeat(n / 23),
    addresses: (n) => `${'https://archiveofourown.org/users/'.repeat(n / 34)}`,
    stars: (n) => '*'.repeat(n),
    'stars and letters': (n) => `{"maxCrossovers":"","tagBlacklist":"${'a*'.repeat(n / 2)}"}`,
    labels: (n) => `${'>'.repeat(n)}tag blacklist`,
    'front matter': (n) => `---\n${'a: b\n'.repeat(n / 5)}`,
    escapes: (n) => `{"maxCrossovers":"","tagBlacklist":"${'\\\\'.repeat(n / 2)}"}`,
  };

  // A pattern that went back and forth over two million characters would not end within the test's time.
  it.each(Object.keys(WORST))('does not keep anybody waiting: %s', (name) => {
    expect(typeof outcome(WORST[name]?.(2_000_000) ?? '')).toMatch(/string|number/);
  });

  it('never throws past the door, however a real file is damaged', () => {
    const texts = SAMPLES.map((name) => ({ name, text: fixture(name) }));
    const damage = fc.record({
      sample: fc.nat(texts.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      put: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom('"', "'", '{', '}', '[', ']', ',', '*', '\\', '\u2019', '\u0000', '__proto__', 'null', '||', '\n', ':', '\ud800'),
      ),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(damage, ({ sample, at, length, put, cut }) => {
        const { name, text } = texts[sample] ?? { name: '', text: '' };
        const start = Math.floor(at * text.length);
        const damaged = text.slice(0, start) + put + (cut ? '' : text.slice(start + length));
        expect(typeof outcome(damaged, name)).toMatch(/string|number/);
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws past the door with JSON of any shape under the keys of a format', () => {
    const keys = [
      'tagBlacklist',
      'conditionalTagBlacklist',
      'maxCrossovers',
      'primaryRelationships',
      'hideCompletelyRules',
      'option.rules',
      'option.workMarks',
      'option.hideTags',
      'option.hideLanguages',
      'option.hideCrossovers',
      'hidelistWarnings',
      'ficdict',
      'prefs',
      'works',
      'comments',
      'ao3h.x.hideTags',
      'userBlocker:list',
      'ao3Blocker',
      'filters',
      'enabled',
      'marks',
      'items',
    ];
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys, 'value', 'name', 'block', 'condition'), tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 5 }), (json) => {
        expect(typeof outcome(JSON.stringify(json))).toMatch(/string|number/);
      }),
      { numRuns: 1000 },
    );
  });
});
