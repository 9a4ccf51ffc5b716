import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { renderTagPage, renderWorkPage } from '../../tools/demo-archive/markup/index';
import { AO3 } from './harness/archive';
import { pressInside } from './harness/closed-roots';
import { openArchive } from './harness/open';
import { buildPermitted } from './harness/permitted';
import { BROWSERS, judgedAs, pressNamed, type Reader, says, startReader, type Tab, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

/*
 * What archives are asked for at a press: the page of a tag, and the front page of a site that is added. Firefox is told
 * to grant what is asked for (firefox-window.test.ts answers its prompt), and Chromium gets a build that has the permission
 * from the start, so there neither its prompt nor its being given back is tried.
 */
const HOST = 'fics.example.org';
const FORUM = 'forum.example.org';
const UNREACHED = 'gone.example.org';
const SITE = `https://${HOST}`;
const LISTING = '/tags/Asking/works';

declare const chrome: ExtensionApi;

let cookies: boolean[];
const archive = openArchive(({ put }) => {
  const works = [aWork(1), aWork(2, { freeforms: ['Beacons'] }), aWork(3, { freeforms: ['Lighthouses'] })];
  put(LISTING, listingOf(works));
  put('/works/3', renderWorkPage(works[2] ?? aWork(3)));
  put('/tags/Lighthouses', ({ viewer }) => {
    cookies.push(viewer !== null);
    return renderTagPage({ name: 'Lighthouses', type: 'Additional Tags', canonical: true, synonyms: ['Beacons', 'Pharos'] });
  });
  put('/tags/Busy', () => ({ status: 429, headers: { 'retry-after': '600' }, body: 'Retry later' }));
  put('/', ({ url }) => (url.hostname === FORUM ? '<!doctype html><title>Forum</title><p>Welcome' : listingOf(works)));
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foldaway-asking-'));
  await buildPermitted(join(folder, 'build'), [HOST, FORUM, UNREACHED]);
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const start = (browser: Reader['browser']): Promise<Reader> =>
  startReader(browser, {
    port: archive.port,
    alsoHosts: [HOST, FORUM],
    profile: join(folder, browser),
    ...(browser === 'chromium' && { extension: join(folder, 'build') }),
  });
const asked = (part: string): number => archive.asked.filter((url) => url.includes(part)).length;
const registered = (own: Tab): Promise<number> => own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length, null);

describe.each(BROWSERS)('in %s', (browser) => {
  let reader: Reader;
  let options: Tab;
  beforeAll(async () => {
    cookies = [];
    reader = await start(browser);
    options = await reader.own('options.html#/archives');
  });
  afterAll(() => reader.close());

  const add = async (address: string): Promise<void> => {
    await options.evaluate(() => ((document.querySelector('form input') as HTMLInputElement).value = ''), null);
    await options.type('form input', address);
    await options.until(() => document.querySelector<HTMLButtonElement>('form button[type="submit"]')?.disabled === false, null);
    await options.press('form button[type="submit"]');
  };

  it('says what is wrong with a site that cannot be added', async () => {
    await says(options, 'main', 'Address of an archive');
    await add(`https://${FORUM}/`);
    await says(options, 'form [role="alert"]', `${FORUM} does not show the software of Archive of Our Own`);
    await add(UNREACHED);
    await says(options, 'form [role="alert"]', 'The site could not be reached.');
    expect(await reader.send('get-sites', {})).toEqual([]);
    expect(await registered(options)).toBe(0);
  });

  it('filters on a site that was added, apart from the archive whose work numbers it shares', async () => {
    const before = asked(`${SITE}/`);
    await add(`${HOST}/works?page=2`);
    await says(options, '.toasts', `${HOST} is added`);
    expect(asked(`${SITE}/`)).toBe(before + 1);
    await expect.poll(() => registered(options)).toBe(4);
    await reader.addRules(`fold work: ${SITE}/works/2\nhide work: ${AO3}/works/1\nnote archive: ${HOST}`);
    const there = await reader.tab(SITE + LISTING);
    await judgedAs(there, { work_1: 'note', work_2: 'fold', work_3: 'note' });
    const here = await reader.tab(AO3 + LISTING);
    await judgedAs(here, { work_1: 'hide', work_2: 'show', work_3: 'show' });
    await reader.removeAllRules();
    await judgedAs(there, { work_2: 'show' });
    await here.close();
    await there.close();
  });

  it('gates works there, for this site alone', async () => {
    await reader.addRules('fold freeform: Lighthouses');
    const tab = await reader.tab(`${SITE}/works/3`);
    await tab.until(() => document.querySelector('foldaway-gate') !== null, null);
    expect(await visible(tab, '#workskin')).toBe(false);
    await pressInside(tab, 'foldaway-gate', 2);
    await tab.until(() => document.querySelector('#workskin')?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === true, null);
    await tab.goto(`${AO3}/works/3`);
    await tab.until(() => document.querySelector('foldaway-gate') !== null, null);
    expect(await visible(tab, '#workskin')).toBe(false);
    await tab.close();
    await reader.removeAllRules();
  });

  it('comes back by itself when an update has made the browser forget the scripts', async () => {
    await options.evaluate(() => chrome.scripting.unregisterContentScripts(), null);
    expect(await registered(options)).toBe(0);
    await reader.sleep();
    await reader.send('get-sites', {});
    await expect.poll(() => registered(options)).toBe(4);
  });

  it('is there after the browser was started anew, as rules and settings are', async () => {
    await reader.addRules(`hide work: ${SITE}/works/2`);
    await reader.send('set-setting', { name: 'keep-covered', value: true });
    await reader.close();
    reader = await start(browser);
    const awake = async (): Promise<void> => {
      options = await reader.own('options.html#/archives');
      await expect.poll(() => registered(options)).toBe(4);
    };
    // Chromium installs what it loads from a folder anew at every start; in Firefox the first page needs nobody to wake the background.
    if (browser === 'chromium') await awake();
    const tab = await reader.tab(SITE + LISTING);
    await judgedAs(tab, { work_1: 'show', work_2: 'hide', work_3: 'show' });
    await tab.close();
    if (browser === 'firefox') await awake();
    expect(await reader.send('get-settings', {})).toMatchObject({ keepCovered: true });
    await reader.send('set-setting', { name: 'keep-covered', value: false });
    await reader.removeAllRules();
  });

  it('is left alone once the site is removed', async () => {
    await pressNamed(options, 'Remove');
    await says(options, '.toasts', `${HOST} is removed`);
    await expect.poll(() => registered(options)).toBe(0);
    const permitted = await options.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), `${SITE}/*`);
    expect(permitted).toBe(browser === 'chromium');
    const tab = await reader.tab(SITE + LISTING);
    await reader.send('get-settings', {});
    expect(await tab.evaluate(() => document.querySelector('[data-foldaway], [data-foldaway-curtain]'), null)).toBeNull();
    await tab.close();
  });

  it('learns what counts as the same at the press of the tick, and judges open pages by it', async () => {
    const page = await reader.tab(AO3 + LISTING);
    await page.evaluate(() => (document.cookie = `demo_choices=${encodeURIComponent('login=user')}; path=/`), null);
    await reader.addRules('fold tag: Lighthouses synonyms');
    await judgedAs(page, { work_2: 'show', work_3: 'fold' });
    const editor = await reader.own(`options.html#/rules/${encodeURIComponent('tag: "Lighthouses" synonyms')}`);
    await says(editor, 'main', 'Nothing is known of “Lighthouses” yet.');
    expect(cookies).toEqual([]);
    const before = asked('/tags/Lighthouses');
    await pressNamed(editor, 'Ask the archive about “Lighthouses”');
    await says(editor, 'main', '2 tags have the same meaning.');
    await judgedAs(page, { work_1: 'show', work_2: 'fold', work_3: 'fold' });
    expect(cookies).toEqual([false]);
    expect(asked('/tags/Lighthouses')).toBe(before + 1);
    await editor.close();
    await page.close();
    await reader.removeAllRules();
  });

  it('learns it from the panel on a page, where the reader ticks it', async () => {
    await reader.send('forget-tag', { name: 'Lighthouses' });
    const page = await reader.tab(AO3 + LISTING);
    await judgedAs(page, { work_2: 'show', work_3: 'show' });
    await pressInside(page, '#work_3 > foldaway-panel', 1);
    await page.until(() => document.activeElement?.matches('foldaway-panel[open]') === true, null);
    // Close, what to do, then the first choice, the tag.
    for (let at = 0; at < 3; at++) await page.key('Tab');
    await page.key('Space');
    // Character, fandom, creator, rating, category, language, two lengths, work; then the tick.
    for (let at = 0; at < 10; at++) await page.key('Tab');
    await page.key('Space');
    await page.key('Enter');
    await judgedAs(page, { work_1: 'show', work_2: 'fold', work_3: 'fold' });
    expect((await reader.send('get-rules', {})).rules.map(({ id }) => id)).toEqual(['freeform: "Lighthouses" synonyms']);
    await page.close();
    await reader.removeAllRules();
  });

  it('stops when the archive asks to be left alone, and asks nothing until then', async () => {
    const before = asked('/tags/');
    await reader.addRules('fold tag: Busy synonyms');
    await pressNamed(options, 'Ask the archive about “Busy”');
    await says(options, 'main', 'The site asks to be left alone for a while. It can be tried again after');
    expect(asked('/tags/')).toBe(before + 1);
    const answer = await reader.send('look-up-tag', { name: 'Fluff' });
    expect(answer).toMatchObject({ ok: false, trouble: 'busy' });
    expect(asked('/tags/')).toBe(before + 1);
    await reader.removeAllRules();
  });
});
