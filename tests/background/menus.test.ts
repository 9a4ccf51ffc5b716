import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeMenus, menuPressed } from '../../entrypoints/background/menus';
import { browser } from '../../src/browser';
import { getMessage } from '../fake-extension';
import { MemoryArea, storeOver } from '../storage/memory-area';
import { FakeScripting } from './fake-scripting';

/** What the browser's menu does with a link or with words, and what it says on the page. */
const AO3 = 'https://archiveofourown.org';
const FFN = 'https://www.fanfiction.net';
const FAILED = 'That did not work. Nothing was changed.';

let store: ReturnType<typeof storeOver>;
let said: { words: string; undo: string | null }[];
beforeEach(() => {
  fakeBrowser.reset();
  said = [];
  store = storeOver(new MemoryArea());
  Object.defineProperty(browser.i18n, 'getMessage', { configurable: true, value: getMessage });
  Object.defineProperty(browser.tabs, 'sendMessage', {
    configurable: true,
    value: (_: number, message: { body: { words: string; undo: string | null } }) => Promise.resolve(void said.push(message.body)),
  });
});

const press = (menuItemId: string, more: { linkUrl?: string; selectionText?: string }, pageUrl = `${AO3}/works`): Promise<void> =>
  menuPressed(store, { menuItemId, editable: false, modifiers: [], pageUrl, ...more }, { id: 1 } as never);
const rules = async (): Promise<string[]> => (await store.load()).rules.map(({ id }) => id);

describe('an entry of the browser’s menu', () => {
  it.each([
    ['tag', { linkUrl: `${AO3}/tags/A*s*B/works` }, 'tag: "A/B"'],
    ['creator', { linkUrl: `${AO3}/users/ana/pseuds/pen` }, 'creator: "ana"'],
    ['work', { linkUrl: `${AO3}/collections/Shelf/works/5` }, 'work: https://archiveofourown.org/works/5'],
    ['series', { linkUrl: `${AO3}/series/9` }, 'series: https://archiveofourown.org/series/9'],
    ['text', { selectionText: '  a  sad\nending ' }, 'summary: "a sad ending"'],
  ])('makes a rule: %s', async (entry, what, rule) => {
    await press(entry, what);
    expect(await rules()).toEqual([rule]);
    expect(said[0]?.words).toMatch(/^Rule added: fold /);
    await store.undo(said[0]?.undo ?? '');
    expect(await rules()).toEqual([]);
  });

  it.each([
    ['creator', { linkUrl: `${FFN}/u/7/A-Writer` }, 'creator: "A-Writer"#7'],
    ['work', { linkUrl: `${FFN}/s/12/3/A-Title` }, 'work: https://fanfiction.net/s/12'],
  ])('makes a rule on FanFiction.net: %s', async (entry, what, rule) => {
    await press(entry, what, `${FFN}/anime/Gravelight/`);
    expect(await rules()).toEqual([rule]);
  });

  it.each([
    ['https://www.royalroad.com/fiction/12/a-title/chapter/3/x', 'work: https://royalroad.com/fiction/12'],
    ['https://www.scribblehub.com/series/12/a-title/', 'work: https://scribblehub.com/series/12'],
    ['https://ficbook.net/readfic/12', 'work: https://ficbook.net/readfic/12'],
  ])('makes a rule about the work at %s', async (linkUrl, rule) => {
    await press('work', { linkUrl }, linkUrl);
    expect(await rules()).toEqual([rule]);
  });

  it('takes no address of an archive that can be switched on for another archive’s tag or series', async () => {
    await press('tag', { linkUrl: 'https://ficbook.net/tags/7' });
    await press('series', { linkUrl: 'https://www.scribblehub.com/series/12/a-title/' });
    expect(await rules()).toEqual([]);
  });

  it('is there for their works only, beside the links of other archives', async () => {
    const made: { id?: string; targetUrlPatterns?: string[] }[] = [];
    void new FakeScripting('https://ficbook.net/*');
    Object.defineProperty(browser, 'contextMenus', {
      configurable: true,
      value: { removeAll: async () => undefined, create: (entry: object) => void made.push(entry) },
    });
    makeMenus(store);
    await vi.waitFor(() => expect(made).toHaveLength(5));
    expect(made.map(({ id, targetUrlPatterns = [] }) => [id, targetUrlPatterns.filter((one) => one.includes('ficbook'))])).toEqual([
      ['tag', []],
      ['creator', []],
      ['work', ['https://ficbook.net/readfic/*']],
      ['series', []],
      ['text', []],
    ]);
    expect(made[0]?.targetUrlPatterns).toContain('https://archiveofourown.org/tags/*');
  });

  it('says so when there is nothing that a rule could be about', async () => {
    await press('work', { linkUrl: `${AO3}/works/search` });
    await press('text', { selectionText: ' ' });
    expect(await rules()).toEqual([]);
    expect(said).toEqual([
      { words: FAILED, undo: null },
      { words: FAILED, undo: null },
    ]);
  });
});
