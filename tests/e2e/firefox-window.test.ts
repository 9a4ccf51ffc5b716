import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { downloadedHtml } from '../fixtures/saved-works/works';
import { AO3 } from './harness/archive';
import { pressInside } from './harness/closed-roots';
import { type Firefox, startFirefox } from './harness/firefox';
import { type FirefoxWindow, firefoxWindow } from './harness/firefox-window';
import { openArchive } from './harness/open';
import { judgedAs, pressNamed, says } from './harness/reader';
import { firefoxTab, type Tab } from './harness/tab';
import { aWork, listingOf } from './harness/works';

/*
 * What a reader meets outside of pages in Firefox: its menu of the right button on links of archives, its prompts when
 * Foldaway asks for a permission, its manager of extensions, and its start with the extension installed.
 */
const HOST = 'fics.example.org';
const OPTIONAL = 'www.royalroad.com';
const LISTING = '/tags/Window/works';
/** As many run on a site that is added; one on an archive that is switched on, and one on files. */
const SCRIPTS = 4;

declare const chrome: ExtensionApi;

const archive = openArchive(({ put }) => {
  put(
    LISTING,
    listingOf([
      aWork(1, { freeforms: ['Beacons'], series: [{ id: 9, title: 'Lights', position: 1 }] }),
      aWork(2, { freeforms: ['Slow Burn'], summary: 'Lighthouses everywhere.' }),
      aWork(3, { freeforms: ['Beacons'] }),
    ]),
  );
  put('/', listingOf([aWork(1)]));
});

let folder: string;
let firefox: Firefox;
let around: FirefoxWindow;
let page: Awaited<ReturnType<Firefox['open']>>;
let tab: Tab;
let own: Awaited<ReturnType<Firefox['openOwn']>>;
let options: Tab;

async function start(): Promise<void> {
  firefox = await startFirefox({
    port: archive.port,
    alsoHosts: [HOST, OPTIONAL],
    profile: join(folder, 'profile'),
    preferences: { 'extensions.webextOptionalPermissionPrompts': true },
  });
  around = firefoxWindow(firefox.command);
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foldaway-window-'));
  await writeFile(join(folder, 'dark.html'), downloadedHtml({ freeforms: ['Aardvark'] }));
  await start();
});
afterAll(async () => {
  await firefox.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function openListing(address = AO3 + LISTING): Promise<void> {
  page = await firefox.open(address);
  tab = firefoxTab(page);
  await judgedAs(tab, { work_1: 'show', work_2: 'show', work_3: 'show' });
}
async function openOptions(section: string): Promise<void> {
  own = await firefox.openOwn(`options.html#/${section}`);
  options = firefoxTab(own, true);
  await own.bringToFront();
}
const rules = (): Promise<string[]> =>
  options.evaluate(
    async () => ((await chrome.runtime.sendMessage({ name: 'get-rules', body: {} })) as { value: { rules: { id: string }[] } }).value.rules.map(({ id }) => id),
    null,
  );
const originOf = (host: string): string => new URL('*', `https://${host}`).href;
const may = (host: string): Promise<boolean> => options.evaluate((asked) => chrome.permissions.contains({ origins: [asked] }), originOf(host));
const registered = (): Promise<number> => options.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length, null);

describe('the menu of the right button', () => {
  beforeAll(async () => {
    await openOptions('rules');
    await openListing();
  });
  afterAll(async () => {
    await page.close();
    await own.close();
  });

  it.each([
    ['a tag', '#work_1 a.tag[href*="Beacons"]', ['Fold works with this tag']],
    ['a creator', '#work_1 a[rel="author"]', ['Fold works by this creator']],
    ['a work', '#work_1 h4 a', ['Fold this work']],
    ['a series', '#work_1 a[href="/series/9"]', ['Fold works in this series']],
    ['another link', '#header a', []],
    ['no link', '#work_1 blockquote', []],
  ])('has what can be done with %s', async (_, selector, entries) => {
    expect(await around.menuOn(page, selector)).toEqual(entries);
    await around.choose(null);
  });

  it('makes a rule of a link at a press, says so on the page, and takes it back at Undo', async () => {
    await around.menuOn(page, '#work_1 a.tag[href*="Beacons"]');
    await around.choose('Fold works with this tag');
    await judgedAs(tab, { work_1: 'fold', work_2: 'show', work_3: 'fold' });
    await tab.until(() => document.querySelector('body > foldaway-panel') !== null, null);
    expect(await rules()).toEqual(['tag: "Beacons"']);
    await pressInside(tab, 'body > foldaway-panel', 1);
    await judgedAs(tab, { work_1: 'show', work_3: 'show' });
    expect(await rules()).toEqual([]);
  });

  it('makes a rule of selected words of a summary', async () => {
    await page.click('#work_2 blockquote p', { count: 2, offset: { x: 20, y: 8 } });
    await tab.until(() => document.getSelection()?.toString().trim() === 'Lighthouses', null);
    expect(await around.menuOn(page, '#work_2 blockquote p')).toEqual(['Fold works whose summary says “Lighthouses”']);
    await around.choose('Fold works whose summary says “Lighthouses”');
    await judgedAs(tab, { work_1: 'show', work_2: 'fold' });
    expect(await rules()).toEqual(['summary: "Lighthouses"']);
    await options.evaluate((id) => chrome.runtime.sendMessage({ name: 'remove-rules', body: { ids: [id] } }), 'summary: "Lighthouses"');
    await judgedAs(tab, { work_2: 'show' });
  });
});

describe('a prompt for a permission', () => {
  beforeAll(() => openOptions('archives'));
  afterAll(() => own.close());

  it('that is refused adds no site', async () => {
    await options.type('form input', HOST);
    await pressNamed(options, 'Add');
    expect(await around.answer('refuse')).toContain(HOST);
    await says(options, 'form [role="alert"]', 'Without the permission Foldaway cannot read the site.');
    expect(await may(HOST)).toBe(false);
    expect(await registered()).toBe(0);
  });

  it('that is accepted adds the site, with its entries in the menu', async () => {
    await pressNamed(options, 'Add');
    await around.answer('allow');
    await says(options, '.toasts', `${HOST} is added`);
    await expect.poll(registered).toBe(SCRIPTS);
    await openListing(`https://${HOST}${LISTING}`);
    await expect
      .poll(async () => {
        const entries = await around.menuOn(page, '#work_1 h4 a');
        await around.choose(null);
        return entries;
      })
      .toEqual(['Fold this work']);
    await page.close();
  });

  it('is shown again for a site whose permission was taken back, and what was answered is told', async () => {
    await options.evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), originOf(HOST));
    await own.bringToFront();
    await options.reload();
    await pressNamed(options, 'Allow');
    await around.answer('refuse');
    await says(options, '.toasts', `Still not allowed; nothing is filtered on ${HOST}.`);
    expect(await registered()).toBe(0);
    await pressNamed(options, 'Allow');
    await around.answer('allow');
    await says(options, '.toasts', `Foldaway can read ${HOST} now.`);
    await expect.poll(registered).toBe(SCRIPTS);
  });

  it('switches an archive on, or not', async () => {
    await pressNamed(options, 'Switch on Royal Road');
    await around.answer('refuse');
    await says(options, '.toasts', 'Still not allowed; nothing is filtered on Royal Road.');
    expect(await may(OPTIONAL)).toBe(false);
    await pressNamed(options, 'Switch on Royal Road');
    await around.answer('allow');
    await says(options, '.toasts', 'Foldaway can read Royal Road now.');
    await expect.poll(registered).toBe(SCRIPTS + 1);
  });
});

