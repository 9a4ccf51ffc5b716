import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { editHandlers } from '../../entrypoints/background/edits';
import { exchangeHandlers } from '../../entrypoints/background/exchange';
import { browser } from '../../src/browser';
import { editOf, previewImport } from '../../src/exchange/index';
import { MemoryArea, storeOver } from '../storage/memory-area';
import { FakeScripting } from './fake-scripting';

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/exchange/${name}`, import.meta.url), 'utf8');

let store: ReturnType<typeof storeOver>;
let edits: ReturnType<typeof editHandlers>;
let exchange: ReturnType<typeof exchangeHandlers>;

beforeEach(() => {
  void new FakeScripting();
  fakeBrowser.reset();
  store = storeOver(new MemoryArea());
  edits = editHandlers(store);
  exchange = exchangeHandlers(store);
});

const take = async (text: string, list: string | null) => {
  const there = new Set((await store.load()).rules.map(({ id }) => id));
  const { already: _, ...edit } = editOf(previewImport(text), list, (id) => there.has(id));
  return edits['import-rules'](edit);
};

describe('the background, for imports and exports', () => {
  it('stores an import as one edit, which one undo takes back, and leaves alone what was there', async () => {
    await store.edit([{ op: 'put-rule', rule: { id: 'tag: "dobby"', action: 'hide', note: 'mine' } }]);
    const before = await store.load();
    const { undo } = await take(fixture('ao3-savior-config.user.js.txt'), 'mine');
    expect((await store.load()).rules.length).toBeGreaterThan(10);
    expect((await store.load()).rules.find(({ id }) => id === 'tag: "dobby"')).toEqual({ id: 'tag: "dobby"', action: 'hide', note: 'mine' });
    await store.undo(undo);
    const after = await store.load();
    expect({ rules: after.rules, lists: after.lists, lines: after.lines }).toEqual({ rules: before.rules, lists: before.lists, lines: before.lines });
  });

  it('keeps a copy of what was there before an import', async () => {
    await store.edit([{ op: 'put-rule', rule: { id: 'tag: "Tea"' } }]);
    await take('fold tag: "Cake"', 'mine');
    expect((await store.copies())[0]).toMatchObject({ rules: 1 });
  });

  it('gives everything out so that it can be taken in again: rules, lists with their ways, lines as written and where they stood', async () => {
    await store.edit([
      { op: 'put-list', list: { id: 'work', name: 'At work', on: false, reveal: 'none', action: 'hide' } },
      { op: 'put-rule', rule: { id: 'tag: "Tea"', list: 'work', action: 'hide', note: 'mine: "quoted"' } },
      { op: 'put-rule', rule: { id: 'tag: "Cake"', off: true } },
      { op: 'put-line', line: { list: 'work', text: '# drinks', at: [[1, 'tag: "Tea"', 'tag: "Cake"']] } },
      { op: 'put-line', line: { list: 'mine', text: 'fold freform: X', at: [[1]] } },
    ]);
    const { text } = await exchange['export-rules']({});
    const other = storeOver(new MemoryArea(), 'b');
    edits = editHandlers(other);
    const { already: _, ...edit } = editOf(previewImport(text), null, () => false);
    await edits['import-rules'](edit);
    const [before, after] = [await store.load(), await other.load()];
    expect(after.rules).toEqual(expect.arrayContaining(before.rules));
    expect(after.rules).toHaveLength(before.rules.length);
    expect(after.lists).toEqual(expect.arrayContaining(before.lists));
    expect(after.lines).toEqual(before.lines);
  });

  it('gives one list out by itself', async () => {
    await store.edit([
      { op: 'put-list', list: { id: 'work', name: 'At work', on: true } },
      { op: 'put-rule', rule: { id: 'tag: "Tea"', list: 'work', action: 'hide' } },
      { op: 'put-rule', rule: { id: 'tag: "Cake"' } },
    ]);
    const { text } = await exchange['export-rules']({ list: 'work' });
    expect(text).toBe('---\nname: At work\n---\nhide tag: "Tea"\n');
  });

  it('asks the open pages of archives for lists of other blockers, each site once', async () => {
    const entries = { ao3_advanced_blocker_config: '{}' };
    const answers: Record<number, unknown> = {
      1: { ok: true, value: { site: 'One', entries } },
      2: { ok: true, value: { site: 'One', entries } },
      3: { ok: true, value: { site: 'Two', entries: {} } },
      4: { ok: false, error: { code: 'failed', detail: 'SecurityError' } },
    };
    Object.defineProperty(browser.tabs, 'query', { configurable: true, value: async () => [1, 2, 3, 4, 5].map((id) => ({ id })) });
    Object.defineProperty(browser.tabs, 'sendMessage', {
      configurable: true,
      value: async (tab: number) => {
        if (answers[tab] === undefined) throw new Error('no receiver');
        return answers[tab];
      },
    });
    expect(await exchange['stored-lists']()).toEqual({ pages: 3, found: [{ site: 'One', entries }] });
  });
});

describe('lists of other blockers in open pages', () => {
  const define = (place: object, name: string, value: unknown): void => void Object.defineProperty(place, name, { configurable: true, value });
  const tabs = (answers: Record<number, unknown>, urls: Record<number, string> = {}): void => {
    define(browser.tabs, 'query', async () =>
      Object.keys(answers).map((id) => ({ id: Number(id), url: urls[Number(id)] ?? 'https://archiveofourown.org/works' })),
    );
    define(browser.tabs, 'sendMessage', async (id: number) => {
      if (answers[id] === null) throw new Error('Receiving end does not exist.');
      return { ok: true, value: answers[id] };
    });
  };
  const own = { ao3_quick_hide_config: '{}' };

  it('are asked of the script that runs there', async () => {
    tabs({ 1: { site: 'Archive of Our Own', entries: own }, 2: { site: 'Archive of Our Own', entries: own }, 3: { site: 'SquidgeWorld', entries: {} } });
    expect(await exchange['stored-lists']()).toEqual({ pages: 3, found: [{ site: 'Archive of Our Own', entries: own }] });
  });

  it('are read from a page that was open before there was a script, and nothing else of it', async () => {
    tabs({ 1: null });
    const there: Record<string, string> = { ...own, 'userBlocker:list': 'a,b', secret: 'x' };
    define(globalThis, 'localStorage', Object.assign(Object.create({ getItem: (key: string) => there[key] ?? null }) as object, there));
    define(browser, 'scripting', {
      executeScript: async ({ func, args }: { func: (...all: unknown[]) => unknown; args: unknown[] }) => [{ result: func(...args) }],
    });
    expect(await exchange['stored-lists']()).toEqual({ pages: 1, found: [{ site: 'Archive of Our Own', entries: { ...own, 'userBlocker:list': 'a,b' } }] });
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('are none where a page lets nothing run', async () => {
    tabs({ 1: null, 2: null }, { 2: 'https://example.org/' });
    define(browser, 'scripting', { executeScript: () => Promise.reject(new Error('Cannot access contents')) });
    expect(await exchange['stored-lists']()).toEqual({ pages: 0, found: [] });
  });
});
