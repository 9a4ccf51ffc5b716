import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { book, copiedText, downloadedHtml } from '../fixtures/saved-works/works';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM, startChromium, type Chromium } from './harness/chromium';
import { openArchive } from './harness/open';
import { aWork, listingOf } from './harness/works';

/** Pictures of every page of ours in every look, for people to leaf through. */
const PICTURES = 'out/pictures/ui';
const LISTING = '/tags/Pages/works';

const RULES = [
  'fold warning: major-character-death',
  'hide relationship: */Reader unless fandom: "Teen Wolf (TV)"',
  'hide freeform: "Alpha/Beta/Omega*", Omegaverse* reason: none',
  'fold creator: anonymous and rating: explicit, not-rated and words: <1000 note: "looks like harassment"',
  'show creator: astolat strict',
  'fold language: not en, de off',
  'fold updated: >18 months and complete: no until: 2040-01-31',
  'highlight tag: Fluff',
  'fold freform: Angst',
].join('\n');

const OPTIONS: [name: string, address: string][] = [
  ['rules', '#/rules'],
  ['rule', `#/rules/${encodeURIComponent('relationship: "*/Reader" unless fandom: "Teen Wolf (TV)"')}`],
  ['new-rule', '#/rules/new'],
  ['themes', '#/themes'],
  ['lists', '#/lists'],
  ['subscriptions', '#/subscriptions'],
  ['editor', '#/editor'],
  ['tester', '#/tester'],
  ['saved', '#/saved'],
  ['activity', '#/activity'],
  ['look', '#/look'],
  ['keyboard', '#/keyboard'],
  ['archives', '#/archives'],
  ['sync', '#/sync'],
  ['history', '#/history'],
  ['import-export', '#/import-export'],
  ['about', '#/about'],
];

/** What a section holds below its heading and its help. */
const CONTENT = '.section > :not(:first-child)';

const SHELF = [
  {
    name: 'sad.html',
    mimeType: 'text/html',
    buffer: Buffer.from(downloadedHtml({ title: 'A sad one', warning: 'Major Character Death', freeforms: ['Past Rape/Non-con', 'Omegaverse'] })),
  },
  {
    name: 'book.epub',
    mimeType: 'application/epub+zip',
    buffer: Buffer.from(book({ title: 'A book with a title that goes on for so long that it needs several lines on a phone' })),
  },
  { name: 'copied.txt', mimeType: 'text/plain', buffer: Buffer.from(copiedText('chapter')) },
  { name: `${'long'.repeat(30)}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
];

const LOOKS = [
  { colorScheme: 'light', width: 1280, contrast: 'no-preference' },
  { colorScheme: 'dark', width: 1280, contrast: 'no-preference' },
  { colorScheme: 'light', width: 360, contrast: 'no-preference' },
  { colorScheme: 'dark', width: 360, contrast: 'no-preference' },
  { colorScheme: 'dark', width: 361, contrast: 'more' },
] as const;

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { title: 'A sad one', warnings: ['death'] }), aWork(3, { freeforms: ['Omegaverse'] })]));
}, 40);
let chromium: Chromium;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  chromium = await startChromium({ port: archive.port });
  const page = await chromium.openOwn('options.html');
  await page.evaluate((text) => chrome.runtime.sendMessage({ name: 'add-rules', body: { text, keepUnreadable: true } }), RULES);
  // What happened is written some seconds after it did.
  const listing = await chromium.open(AO3 + LISTING);
  await listing.waitForSelector('[data-foldaway=fold]');
  const folded = (): Promise<number> =>
    page.evaluate(async () => ((await chrome.runtime.sendMessage({ name: 'get-activity', body: {} })) as { value: { folded: unknown[] } }).value.folded.length);
  await vi.waitFor(async () => expect(await folded()).toBeGreaterThan(0), { timeout: 10_000 });
  await listing.close();
  await page.close();
});
afterAll(() => chromium.close());

declare const chrome: {
  i18n: object;
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: { query(what: object): Promise<{ id: number; url?: string }[]> };
};

/** What axe finds wrong, in one line each. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`));
}

