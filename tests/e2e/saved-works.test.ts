import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { book, copiedText, downloadedHtml, downloadedText } from '../fixtures/saved-works/works';
import { zipFile } from '../fixtures/saved-works/zip-file';
import { renderWorkPage } from '../../tools/demo-archive/markup/index';
import { startChromium } from './harness/chromium';
import type { FlashReport } from './harness/flash';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, pressNamed, says, type Tab, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const RULE = 'fold freeform: Aardvark';
/** As a browser saves a page whole: its links lead to the archive. */
const savedPage = (html: string): string => html.replace(/(href|action)="\//g, '$1="https://archiveofourown.org/');
const longWork = aWork(90, { freeforms: ['Aardvark'], text: [Array.from({ length: 5000 }, () => 'A line of the work.')] });
const DARK = { freeforms: ['Aardvark'], paragraphs: 20_000 };

/** What pages of the extension call the extension API, in both browsers. */
declare const chrome: ExtensionApi;

const archive = openArchive();
let folder: string;
const at = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foldaway-saved-'));
  const files = {
    'dark.html': downloadedHtml(DARK),
    'dark.txt': downloadedText({ ...DARK, id: 78 }),
    'copied.txt': copiedText('paragraphs', DARK),
    'fine.html': downloadedHtml({ id: 79 }),
    'page.html': savedPage(renderWorkPage(longWork)),
    'page-fine.html': savedPage(renderWorkPage(aWork(91))),
    'listing.html': savedPage(listingOf([aWork(92)])),
    'letter.txt': 'Dear Ana,\nAardvark.\n',
    'other.html': '<!doctype html><title>Other</title><body class="a"><p id="text">A page of something else: Aardvark.</p></body>',
    'empty.html': '',
    'shelf.zip': zipFile([
      ...Array.from({ length: 60 }, (_, index) => ({ path: `shelf/${index}.html`, content: downloadedHtml({ title: `Shelved ${index}`, id: 100 + index }) })),
      { path: 'book.epub', content: book({ title: 'A book', ...DARK }) },
      { path: 'locked.html', content: '', locked: true },
    ]),
  };
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const judged = (tab: Tab, action: string): Promise<void> => tab.until((wanted) => document.body?.getAttribute('data-foldaway') === wanted, action);
/** Whether anything of the page itself is to be seen. */
const pageSeen = (tab: Tab): Promise<boolean> =>
  tab.evaluate(
    () =>
      [...document.body.children].some(
        (part) => !part.localName.startsWith('foldaway-') && part.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      ),
    null,
  );

/** Moves the focus with the Tab key to a button inside one of our elements. */
async function focusOn(tab: Tab, host: string, times: number): Promise<void> {
  for (let inside = 0, steps = 0; inside < times && steps < 30; steps++) {
    await tab.key('Tab');
    if (await tab.evaluate((name) => document.activeElement?.matches(name) === true, host)) inside++;
  }
}

describe.each(BROWSERS)('in %s', (browser) => {
  // The switch for files in the manager of extensions is a page of Firefox, which no script reaches.
  const reader = openReader(browser, archive, () => ({ preferences: { 'extensions.webextensions.fileSchemeAccess.requireOptIn': false } }));
  const allow = async (words: string, state: string): Promise<void> => {
    const options = await reader.own('options.html#/saved');
    await pressNamed(options, words);
    // Firefox does not say whether it has a switch.
    await says(options, 'details.card [role=status]', state === 'On:' && browser === 'firefox' ? 'Allowed here.' : state);
    await expect.poll(() => options.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length, null)).toBe(state === 'On:' ? 1 : 0);
    await options.close();
  };
  const watched = async (file: string, ...parts: string[]): Promise<[Tab, FlashReport]> => {
    const tab = await reader.tab();
    await tab.watch(parts);
    await tab.goto(at(file));
    await judged(tab, 'fold');
    await tab.until(() => document.readyState === 'complete', null);
    return [tab, await tab.flash()];
  };
  beforeEach(() => reader.removeAllRules());

  it('lists the works of many files with verdict and reasons, whatever else is among them', async () => {
    await reader.addRules(RULE);
    const options = await reader.own('options.html#/saved');
    await options.upload('input[type="file"]:not([webkitdirectory])', ...['shelf.zip', 'dark.txt', 'letter.txt'].map((name) => join(folder, name)));
    await says(options, '[aria-labelledby="saved-results"] [role=status]', '62 works read · 2 would be folded or hidden · 2 files could not be read');
    await options.type('input[type="search"]', 'book');
    await options.until(() => document.querySelectorAll('.checked-work').length === 1, null);
    await says(options, '.checked-work', 'A book');
    await says(options, '.checked-work', 'freeform: "Aardvark"');
    await options.close();
  });

  it('leaves files alone until the reader allows it', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(at('dark.html'));
    await tab.until(() => document.readyState === 'complete', null);
    expect(await tab.evaluate(() => document.documentElement.hasAttribute('data-foldaway-curtain') || document.body.hasAttribute('data-foldaway'), null)).toBe(
      false,
    );
    await tab.close();
    await allow('Judge saved works that I open', 'On:');
  });

  it.each([
    ['download', 'dark.html', ['preface', 'chapters']],
    ['saved page', 'page.html', ['header', 'workskin']],
  ])('stands in front of a %s before its first word, and does not wait for its end', async (_, file, parts) => {
    await reader.addRules(RULE);
    let [tab, flash] = await watched(file, ...parts);
    // Filters that took longer than 1.5 s prove nothing: the page is shown, as promised.
    for (let tries = 0; flash.gaveUpUnjudged && tries < 4; tries++) {
      await tab.close();
      [tab, flash] = await watched(file, ...parts);
    }
    expect(flash.seen).toEqual({});
    expect(await visible(tab, 'foldaway-gate')).toBe(true);
    expect(await pageSeen(tab)).toBe(false);
    await expect.poll(() => reader.badge(at(file))).toBe('1');
    await tab.close();
  });

  it('shows other saved pages as they are', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(at('page-fine.html'));
    await judged(tab, 'show');
    expect(await pageSeen(tab)).toBe(true);
    await tab.goto(at('listing.html'));
    await tab.until(() => document.readyState === 'complete' && !document.documentElement.hasAttribute('data-foldaway-curtain'), null);
    expect(await pageSeen(tab)).toBe(true);
    await tab.close();
  });

  it.each(['dark.txt', 'copied.txt'])('stands in front of the text %s, and opens at "Read this time"', async (name) => {
    await reader.addRules(RULE);
    const tab = await reader.tab(at(name));
    await judged(tab, 'fold');
    expect(await pageSeen(tab)).toBe(false);
    await focusOn(tab, 'foldaway-gate', 2);
    await tab.key('Enter');
    await tab.until(() => document.querySelector('pre')?.checkVisibility() === true, null);
    expect(await visible(tab, 'foldaway-gate')).toBe(false);
    await tab.reload();
    await judged(tab, 'fold');
    expect(await pageSeen(tab)).toBe(true);
    await tab.close();
  });

  it('always shows a work at the press of a button, by its number on the archive, and takes that back', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(at('dark.html'));
    await judged(tab, 'fold');
    await focusOn(tab, 'foldaway-gate', 3);
    await tab.key('Enter');
    await judged(tab, 'show');
    expect((await reader.send('get-rules', {})).rules.map(({ id }) => id)).toContain('work: https://archiveofourown.org/works/77');
    await focusOn(tab, 'body > foldaway-panel', 1);
    await tab.key('Enter');
    await judged(tab, 'fold');
    await tab.close();
  });

  it('follows rules that change elsewhere', async () => {
    const tab = await reader.tab(at('fine.html'));
    await judged(tab, 'show');
    await reader.addRules('fold fandom: Gravelight');
    await judged(tab, 'fold');
    expect(await pageSeen(tab)).toBe(false);
    await tab.close();
  });

  it.each(['letter.txt', 'other.html', 'empty.html'])('leaves %s as it is', async (name) => {
    await reader.addRules(RULE);
    const tab = await reader.tab(at(name));
    await tab.until(() => document.readyState === 'complete' && !document.documentElement.hasAttribute('data-foldaway-curtain'), null);
    expect(
      await tab.evaluate(
        () => [...document.documentElement.attributes, ...document.body.attributes].map((one) => one.name).filter((one) => one.includes('foldaway')),
        null,
      ),
    ).toEqual([]);
    if (name !== 'empty.html') expect(await pageSeen(tab)).toBe(true);
    await tab.close();
  });

  it('stops when the permission is given back', async () => {
    await reader.addRules(RULE);
    await allow('Stop, and give the permission back', 'Off:');
    const tab = await reader.tab(at('dark.html'));
    await tab.until(() => document.readyState === 'complete', null);
    expect(await pageSeen(tab)).toBe(true);
    await tab.close();
  });
});

