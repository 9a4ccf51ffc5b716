import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { type FanficSpec, renderFanfic, renderFanfics } from '../../tools/demo-archive/markup/ficbook';
import { type FimStorySpec, renderFullStory, renderStories } from '../../tools/demo-archive/markup/fimfiction';
import { type FictionSpec, renderFiction, renderFictions } from '../../tools/demo-archive/markup/royal-road';
import { renderFinder, renderSeries, type SeriesSpec } from '../../tools/demo-archive/markup/scribble-hub';
import type { FlashReport } from './harness/flash';
import { openArchive, openReader } from './harness/open';
import { buildPermitted } from './harness/permitted';
import { BROWSERS, judgedAs, pressNamed, says, type Tab } from './harness/reader';

/* No prompt can be answered here, as in asking.test.ts: Firefox grants what is asked for, Chromium gets a build that has the permission. */
const HOSTS = ['www.royalroad.com', 'www.fimfiction.net', 'www.scribblehub.com', 'ficbook.net'];
const NAMES = ['Royal Road', 'Fimfiction', 'Scribble Hub', 'Ficbook'];

declare const chrome: ExtensionApi;

const fiction = (id: number, tags: string[]): FictionSpec => ({
  id,
  title: `Fiction ${id}`,
  type: 'Original',
  status: 'ONGOING',
  tags,
  stats: { followers: 1, pages: 2, views: 3, chapters: 4 },
  description: ['x'],
});
const story = (id: number, genre: string): FimStorySpec => ({
  id,
  title: `Story ${id}`,
  author: { id: 7, name: 'Ana' },
  rating: 'teen',
  tags: [{ type: 'genre', short: genre, long: genre }],
  words: 5,
  status: 'complete',
  published: 1_319_575_642,
  description: 'x',
});

const serial = (id: number, genre: string): SeriesSpec => ({
  id,
  title: `Serial ${id}`,
  author: { id: 7, name: 'Ana' },
  genres: [genre],
  complete: false,
  stats: { views: '1k', favorites: '2', chapters: '3', readers: '4', reviews: '5', words: '6' },
  updated: 'Sep 27, 2026',
  text: 'x',
});

const fanfic = (id: number, pairing: string): FanficSpec => ({
  id: String(id),
  title: `Fanfic ${id}`,
  author: { id: 7, name: 'Ana' },
  rating: 'G',
  direction: 'gen',
  status: 'finished',
  fandoms: ['F'],
  pairings: [pairing],
  tags: [],
  size: '',
  likes: 1,
  description: 'x',
});

/** Items of some sites have no id of their own, by which a test can watch them. */
function numbered(html: string, item: string): string {
  let number = 0;
  return html.replaceAll(item, () => `${item} id="story_${(number += 1)}"`);
}

const archive = openArchive(({ put }) => {
  put(
    '/fictions/best-rated',
    numbered(renderFictions([renderFiction(fiction(1, ['Magic'])), renderFiction(fiction(2, ['Horror']))]), '<div class="fiction-list-item row"'),
  );
  put('/stories', renderStories([renderFullStory(story(1, 'Comedy')), renderFullStory(story(2, 'Horror'))]));
  put('/story/2/story-2', renderStories([renderFullStory(story(2, 'Horror'))]));
  put('/fanfiction/books/x', numbered(renderFanfics([renderFanfic(fanfic(1, 'A')), renderFanfic(fanfic(2, 'A/B'))]), '<article class="fanfic-inline"'));
  put('/series-finder/', numbered(renderFinder([renderSeries(serial(1, 'Comedy')), renderSeries(serial(2, 'Horror'))]), '<div class="search_main_box"'));
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foldaway-optional-'));
  await buildPermitted(folder, HOSTS);
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive, () => ({ alsoHosts: HOSTS, ...(browser === 'chromium' && { extension: folder }) }));
  const registered = (own: Tab): Promise<number> => own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length, null);
  beforeEach(() => reader.removeAllRules());

  it('has a script for each from the moment when it is allowed', async () => {
    const options = await reader.own('options.html#/archives');
    if (browser === 'firefox') for (const name of NAMES) await pressNamed(options, `Switch on ${name}`);
    await expect.poll(() => registered(options)).toBe(NAMES.length);
    await options.close();
  });

  it.each([
    ['https://www.royalroad.com/fictions/best-rated', 'fold freeform: Horror'],
    ['https://www.fimfiction.net/stories', 'fold genre: Horror'],
    ['https://www.scribblehub.com/series-finder/', 'fold genre: Horror'],
    ['https://ficbook.net/fanfiction/books/x', 'fold relationship: A/B'],
  ])('folds on %s before anything is painted', async (address, rule) => {
    await reader.addRules(rule);
    const watched = async (): Promise<[Tab, FlashReport]> => {
      const tab = await reader.tab();
      await tab.watch(['story_2']);
      await tab.goto(address);
      await judgedAs(tab, { story_1: 'show', story_2: 'fold' });
      return [tab, await tab.flash()];
    };
    let [tab, flash] = await watched();
    // Filters that took longer than 1.5 s prove nothing: the page is shown, as promised.
    for (let tries = 0; flash.gaveUp && tries < 4; tries++) {
      await tab.close();
      [tab, flash] = await watched();
    }
    expect(flash.seen).toEqual({});
    await tab.close();
  });

  it('leaves the page of a single story alone', async () => {
    await reader.addRules('fold genre: Horror');
    const tab = await reader.tab('https://www.fimfiction.net/story/2/story-2');
    await tab.until(() => document.readyState === 'complete', null);
    expect(
      await tab.evaluate(() => document.documentElement.hasAttribute('data-foldaway-curtain') || document.querySelector('[data-foldaway]') !== null, null),
    ).toBe(false);
    await tab.close();
  });

  if (browser === 'firefox')
    it('gives the permissions back', async () => {
      const options = await reader.own('options.html#/archives');
      for (const name of NAMES) {
        const remove = `button[aria-label="Remove ${name}"]`;
        await options.until((button) => document.querySelector(button) !== null, remove);
        await options.press(remove);
        await says(options, 'main', `Switch on ${name}`);
      }
      await expect.poll(() => registered(options)).toBe(0);
      await options.close();
    });
});
