import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../entrypoints/background/filter';
import { fromPageHandlers } from '../../entrypoints/background/from-page';
import { ruleFromPage } from '../../entrypoints/background/page-rule';
import { archiveOf } from '../../entrypoints/background/settings';
import { emptyWork } from '../../src/domain/work';
import { requests, type PageRule } from '../../src/messages/table';
import { compileRules } from '../../src/rules/compile';
import { judge } from '../../src/rules/judge';
import { printRule } from '../../src/rules/text/print';
import { MemoryArea, storeOver } from '../storage/memory-area';

const PAGE = 'https://archiveofourown.org/works?page=2';
const rule = (when: PageRule['when'], more: Partial<PageRule> = {}): PageRule => ({ action: 'fold', when, unless: [], ...more });
const text = (one: PageRule, page = PAGE): string => printRule(ruleFromPage(one, page));

describe('an edit made on a page', () => {
  const handlersOver = (store: ReturnType<typeof storeOver>) => fromPageHandlers(store, null as unknown as Filter);

  it('is taken back by the page', async () => {
    const store = storeOver(new MemoryArea());
    const handlers = handlersOver(store);
    const { undo } = await handlers['rule-from-page']({ url: PAGE, rule: rule([{ field: 'tag', values: ['Tea'] }]) });
    expect((await store.load()).rules).toHaveLength(1);
    await handlers['take-back']({ token: undo });
    expect((await store.load()).rules).toEqual([]);
  });

  it('is all that a page may take back, whatever it names', async () => {
    const store = storeOver(new MemoryArea());
    const { undo } = await store.edit([{ op: 'put-rule', rule: { id: 'tag: A' } }]);
    for (const token of [undo, 'unknown', '']) await expect(handlersOver(store)['take-back']({ token })).rejects.toMatchObject({ code: 'gone' });
    expect((await store.load()).rules).toHaveLength(1);
    expect(requests.undo.from).toBe('own');
  });
});

it('always shows a saved work of a site that is no archive known from the start, and no other work of that number', async () => {
  const url = 'https://fics.example.org/works/77';
  expect([archiveOf(url, new Map()), archiveOf(PAGE, new Map())]).toEqual(['fics.example.org', 'ao3']);
  const store = storeOver(new MemoryArea());
  await store.edit([{ op: 'put-rule', rule: { id: 'freeform: "Tea"' } }]);
  const always = rule([{ field: 'work', values: ['77'] }], { action: 'show', strict: true });
  await fromPageHandlers(store, null as unknown as Filter)['rule-from-page']({ url, rule: always });
  const { rules, lists } = await store.load();
  const set = compileRules(rules, lists, {});
  const judged = (at: string): string =>
    judge(set, { ...emptyWork('work'), id: '77', url: at, freeforms: ['Tea'] }, { page: null, archive: archiveOf(at, new Map()), now: 0 }).action;
  expect([judged(url), judged('https://archiveofourown.org/works/77')]).toEqual(['show', 'fold']);
});

describe('a rule put together on a page', () => {
  it('says what was chosen, any of one kind and something of each', () => {
    expect(
      text(
        rule(
          [
            { field: 'relationship', values: ['A/B', 'C & D'] },
            { field: 'rating', values: ['Explicit'] },
          ],
          { action: 'hide' },
        ),
      ),
    ).toBe('hide relationship: A/B, "C & D" and rating: explicit');
    expect(text(rule([{ field: 'genre', values: ['Hurt/Comfort'] }]))).toBe('fold genre: Hurt/Comfort');
    expect(text(rule([{ field: 'tag', values: ['Fluff'] }], { unless: [{ field: 'fandom', values: ['X'] }] }))).toBe('fold tag: Fluff unless fandom: X');
    expect(text(rule([{ field: 'work', values: ['12'] }], { action: 'show', strict: true }))).toBe('show work: https://archiveofourown.org/works/12 strict');
    expect(text(rule([{ field: 'work', values: ['12'] }]), 'https://www.fanfiction.net/s/12/1/')).toBe('fold work: https://fanfiction.net/s/12');
    expect(text(rule([{ field: 'work', values: ['12'] }]), 'https://www.royalroad.com/fictions/search')).toBe('fold work: https://royalroad.com/fiction/12');
    expect(text(rule([{ field: 'work', values: ['12'] }]), 'https://www.fimfiction.net/stories')).toBe('fold work: https://fimfiction.net/story/12');
    expect(
      text(
        rule([
          { field: 'words', values: ['<5000'] },
          { field: 'theme', values: ['suicide'] },
        ]),
      ),
    ).toBe('fold words: <5000 and theme: suicide');
    expect(text(rule([{ field: 'creator', values: ['ana', 'bo'], ids: ['12', null] }]))).toBe('fold creator: ana#12, bo');
  });

  it('takes names literally, whatever they hold', () => {
    for (const name of ['*NSYNC', 'a "quoted" one', 'not', 'x unless fandom: "Y"', 'C:\\temp', '/regex/', 'a, b', 'synonyms', '# note']) {
      const made = ruleFromPage(rule([{ field: 'freeform', values: [name] }]), PAGE);
      expect(made.when).toHaveLength(1);
      expect(made.unless).toEqual([]);
      expect(made.when[0]?.values).toEqual([{ type: 'name', text: name.replace(/[\\*]/g, '\\$&') }]);
    }
  });

  it('never means more than one condition by one choice', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.constantFrom('freeform' as const, 'character' as const, 'series' as const, 'words' as const, 'theme' as const, 'creator' as const),
        (value, field) => {
          let made;
          try {
            made = ruleFromPage(rule([{ field, values: [value] }]), PAGE);
          } catch (error) {
            expect(error).toHaveProperty('code', 'bad-message');
            return;
          }
          expect(made).toMatchObject({ action: 'fold', unless: [] });
          expect(made.when.map((one) => one.field)).toEqual([field]);
          expect(made.when[0]?.values).toHaveLength(1);
          expect(made).not.toHaveProperty('strict');
        },
      ),
    );
  });
});
