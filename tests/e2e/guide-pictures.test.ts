import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { AO3 } from './harness/archive';
import { type Chromium, startChromium } from './harness/chromium';
import { openArchive } from './harness/open';
import { aWork, listingOf } from './harness/works';
import { renderWorkPage } from '../../tools/demo-archive/markup/index';

/*
 * The pictures of the guide, which comes with the extension: so they are light. Every run takes them; they replace
 * those of the guide only on request, so that a test run changes nothing.
 */
declare const chrome: ExtensionApi;

const OUT = 'out/pictures/guide';
const GUIDE = process.env['UPDATE_PICTURES'] === '1' ? 'docs/pictures' : null;
const HEAVIEST = 60_000;
const LISTING = '/tags/Guide/works';
const WORK = '/works/9';

const RULES = [
  'fold warning: major-character-death',
  'hide relationship: */Reader unless fandom: "The Lantern Regiment (TV)"',
  'fold freeform: "Alpha/Beta/Omega*", Omegaverse* reason: none',
  'fold creator: anonymous and rating: explicit, not-rated and words: <1000 note: "looks like harassment"',
  'show creator: writer3 strict',
  'fold updated: >18 months and complete: no until: 2040-01-31',
  'note freeform: "Slow Burn"',
  'highlight tag: Fluff',
].join('\n');

const works = [
  aWork(1, { title: 'Lamps in the Harbour', freeforms: ['Fluff', 'Found Family'] }),
  aWork(2, { title: 'The Last Watch', warnings: ['death'] }),
  aWork(4, { title: 'Letters Never Sent', freeforms: ['Slow Burn'] }),
];

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf(works));
  put(WORK, renderWorkPage(aWork(9, { title: 'The Long Night', warnings: ['death'] })));
}, 20);
let chromium: Chromium;
beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  chromium = await startChromium({ port: archive.port, viewport: { width: 900, height: 640 } });
  const page = await chromium.openOwn('options.html');
  await page.evaluate((text) => chrome.runtime.sendMessage({ name: 'add-rules', body: { text } }), RULES);
  await page.close();
});
afterAll(() => chromium.close());

/** Takes what the window shows; far lighter than what a browser takes by itself. @param from what is to be near the upper edge */
async function take(page: Page, name: string, from?: string): Promise<void> {
  await page.addStyleTag({
    content: 'html { scrollbar-width: none; } * { caret-color: transparent !important; animation: none !important; transition: none !important; }',
  });
  if (from !== undefined)
    await page.evaluate((selector) => scrollTo(0, (document.querySelector(selector)?.getBoundingClientRect().top ?? 0) + scrollY - 20), from);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 72 });
  await session.detach();
  const picture = Buffer.from(data, 'base64');
  expect(picture.length).toBeLessThan(HEAVIEST);
  for (const folder of [OUT, ...(GUIDE === null ? [] : [GUIDE])]) writeFileSync(`${folder}/${name}.webp`, picture);
}

describe('the pictures of the guide', () => {
  it.each([
    ['rules', '#/rules', '.rule'],
    ['rule', `#/rules/${encodeURIComponent('relationship: "*/Reader" unless fandom: "The Lantern Regiment (TV)"')}`, '.rule-edit, .details-grid'],
    ['themes', '#/themes', '.theme'],
    ['editor', '#/editor', '.cm-line'],
    ['look', '#/look', '.sample foldaway-fold'],
  ])('show the options: %s', async (name, address, there) => {
    const page = await chromium.openOwn(`options.html${address}`);
    await page.evaluate((section) => localStorage.setItem('help-closed', section), address.split('/')[1] ?? '');
    await page.reload();
    await page.waitForSelector(there);
    await take(page, name, name === 'rules' ? '#all-rules' : undefined);
    await page.close();
  });

  it('show the first page', async () => {
    const page = await chromium.openOwn('welcome.html');
    await page.waitForSelector('.theme');
    await take(page, 'welcome');
    await page.close();
  });

  it('show a listing, the form for a rule, and the popup', async () => {
    const page = await chromium.open(AO3 + LISTING);
    await page.waitForSelector('#work_4[data-foldaway=note]');
    await page.waitForSelector('foldaway-bar');
    await take(page, 'listing', 'foldaway-bar');

    const own = await chromium.openOwn('options.html#/about');
    const tab = await own.evaluate(async (path) => (await chrome.tabs.query({})).find(({ url }) => url?.endsWith(path))?.id ?? -1, LISTING);
    await page.bringToFront();
    await page.locator('#work_1 h4 a').first().focus();
    await own.evaluate((to) => chrome.tabs.sendMessage(to, { name: 'focused', body: { what: 'add' } }, { frameId: 0 }), tab);
    await page.waitForSelector('#work_1 > foldaway-panel[open]');
    await take(page, 'panel', '#work_1');
    await own.close();

    const popup = await chromium.context.newPage();
    await popup.setViewportSize({ width: 400, height: 560 });
    await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html?tab=${tab}`);
    await popup.waitForSelector('.page-item');
    await take(popup, 'popup');
    await popup.close();
    await page.close();
  });

  it('show the notice in front of a work', async () => {
    const page = await chromium.open(AO3 + WORK);
    await page.waitForSelector('foldaway-gate');
    await take(page, 'gate');
    await page.close();
  });
});