/** Without the scroll bar, which a picture of a page from right to left would be moved by. */
async function picture(page: Page, name: string): Promise<void> {
  await page.addStyleTag({ content: 'html { scrollbar-width: none; }' });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

/** A page that has to be pushed sideways is a fault on a phone. */
const sideways = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

describe.each(LOOKS)('in $colorScheme at $width px with contrast $contrast, without a fault that axe can find', ({ colorScheme, width, contrast }) => {
  const look = async (page: Page): Promise<void> => {
    await page.emulateMedia({ colorScheme, contrast, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
  };

  it.each(OPTIONS)('the options: %s', async (name, address) => {
    const page = await chromium.openOwn(`options.html${address}`);
    await look(page);
    await page.waitForSelector(CONTENT);
    if (name === 'editor') await page.waitForSelector('.cm-lint-marker');
    expect(await faults(page)).toEqual([]);
    expect(await sideways(page)).toBe(false);
    await picture(page, `${name}-${width}-${colorScheme}`);
    await page.close();
  });

  it('the options: a shelf of saved works, some with themes, some unreadable', async () => {
    const page = await chromium.openOwn('options.html#/saved');
    await look(page);
    await page.setInputFiles('input[type=file]:not([webkitdirectory])', SHELF);
    await page.waitForFunction(() => document.querySelector('[aria-labelledby=saved-results] [role=status]')?.textContent?.startsWith('3 works read'));
    await page.locator('.notice summary').click();
    await page.locator('.checked-work summary').first().click();
    await page.waitForSelector('.checked-work .entries');
    expect(await faults(page)).toEqual([]);
    expect(await sideways(page)).toBe(false);
    await picture(page, `saved-works-${width}-${colorScheme}`);
    await page.close();
  });

  it('the first page', async () => {
    const page = await chromium.openOwn('welcome.html');
    await look(page);
    await page.waitForSelector('.theme');
    expect(await faults(page)).toEqual([]);
    expect(await sideways(page)).toBe(false);
    await picture(page, `welcome-${width}-${colorScheme}`);
    await page.close();
  });

  it('the popup', async () => {
    const listing = await chromium.open(AO3 + LISTING);
    await listing.waitForSelector('[data-foldaway=fold]');
    const own = await chromium.openOwn('options.html');
    const tab = await own.evaluate(async (path) => (await chrome.tabs.query({})).find(({ url }) => url?.endsWith(path))?.id, LISTING);
    await own.close();
    const page = await chromium.context.newPage();
    if (width < 1280) await page.addInitScript(() => Object.defineProperty(navigator, 'userAgent', { value: 'Android' }));
    await page.goto(`chrome-extension://${chromium.extensionId}/popup.html?tab=${tab}`);
    await look(page);
    await page.waitForSelector('.page-item');
    expect(await faults(page)).toEqual([]);
    expect(await sideways(page)).toBe(false);
    await picture(page, `popup-${width}-${colorScheme}`);
    await page.close();
    await listing.close();
  });
});

describe.each(['de', 'ar'] as const)('in the words of %s', (locale) => {
  type Words = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
  const words = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Words;

  it.each([...OPTIONS, ['welcome', 'welcome.html']])('long words and another direction fit on a phone: %s', async (name, address) => {
    const page = await chromium.context.newPage();
    // The browser's language is its own affair, so its words are put in place of the others.
    await page.addInitScript((all: Words) => {
      Object.defineProperty(chrome.i18n, 'getMessage', {
        value: (key: string, values: string[] = []) => {
          const filled = (text: string): string => text.replace(/\$(\d)/g, (_, digit: string) => values[Number(digit) - 1] ?? '');
          return (all[key]?.message ?? '').replace(/\$(\w+)\$/g, (_, hole: string) => filled(all[key]?.placeholders?.[hole.toLowerCase()]?.content ?? ''));
        },
      });
    }, words);
    await page.goto(`chrome-extension://${chromium.extensionId}/${address.startsWith('#') ? 'options.html' : ''}${address}`);
    await page.setViewportSize({ width: 360, height: 900 });
    await page.waitForSelector(`${CONTENT}, .theme`);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    expect(await sideways(page)).toBe(false);
    expect(await faults(page)).toEqual([]);
    await picture(page, `${name}-360-${locale}`);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await sideways(page)).toBe(false);
    }
    await picture(page, `${name}-1280-${locale}`);
    await page.close();
  });
});

/** What a page loads before it does anything, compressed as a browser would fetch it, in bytes. */
function weight(page: string): number {
  const html = readFileSync(join(BUILT_FOR_CHROMIUM, page), 'utf8');
  const files = new Set([...html.matchAll(/(?:src|href)="\/((?:chunks|assets)\/[^"]+)"/g)].map(([, file = '']) => file));
  expect(files.size).toBeGreaterThan(2);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT_FOR_CHROMIUM, file))).length, 0);
}

describe('the pages', () => {
  it('stay light: the popup at 60 kB, the options at 250 kB, the text editor only when it is opened', () => {
    expect(weight('popup.html')).toBeLessThanOrEqual(60_000);
    expect(weight('options.html')).toBeLessThanOrEqual(250_000);
    expect(readFileSync(join(BUILT_FOR_CHROMIUM, 'options.html'), 'utf8')).not.toContain('code-editor');
  });

  it('open the popup at once', async () => {
    const page = await chromium.openOwn('popup.html');
    await page.waitForSelector('.line-field');
    console.info(`popup drawn after ${Math.round(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0))} ms`);
    expect(await page.locator('.line-field input').isVisible()).toBe(true);
    await page.close();
  });
});

describe('with 20,000 rules', () => {
  it('the options hold few rows, and scroll to the last one', async () => {
    const page = await chromium.openOwn('options.html');
    const text = Array.from({ length: 20_000 }, (_, index) => `fold freeform: "Tag number ${index}"`).join('\n');
    await page.evaluate((lines) => chrome.runtime.sendMessage({ name: 'add-rules', body: { text: lines } }), text);
    await page.reload();
    await page.waitForSelector('.rule');
    console.info(`20,000 rules: first row after ${Math.round(await page.evaluate(() => performance.now()))} ms`);
    expect(await page.locator('.rule').count()).toBeLessThan(60);
    const last = (): boolean => {
      const rows = document.querySelectorAll('.rule');
      const row = rows[rows.length - 1];
      return row !== undefined && row.getAttribute('aria-posinset') === row.getAttribute('aria-setsize');
    };
    // Rows that were never drawn are guessed, so the end moves a little while one goes there.
    await expect
      .poll(
        async () => {
          await page.keyboard.press('End');
          return page.evaluate(last);
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    expect(await page.locator('.rule').count()).toBeLessThan(60);
    await page.close();
  });
});