/** What the page of the extensions can do in Chromium. */
interface DeveloperApi {
  developerPrivate: { updateProfileConfiguration(what: object): Promise<void>; updateExtensionConfiguration(what: object): Promise<void> };
}

describe("with Chrome's own switch for files", () => {
  it('says how to put it on, and gates again once it is', async () => {
    const chromium = await startChromium({ port: archive.port });
    try {
      const extensions = await chromium.open('chrome://extensions');
      const put = (fileAccess: boolean): Promise<void> =>
        extensions.evaluate(
          async ([extensionId, on]) => {
            const { developerPrivate } = chrome as unknown as DeveloperApi;
            // An extension that is loaded from a folder starts anew only so.
            await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
            await developerPrivate.updateExtensionConfiguration({ extensionId, fileAccess: on });
          },
          [chromium.extensionId, fileAccess] as const,
        );
      /** The extension starts anew with the switch, and its pages are not there for a moment. */
      const options = async (): Promise<Page> => {
        await expect
          .poll(
            () =>
              chromium.openOwn('options.html#/saved').then(
                (page) => page.close().then(() => true),
                () => false,
              ),
            { timeout: 10_000 },
          )
          .toBe(true);
        return chromium.openOwn('options.html#/saved');
      };
      const before = await options();
      await before.getByRole('button', { name: 'Judge saved works that I open' }).click();
      await before.getByText('On: saved works').waitFor();
      await before.evaluate((text) => chrome.runtime.sendMessage({ name: 'add-rules', body: { text } }), RULE);
      await put(false);
      const off = await options();
      await off.getByText('Allow access to file URLs').waitFor();
      expect(await off.getByRole('button', { name: 'Judge saved works that I open' }).count()).toBe(0);
      await put(true);
      const on = await options();
      await on.getByText('On: saved works').waitFor();
      await expect.poll(() => on.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length)).toBe(1);
      const work = await chromium.open(at('dark.html'));
      await work.waitForSelector('body[data-foldaway=fold] > foldaway-gate');
    } finally {
      await chromium.close();
    }
  });
});
