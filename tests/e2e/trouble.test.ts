import { describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM, type Chromium, startChromium } from './harness/chromium';
import { textInside } from './harness/closed-roots';
import { BUILT_FOR_FIREFOX, startFirefox } from './harness/firefox';
import { withLateAnswers, withoutAnswers, withVersion } from './harness/mutants';
import { openArchive } from './harness/open';
import { BROWSERS, judgedAs, type Reader, startReader, verdicts, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const LISTING = '/tags/Trouble/works';
const works = Array.from({ length: 20 }, (_, index) => aWork(index + 1, index % 3 === 1 ? { warnings: ['death'] } : { summary: 'On and on. '.repeat(30) }));
const blocked = works.filter((work) => work.warnings.includes('death')).map((work) => `work_${work.id}`);
const FOLDED = Object.fromEntries(blocked.map((id) => [id, 'fold' as const]));
const RULE = 'fold warning: major-character-death';

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf(works));
});

describe.each(BROWSERS)('in %s', (browser) => {
  const built = browser === 'chromium' ? BUILT_FOR_CHROMIUM : BUILT_FOR_FIREFOX;

  async function withReader(extension: string, use: (reader: Reader) => Promise<void>): Promise<void> {
    const reader = await startReader(browser, { port: archive.port, extension });
    try {
      await use(reader);
    } finally {
      await reader.close();
    }
  }

  it('judges every work although the background ends in the middle of the page', () =>
    withReader(built, async (reader) => {
      await reader.addRules(RULE);
      const tab = await reader.tab();
      await tab.watch(blocked);
      const loaded = tab.goto(`${AO3}${LISTING}?stream=slow&chunk=12000&gap=2500`);
      await tab.until(() => document.querySelector('#work_2[data-foldaway="fold"]') !== null, null);
      await reader.sleep();
      await loaded;
      await judgedAs(tab, { ...FOLDED, work_1: 'show', work_19: 'show' });
      expect((await tab.flash()).seen).toEqual({});
    }));

  it('judges what has come of a page that never ends, and keeps half a work covered', () =>
    withReader(built, async (reader) => {
      await reader.addRules(RULE);
      const tab = await reader.tab();
      await tab.watch(blocked);
      const bytes = Buffer.byteLength(listingOf(works.slice(0, 5)));
      const loaded = tab.goto(`${AO3}${LISTING}?stream=slow&stop=${bytes}`).catch(() => 'left while it was loading');
      await judgedAs(tab, { work_1: 'show', work_2: 'fold', work_3: 'show' });
      expect(await visible(tab, '#work_1 h4')).toBe(true);
      expect((await tab.flash()).seen).toEqual({});
      await tab.close();
      await loaded;
    }));

  it('shows the page with a plain message when the background never answers', async () => {
    const mutant = await withoutAnswers(built);
    await withReader(mutant.folder, async (reader) => {
      const tab = await reader.tab(AO3 + LISTING);
      expect(await visible(tab, '#work_2 h4')).toBe(false);
      await tab.until(() => document.querySelector('#work_2 h4')?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true, null);
      await tab.until(() => document.querySelector('foldaway-bar') !== null, null);
      expect(await visible(tab, 'foldaway-bar')).toBe(true);
      expect(await verdicts(tab)).toMatchObject({ work_1: null, work_2: null });
    });
    await mutant.remove();
  });

  it('folds after all when the reader presses Retry and the background is back', async () => {
    const mutant = await withLateAnswers(built);
    await withReader(mutant.folder, async (reader) => {
      await reader.addRules(RULE);
      const tab = await reader.tab(AO3 + LISTING);
      await tab.until(() => document.querySelector('foldaway-bar') !== null, null);
      expect(await visible(tab, '#work_2 h4')).toBe(true);
      const own = await reader.own('options.html');
      await own.evaluate(() => (globalThis as unknown as OwnGlobals).chrome.runtime.sendMessage('wake'), null);
      await own.close();
      await tab.tabTo('foldaway-bar');
      await tab.key('Enter');
      await judgedAs(tab, FOLDED);
      expect(await visible(tab, '#work_2 h4')).toBe(false);
      // The requests that were never answered die with the background, and that is no new trouble.
      await tab.evaluate(() => {
        const root = document.documentElement;
        const look = (): void =>
          root.setAttribute('data-curtains', `${root.getAttribute('data-curtains') ?? ''} ${root.getAttribute('data-foldaway-curtain')}`);
        new MutationObserver(look).observe(root, { attributes: true, attributeFilter: ['data-foldaway-curtain'] });
        look();
      }, null);
      await reader.sleep();
      // What the page hears of a new rule comes after all that the end of the background brought.
      await reader.addRules('fold work: 1');
      await judgedAs(tab, { ...FOLDED, work_1: 'fold' });
      expect(await tab.evaluate(() => document.documentElement.getAttribute('data-curtains'), null)).not.toContain('up');
    });
    await mutant.remove();
  });
});