describe('files on disk', () => {
  beforeAll(() => openOptions('saved'));
  afterAll(() => own.close());

  it('are judged when the prompt is accepted and the switch in the manager of extensions is on', async () => {
    await options.evaluate(() => chrome.runtime.sendMessage({ name: 'add-rules', body: { text: 'fold freeform: Aardvark' } }), null);
    await pressNamed(options, 'Judge saved works that I open');
    await around.answer('refuse');
    await says(options, 'details.card [role=alert]', 'The browser has not given the permission.');
    await pressNamed(options, 'Judge saved works that I open');
    await around.answer('allow');
    await says(options, 'details.card [role=status]', 'Allowed here. A newer Firefox does nothing until its own switch is on, too.');
    await switchFilesOn(firefox);
    await own.bringToFront();
    await says(options, 'details.card [role=status]', 'On: saved works are judged before they are shown.');
    await expect.poll(registered).toBe(SCRIPTS + 2);
    const work = firefoxTab(await firefox.open(file()));
    await work.until(() => document.querySelector('foldaway-gate') !== null, null);
    await work.close();
  });
});

describe('a restart', () => {
  it('keeps what the reader has allowed, the entries in the menu, and the rules', async () => {
    await firefox.close();
    await start();
    const work = firefoxTab(await firefox.open(file()));
    await work.until(() => document.querySelector('foldaway-gate') !== null, null);
    await openListing(`https://${HOST}${LISTING}`);
    expect(await around.menuOn(page, '#work_1 h4 a')).toEqual(['Fold this work']);
    await around.choose('Fold this work');
    await judgedAs(tab, { work_1: 'fold', work_2: 'show' });
    await openOptions('saved');
    expect(await registered()).toBe(SCRIPTS + 2);
    expect((await rules()).sort()).toEqual(['freeform: "Aardvark"', `work: https://${HOST}/works/1`]);
    await says(options, 'details.card [role=status]', 'On: saved works are judged before they are shown.');
    expect(await may(OPTIONAL)).toBe(true);
  });
});

const file = (): string => pathToFileURL(join(folder, 'dark.html')).href;

/** Presses "Access local files on your computer" in Firefox's manager of extensions. */
async function switchFilesOn({ browser }: Firefox): Promise<void> {
  const manager = await browser.newPage();
  await manager.goto('about:addons', { waitUntil: [] }); // which Firefox never reports as loaded
  await manager.waitForFunction(() => 'gViewController' in globalThis);
  await manager.evaluate(() =>
    (globalThis as unknown as { gViewController: { loadView(view: string): void } }).gViewController.loadView('detail/foldaway@foldaway.example'),
  );
  for (const button of ['button[name="permissions"]', 'moz-toggle[permission-type="file_scheme_access"]']) {
    await manager.waitForSelector(button, { visible: true });
    await manager.click(button);
  }
  await manager.waitForFunction(
    () => document.querySelector<HTMLInputElement & { pressed: boolean }>('moz-toggle[permission-type="file_scheme_access"]')?.pressed === true,
  );
  await manager.close();
}
