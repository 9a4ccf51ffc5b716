import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { PageRequests } from '../../src/messages/table';
import { AO3 } from './harness/archive';
import { startChromium } from './harness/chromium';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, type Tab } from './harness/reader';
import { aWork, listingOf } from './harness/works';

/** What pages of the extension call the extension API. */
declare const chrome: ExtensionApi;

const LISTING = '/tags/Look/works';
const RULES = 'fold warning: major-character-death\nhighlight freeform: Fluff';

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { title: 'A sad one', warnings: ['death'] }), aWork(3, { freeforms: ['Fluff'] })]));
});

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  let page: Tab;
  let own: Tab;
  let number: number;
  beforeAll(async () => {
    await reader.addRules(RULES);
    page = await reader.tab(AO3 + LISTING);
    number = await reader.tabNumber(AO3 + LISTING);
    own = await reader.own('options.html#/about');
  });
  beforeEach(() => judgedAs(page, { work_1: 'show', work_2: 'fold', work_3: 'highlight' }));

  const shown = (): Promise<void> => page.until(() => document.querySelector('#work_2 h4')?.checkVisibility() === true, null);
  const folded = (): Promise<void> => page.until(() => document.querySelector('#work_2 h4')?.checkVisibility() === false, null);

  describe('the look', () => {
    const set = (name: string, value: unknown) => reader.send('set-setting', { name, value });

    it('of open pages follows each choice at once', async () => {
      await page.until(() => document.querySelector('html')?.getAttribute('data-foldaway-look') === '', null);
      const height = (): Promise<number> => page.evaluate(() => document.querySelector('#work_2')?.getBoundingClientRect().height ?? 0, null);
      const usual = await height();
      await set('fold-style', 'bare');
      await set('density', 'tight');
      await set('highlight-colour', 'blue');
      await set('add-buttons', false);
      await page.until(() => document.querySelector('html')?.getAttribute('data-foldaway-look') === 'bare tight highlight-blue no-buttons', null);
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('#work_3') ?? document.body).outlineColor, null)).toBe('rgb(61, 132, 214)');
      expect(await height()).toBeLessThan(usual);
      await page.until(() => document.querySelector('#work_1 > foldaway-panel')?.checkVisibility() === false, null);
      for (const name of ['fold-style', 'density', 'highlight-colour', 'add-buttons']) await set(name, null);
      await page.until(() => document.querySelector('html')?.getAttribute('data-foldaway-look') === '', null);
    });
  });

  describe('a shortcut', () => {
    /** What the background tells the page when the keys are pressed, which no test can press: the browser itself takes them. */
    const press = (what: PageRequests['focused']['what']): Promise<unknown> =>
      own.evaluate(([tab, about]) => chrome.tabs.sendMessage(Number(tab), { name: 'focused', body: { what: about } }, { frameId: 0 }), [number, what]);

    it('shows the folded work that has the focus, and folds it again without losing the place', async () => {
      await page.tabTo('#work_2 > foldaway-fold');
      await press('toggle');
      await shown();
      await press('toggle');
      await folded();
      expect(await page.evaluate(() => document.activeElement?.matches('#work_2 > foldaway-fold'), null)).toBe(true);
    });

    it('opens "add from here" on the work that has the focus; Escape leads back', async () => {
      await page.tabTo('#work_3 h4 a');
      await press('add');
      await page.until(() => document.querySelector('#work_3 > foldaway-panel[open]') !== null && document.activeElement?.nodeName === 'FOLDAWAY-PANEL', null);
      await page.key('Escape');
      await page.until(() => document.querySelector('foldaway-panel[open]') === null && document.activeElement?.matches('#work_3 h4 a') === true, null);
    });
  });
});

describe('in chromium', () => {
  it('the shortcuts are there with keys, and the background hears them', async () => {
    const chromium = await startChromium({ port: archive.port });
    const own = await chromium.openOwn('options.html#/keyboard');
    await own.evaluate((text) => chrome.runtime.sendMessage({ name: 'add-rules', body: { text } }), RULES);
    const page = await chromium.open(AO3 + LISTING);
    await page.waitForSelector('#work_2[data-foldaway=fold]');
    expect(await own.evaluate(async () => (await chrome.commands.getAll()).map(({ name, shortcut }) => `${name} ${shortcut}`))).toEqual(
      expect.arrayContaining(['toggle-item Alt+Shift+S', 'add-rule Alt+Shift+F', 'pause Alt+Shift+U']),
    );
    const worker = await chromium.worker();
    const pause = (): Promise<void> =>
      worker.evaluate(async (address) => {
        const [tab] = await chrome.tabs.query({ url: `${address}*` });
        (chrome.commands.onCommand as unknown as { dispatch(command: string, tab: unknown): void }).dispatch('pause', tab);
      }, AO3 + LISTING);
    await pause();
    await page.waitForSelector('#work_2:not([data-foldaway])');
    await pause();
    await page.waitForSelector('#work_2[data-foldaway=fold]');
    await chromium.close();
  });
});
