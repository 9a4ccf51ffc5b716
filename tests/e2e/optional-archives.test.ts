import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { type FimStorySpec, renderFullStory, renderStories } from '../../tools/demo-archive/markup/fimfiction';
import { type FictionSpec, renderFiction, renderFictions } from '../../tools/demo-archive/markup/royal-road';
import { type DemoArchive, startArchive } from './harness/archive';
import type { FlashReport } from './harness/flash';
import { buildPermitted } from './harness/permitted';
import { BROWSERS, judgedAs, pressNamed, type Reader, says, startReader, type Tab } from './harness/reader';

/* No prompt can be answered here, as in asking.test.ts: Firefox grants what is asked for, Chromium gets a build that has the permission. */
const HOSTS = ['www.royalroad.com', 'www.fimfiction.net'];

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

let archive: DemoArchive;
let folder: string;
beforeAll(async () => {
  archive = await startArchive();
  // Items of this site have no id of their own, by which a test can watch them.
  const list = [fiction(1, ['Magic']), fiction(2, ['Horror'])]
    .map((one) => renderFiction(one))
    .join('')
    .split('<div class="fiction-list-item row">')
    .slice(1);
  archive.put(
    '/fictions/best-rated',
    renderFictions([]).replace(
      '<div class="fiction-list">',
      `<div class="fiction-list">${list.map((one, index) => `<div id="story_${index + 1}" class="fiction-list-item row">${one}`).join('')}`,
    ),
  );
  archive.put('/stories', renderStories([renderFullStory(story(1, 'Comedy')), renderFullStory(story(2, 'Horror'))]));
  archive.put('/story/2/story-2', renderStories([renderFullStory(story(2, 'Horror'))]));
  folder = await mkdtemp(join(tmpdir(), 'foldaway-optional-'));
  await buildPermitted(folder, HOSTS);
});
afterAll(async () => {
  await archive.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe.each(BROWSERS)('in %s', (browser) => {
  let reader: Reader;
  const registered = (own: Tab): Promise<number> => own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length, null);
  beforeAll(async () => {
    reader = await startReader(browser, { port: archive.port, alsoHosts: HOSTS, ...(browser === 'chromium' && { extension: folder }) });
  });
  afterAll(() => reader.close());
  beforeEach(() => reader.removeAllRules());

  it('has a script for each from the moment when it is allowed', async () => {
    const options = await reader.own('options.html#/archives');
    if (browser === 'firefox') for (const name of ['Royal Road', 'Fimfiction']) await pressNamed(options, `Switch on ${name}`);
    await expect.poll(() => registered(options)).toBe(2);
    await options.close();
  });

  it.each([
    ['https://www.royalroad.com/fictions/best-rated', 'fold freeform: Horror'],
    ['https://www.fimfiction.net/stories', 'fold genre: Horror'],
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

  it.runIf(browser === 'firefox')('gives the permissions back', async () => {
    const options = await reader.own('options.html#/archives');
    for (const name of ['Royal Road', 'Fimfiction']) {
      await pressNamed(options, 'Remove');
      await says(options, 'main', `Switch on ${name}`);
    }
    await expect.poll(() => registered(options)).toBe(0);
    await options.close();
  });
});
