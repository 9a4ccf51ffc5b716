import { beforeEach, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { startChromium } from './harness/chromium';
import { pressInside } from './harness/closed-roots';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, type Reader, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const LISTING = '/tags/Panel/works';
const RULE = 'fold freeform: "Slow*"';

const archive = openArchive(({ put }) => {
  put(
    LISTING,
    listingOf([
      aWork(1, { relationships: ['A/B'], freeforms: ['Fluff'] }),
      aWork(2, { freeforms: ['Slow Burn'] }),
      aWork(3, { relationships: ['A/B', 'C/D'], freeforms: [] }),
    ]),
  );
});

const rulesOf = async (reader: Reader): Promise<string[]> =>
  (await reader.send('get-rules', {})).rules.map(({ id, action }) => `${action ?? 'fold'} ${id}`).sort();

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeEach(() => reader.removeAllRules());

  it('makes a rule from an item with the keyboard, and takes it back', async () => {
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'show', work_3: 'show' });
    await pressInside(tab, '#work_1 > foldaway-panel', 1);
    await tab.until(() => document.activeElement?.matches('foldaway-panel[open]') === true, null);
    // Close, what to do (one stop), then the first of the choices: the relationship.
    for (let at = 0; at < 3; at++) await tab.key('Tab');
    await tab.key('Space');
    await tab.key('Enter');
    await judgedAs(tab, { work_1: 'fold', work_2: 'show', work_3: 'fold' });
    expect(await rulesOf(reader)).toEqual(['fold relationship: "A/B"']);
    expect(await tab.evaluate(() => document.querySelector('#work_1 > foldaway-panel[open]'), null)).toBeNull();
    await pressInside(tab, 'body > foldaway-panel', 1);
    await judgedAs(tab, { work_1: 'show', work_3: 'show' });
    expect(await rulesOf(reader)).toEqual([]);
    await tab.close();
  });

  it('closes at Escape and gives the focus back', async () => {
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'show' });
    await pressInside(tab, '#work_1 > foldaway-panel', 1);
    await tab.until(() => document.activeElement?.matches('foldaway-panel[open]') === true, null);
    await tab.key('Escape');
    await tab.until(() => document.querySelector('foldaway-panel[open]') === null, null);
    expect(await tab.evaluate(() => document.activeElement?.matches('#work_1 > foldaway-panel') === true, null)).toBe(true);
    await tab.close();
  });

  it('explains a fold, and shows the work always or excepts the tag, with a way back', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_2: 'fold' });
    await pressInside(tab, '#work_2 > foldaway-fold', 2);
    await tab.until(() => document.activeElement?.matches('#work_2 > foldaway-panel[open]') === true, null);
    expect(await visible(tab, '#work_2 > foldaway-panel[open]')).toBe(true);
    expect(await visible(tab, '#work_2 h4')).toBe(false);
    // Close, change rule, not this tag.
    for (let at = 0; at < 3; at++) await tab.key('Tab');
    await tab.key('Enter');
    await judgedAs(tab, { work_2: 'show' });
    expect(await rulesOf(reader)).toEqual(['fold freeform: "Slow*" unless tag: "Slow Burn"']);
    await pressInside(tab, 'body > foldaway-panel', 1);
    await judgedAs(tab, { work_2: 'fold' });
    expect(await rulesOf(reader)).toEqual(['fold freeform: "Slow*"']);
    await pressInside(tab, '#work_2 > foldaway-fold', 2);
    await tab.until(() => document.activeElement?.matches('#work_2 > foldaway-panel[open]') === true, null);
    for (let at = 0; at < 4; at++) await tab.key('Tab');
    await tab.key('Enter');
    await judgedAs(tab, { work_2: 'show' });
    expect(await rulesOf(reader)).toEqual(['fold freeform: "Slow*"', 'show work: https://archiveofourown.org/works/2']);
    await tab.close();
  });

  it('takes a tag out of the rule that names it, and the rule away when nothing is left of it', async () => {
    const [id = ''] = await reader.addRules('fold freeform: Fluff, "Slow Burn"');
    const first = await reader.send('except-tag', { rule: id, list: 'mine', tag: 'Slow Burn' });
    expect(first.text).toBe('fold freeform: Fluff');
    expect(await rulesOf(reader)).toEqual(['fold freeform: "Fluff"']);
    const second = await reader.send('except-tag', { rule: 'freeform: "Fluff"', list: 'mine', tag: 'Fluff' });
    expect(second.text).toBe('');
    expect(await rulesOf(reader)).toEqual([]);
  });

  it('opens the options at the rule', async () => {
    const [id = ''] = await reader.addRules(RULE);
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_2: 'fold' });
    await pressInside(tab, '#work_2 > foldaway-fold', 2);
    await tab.until(() => document.activeElement?.matches('#work_2 > foldaway-panel[open]') === true, null);
    await tab.key('Tab');
    await tab.key('Tab');
    await tab.key('Enter');
    const own = await reader.own('popup.html');
    const opened = (path: string): Promise<boolean> =>
      own.evaluate(async (wanted) => {
        const { chrome } = globalThis as unknown as BackgroundGlobals;
        return (await chrome.tabs.query({})).some(({ url }) => url === chrome.runtime.getURL(wanted));
      }, path);
    await expect.poll(() => opened(`/options.html#/rules/${encodeURIComponent(id)}`)).toBe(true);
    await own.close();
    await tab.close();
  });
});

