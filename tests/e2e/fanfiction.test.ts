import { beforeEach, describe, expect, it } from 'vitest';
import {
  renderAlerts,
  renderFandomList,
  renderMixedList,
  renderPhoneList,
  renderPhoneReviews,
  renderPhoneStoryPage,
  renderProfile,
  renderStory,
  renderStoryPage,
  type StorySpec,
} from '../../tools/demo-archive/markup/fanfiction-net';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, type Tab, visible } from './harness/reader';

const SITE = 'https://www.fanfiction.net';
const PHONE = 'https://m.fanfiction.net';
const PRESS = 'https://www.fictionpress.com';
const PRESS_PHONE = 'https://m.fictionpress.com';

const story = (id: number, over: Partial<StorySpec> = {}): StorySpec => ({
  id,
  title: `Story ${id}`,
  author: { id: 70 + id, name: `Writer ${id}` },
  fandoms: ['Gravelight'],
  rating: 'T',
  language: 'English',
  genres: ['Adventure'],
  chapters: 2,
  words: 5000,
  reviews: 1,
  favs: 2,
  follows: 3,
  updated: 1_521_586_282,
  published: 1_512_086_245,
  characters: ['Ada', 'Ben'],
  complete: false,
  summary: `Summary of ${id}.`,
  ...over,
});

const stories = [story(1), story(2, { genres: ['Horror'] }), story(3, { characters: [['Ada', 'Ben'], 'Cleo'] }), story(4, { language: 'Español' })];
const RULES = 'fold genre: Horror\nhide relationship: "Ben/Ada"\nfold language: Español';
const WANTED = { '1': 'show', '2': 'fold', '3': 'hide', '4': 'fold' };

/** On FictionPress a section stands for the fandom. */
const horror = story(2, { genres: ['Horror'] });
const originals = stories.map((one) => ({ ...one, fandoms: ['Fantasy'] }));

const archive = openArchive(({ put }) => {
  const phone = (url: URL): boolean => url.hostname.startsWith('m.');
  const press = (url: URL): boolean => url.hostname.endsWith('fictionpress.com');
  put('/anime/Gravelight/', ({ url }) =>
    phone(url) ? renderPhoneList('Gravelight FanFiction Archive | FanFiction', stories, false) : renderFandomList(['Gravelight'], stories),
  );
  put('/fiction/Fantasy/', ({ url }) =>
    phone(url) ? renderPhoneList('Fantasy | FictionPress', originals, false) : renderFandomList(['Fantasy'], originals, null, 'FictionPress'),
  );
  for (const path of ['/search/', '/community/Lamps/9/', '/j/0/0/0/'])
    put(path, ({ url }) => {
      const [all, site] = press(url) ? ([originals, 'FictionPress'] as const) : ([stories, 'FanFiction'] as const);
      return phone(url) ? renderPhoneList(`Search | ${site}`, all, true) : renderMixedList(all, site);
    });
  put('/u/71/Writer-1', renderProfile('Writer 1', [story(1), story(4, { language: 'Español' })], [story(1), horror]));
  put('/s/2/1/Story-2', ({ url }) => {
    const one = press(url) ? { ...horror, fandoms: ['Fantasy'] } : horror;
    const site = press(url) ? 'FictionPress' : 'FanFiction';
    return phone(url) ? renderPhoneStoryPage(one, site) : renderStoryPage(one, 1, site);
  });
  put('/s/1/1/Story-1', ({ url }) => (press(url) ? renderStoryPage({ ...story(1), fandoms: ['Fantasy'] }, 1, 'FictionPress') : renderStoryPage(story(1))));
  put('/r/2/', renderPhoneReviews());
  put('/alert/story.php', renderAlerts(stories));
});

/** The verdict on each story of a page, by its number. */
const judgedAs = (tab: Tab, wanted: Record<string, string>): Promise<void> =>
  tab.until((expected) => {
    const rows = [...document.querySelectorAll('.z-list, .brb')].map((row) => [
      /\/s\/(\d+)/.exec(row.querySelector('a[href*="/s/"]')?.getAttribute('href') ?? '')?.[1] ?? '',
      row.getAttribute('data-foldaway'),
    ]);
    return Object.entries(expected).every(([id, action]) => rows.some(([row, verdict]) => row === id && verdict === action));
  }, wanted);