/** What pages of the extension call. */
interface OwnGlobals {
  chrome: { runtime: { sendMessage(message: unknown): Promise<unknown>; reload(): void } };
}

interface ExtensionsPageGlobals {
  chrome: { developerPrivate: { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> } };
}

/** An extension from a folder only comes back from a reload in developer mode. */
async function allowReloading(chromium: Chromium): Promise<void> {
  const page = await chromium.open('chrome://extensions');
  await page.evaluate(() => (globalThis as unknown as ExtensionsPageGlobals).chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  await page.close();
}

describe('in Firefox', () => {
  it('takes over open pages when it is updated, and leaves nothing covered when it is removed', async () => {
    const update = await withVersion(BUILT_FOR_FIREFOX, '999.0.0');
    const firefox = await startFirefox({ port: archive.port });
    try {
      const own = await firefox.openOwn('options.html');
      await own.evaluate((text) => (globalThis as unknown as OwnGlobals).chrome.runtime.sendMessage({ name: 'add-rules', body: { text } }), RULE);
      const page = await firefox.open(AO3 + LISTING);
      await page.waitForSelector('#work_5[data-foldaway="fold"]');
      await page.evaluate(() => document.querySelector('#work_2 > foldaway-fold')?.setAttribute('class', 'of-the-old-one'));
      const id = await firefox.browser.installExtension(update.folder);
      await page.waitForSelector('#work_2[data-foldaway="fold"] > foldaway-fold:not(.of-the-old-one)');
      expect(await page.$$eval('foldaway-fold', (lines) => lines.length)).toBe(blocked.length);
      await page.waitForSelector('html[data-foldaway-curtain="down"]');
      await page.click('#work_2 > foldaway-fold');
      await page.waitForSelector('#work_2 h4', { visible: true });
      expect(await page.$eval('#work_5 h4', (heading) => heading.checkVisibility())).toBe(false);
      await firefox.browser.uninstallExtension(id);
      await page.waitForSelector('#work_5 h4', { visible: true });
      await page.evaluate(() => {
        const later = document.querySelector('#work_5')?.cloneNode(true) as Element;
        later.id = 'later';
        later.removeAttribute('data-foldaway');
        document.querySelector('#work_5')?.after(later);
      });
      await page.waitForSelector('#later h4', { visible: true });
    } finally {
      await firefox.close();
      await update.remove();
    }
  });
});

describe('in Chromium', () => {
  it('leaves an open page as it is when the extension is reloaded, and judges the next one', async () => {
    const chromium = await startChromium({ port: archive.port });
    try {
      await allowReloading(chromium);
      const own = await chromium.openOwn('options.html');
      await own.evaluate((text) => (globalThis as unknown as OwnGlobals).chrome.runtime.sendMessage({ name: 'add-rules', body: { text } }), RULE);
      const page = await chromium.open(AO3 + LISTING);
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.waitForSelector('#work_2[data-foldaway="fold"]');
      await Promise.all([
        own.waitForEvent('close'),
        own.evaluate(() => (globalThis as unknown as OwnGlobals).chrome.runtime.reload()).catch(() => 'closed while it answered'),
      ]);
      await page.bringToFront();
      expect(await page.locator('#work_1 h4').isVisible()).toBe(true);
      expect(await page.locator('#work_2 h4').isVisible()).toBe(false);
      expect(errors).toEqual([]);
      await page.locator('#work_2 > foldaway-fold').click();
      await expect.poll(() => page.locator('#work_2 h4').isVisible()).toBe(true);
      // What comes later is shown too, and the page says that only a reload has it filtered.
      await page.evaluate(() => document.querySelector('#work_5')?.after(document.querySelector('#work_5')?.cloneNode(true) ?? ''));
      await page.waitForSelector('html[data-foldaway-curtain="up"]', { state: 'attached' });
      await page.waitForSelector('body > foldaway-panel', { state: 'attached' });
      expect(await textInside(page, 'body > foldaway-panel')).toContain('Foldaway was updated or switched off.');
      expect(errors).toEqual([]);
      await expect
        .poll(async () => {
          await page.goto(AO3 + LISTING, { waitUntil: 'domcontentloaded' });
          return page.waitForSelector('#work_2[data-foldaway="fold"]', { timeout: 2_000 }).then(
            () => 'judged',
            () => 'not judged',
          );
        })
        .toBe('judged');
    } finally {
      await chromium.close();
    }
  });

  it('says in the bar that nothing is filtered, and offers Retry', async () => {
    const mutant = await withoutAnswers(BUILT_FOR_CHROMIUM);
    const chromium = await startChromium({ port: archive.port, extension: mutant.folder });
    try {
      const page = await chromium.open(AO3 + LISTING);
      await page.waitForSelector('foldaway-bar', { state: 'attached' });
      expect(await textInside(page, 'foldaway-bar')).toBe('Filters did not answer; nothing is filtered on this page. Retry');
    } finally {
      await chromium.close();
      await mutant.remove();
    }
  });
});