/** What the background calls, and what Chromium's own menu does to it. */
interface BackgroundGlobals {
  chrome: {
    contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
    tabs: { query(what: object): Promise<{ url?: string }[]> };
    runtime: { getURL(path: string): string; sendMessage(message: object): Promise<{ value: { rules: { id: string; action?: string }[] } }> };
  };
}

describe('in Chromium', () => {
  it('makes rules from links by the browser menu', async () => {
    const chromium = await startChromium({ port: archive.port });
    try {
      const page = await chromium.open(AO3 + LISTING);
      const judged = (id: number, action: string) => page.waitForSelector(`#work_${id}[data-foldaway="${action}"]`, { state: 'attached' });
      await judged(1, 'show');
      const worker = await chromium.worker();
      const pressed = (menuItemId: string, more: object): Promise<void> =>
        worker.evaluate(
          async ([info, url]) => {
            const { chrome } = globalThis as unknown as BackgroundGlobals;
            const [tab] = await chrome.tabs.query({ url: `${url}*` });
            chrome.contextMenus.onClicked.dispatch(info, tab ?? {});
          },
          [{ menuItemId, pageUrl: AO3 + LISTING, ...more }, AO3 + LISTING] as const,
        );
      await pressed('tag', { linkUrl: `${AO3}/tags/A*s*B/works` });
      await judged(1, 'fold');
      await judged(3, 'fold');
      await page.waitForSelector('body > foldaway-panel', { state: 'attached' });
      await pressed('text', { selectionText: 'happens in work 2' });
      await judged(2, 'fold');
      await pressed('creator', { linkUrl: `${AO3}/users/writer3/pseuds/writer3` });
      await pressed('work', { linkUrl: `${AO3}/works/77` });
      await pressed('series', { linkUrl: `${AO3}/series/9` });
      const own = await chromium.openOwn('options.html');
      const rules = (): Promise<string[]> =>
        own.evaluate(async () =>
          (await (globalThis as unknown as BackgroundGlobals).chrome.runtime.sendMessage({ name: 'get-rules', body: {} })).value.rules
            .map(({ id }) => id)
            .sort(),
        );
      await expect
        .poll(rules)
        .toEqual([
          'creator: "writer3"',
          'series: https://archiveofourown.org/series/9',
          'summary: "happens in work 2"',
          'tag: "A/B"',
          'work: https://archiveofourown.org/works/77',
        ]);
    } finally {
      await chromium.close();
    }
  });
});