/** Whether anything of a summary takes room and is visible; it may be bare text. */
const summarySeen = (tab: Tab, id: number): Promise<boolean> =>
  tab.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const { currentNode } = walker;
      if (!currentNode.nodeValue?.includes(words)) continue;
      const range = document.createRange();
      range.selectNodeContents(currentNode);
      const { height } = range.getBoundingClientRect();
      return height > 0 && getComputedStyle(currentNode.parentElement as Element).visibility === 'visible';
    }
    throw new Error(`There is no ${words}`);
  }, `Summary of ${id}.`);

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeEach(() => reader.removeAllRules());

  it.each([
    [SITE, '/anime/Gravelight/'],
    [PHONE, '/anime/Gravelight/'],
    [PRESS, '/fiction/Fantasy/'],
    [PRESS_PHONE, '/fiction/Fantasy/'],
  ])('folds and hides stories on %s, in a list, a search, a community and what is new', async (site, path) => {
    await reader.addRules(RULES);
    const tab = await reader.tab();
    for (const address of [path, '/search/?type=story&keywords=lamp', '/community/Lamps/9/', '/j/0/0/0/']) {
      await tab.goto(site + address);
      await judgedAs(tab, WANTED);
      expect(await Promise.all([1, 2, 3, 4].map((id) => summarySeen(tab, id)))).toEqual([true, false, false, false]);
      await tab.until(() => document.querySelectorAll('foldaway-bar').length === 1, null);
    }
    await reader.removeAllRules();
    await judgedAs(tab, { '1': 'show', '2': 'show', '3': 'show', '4': 'show' });
    expect(await summarySeen(tab, 2)).toBe(true);
    await tab.close();
  });

  it('takes a section of FictionPress for a genre, and no section for a fandom', async () => {
    await reader.addRules('fold genre: Fantasy\nhide fandom: Fantasy');
    const tab = await reader.tab();
    for (const address of [`${PRESS}/fiction/Fantasy/`, `${PRESS_PHONE}/fiction/Fantasy/`, `${PRESS}/search/?type=story&keywords=lamp`]) {
      await tab.goto(address);
      await judgedAs(tab, { '1': 'fold', '2': 'fold', '3': 'fold', '4': 'fold' });
    }
    await tab.goto(`${PRESS}/s/1/1/Story-1`);
    await tab.until(() => document.querySelector('#content_wrapper_inner')?.getAttribute('data-foldaway') === 'fold', null);
    await tab.close();
  });

  it.each([SITE, PRESS])('judges again when a profile on %s draws the stories of a tab anew', async (site) => {
    await reader.addRules(RULES);
    const tab = await reader.tab(`${site}/u/71/Writer-1`);
    await judgedAs(tab, { '1': 'show', '2': 'fold', '4': 'fold' });
    // As the site does where a tab is chosen and where its list is sorted.
    const draw = (box: string, html: string): Promise<void> =>
      tab.evaluate(
        ([where, stories]) => {
          for (const one of ['st', 'fs']) (document.getElementById(one) as HTMLElement).style.display = where === one ? '' : 'none';
          document.getElementById(`${where}_inside`)?.replaceChildren(...new DOMParser().parseFromString(stories, 'text/html').body.childNodes);
        },
        [box, html] as const,
      );
    await draw('fs', renderStory(horror, 'favourites') + renderStory(story(5), 'favourites'));
    await judgedAs(tab, { '2': 'fold', '5': 'show' });
    expect([await summarySeen(tab, 2), await summarySeen(tab, 5)]).toEqual([false, true]);
    await draw('st', renderStory(story(6, { genres: ['Horror'] }), 'own-stories') + renderStory(story(1), 'own-stories'));
    await judgedAs(tab, { '6': 'fold', '1': 'show' });
    expect([await summarySeen(tab, 6), await summarySeen(tab, 1)]).toEqual([false, true]);
    await tab.until(() => document.querySelector('foldaway-bar')?.checkVisibility() === true, null);
    await tab.close();
  });

  it.each([
    [SITE, '#storytext'],
    [PHONE, '#storycontent'],
    [PRESS, '#storytext'],
    [PRESS_PHONE, '#storycontent'],
  ])('puts a gate before a story on %s', async (site, text) => {
    await reader.addRules(RULES);
    const tab = await reader.tab(`${site}/s/2/1/Story-2`);
    await tab.until(() => document.querySelector('foldaway-gate') !== null, null);
    expect(await visible(tab, text)).toBe(false);
    expect(await summarySeen(tab, 2)).toBe(false);
    await reader.removeAllRules();
    await tab.until(() => document.querySelector('foldaway-gate') === null, null);
    expect(await visible(tab, text)).toBe(true);
    await tab.close();
  });

  it('marks links to stories that were folded before', async () => {
    await reader.addRules(RULES);
    const tab = await reader.tab(`${SITE}/anime/Gravelight/`);
    await judgedAs(tab, WANTED);
    await tab.goto(`${SITE}/alert/story.php`);
    await tab.until(() => document.querySelectorAll('foldaway-mark').length === 3, null);
    expect(await tab.evaluate(() => document.querySelector('a[href^="/s/1/"] + foldaway-mark'), null)).toBeNull();
    await tab.close();
  });

  it('leaves other stories and reviews alone', async () => {
    await reader.addRules(RULES);
    const tab = await reader.tab(`${SITE}/s/1/1/Story-1`);
    await tab.until(() => document.querySelector('#content_wrapper_inner')?.getAttribute('data-foldaway') === 'show', null);
    expect(await visible(tab, '#storytext')).toBe(true);
    await tab.goto(`${PHONE}/r/2/`);
    expect(await visible(tab, '.brb')).toBe(true);
    expect(await tab.evaluate(() => document.querySelector('.brb')?.getAttribute('data-foldaway') ?? null, null)).toBeNull();
    await tab.close();
  });
});
