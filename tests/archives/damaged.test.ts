// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { UnreadableItem, type Adapter, type WorkPageReader } from '../../src/archives/adapter';
import { fanfiction } from '../../src/archives/fanfiction';
import { fanfictionStoryPages } from '../../src/archives/fanfiction/story-page';
import { ficbookListings } from '../../src/archives/ficbook/adapter';
import { fimfictionListings } from '../../src/archives/fimfiction/adapter';
import { otw } from '../../src/archives/otw';
import { otwWorkPages } from '../../src/archives/otw/work-page';
import { royalRoadListings } from '../../src/archives/royal-road/adapter';
import { scribbleHubListings } from '../../src/archives/scribble-hub/adapter';
import { workSchema } from '../../src/domain/work-schema';
import { renderListingPage, renderWorkPage } from '../../tools/demo-archive/markup';
import { renderMixedList, renderPhoneList, renderStoryPage } from '../../tools/demo-archive/markup/fanfiction-net';
import { type FanficSpec, renderFanfic, renderFanfics } from '../../tools/demo-archive/markup/ficbook';
import { type FimStorySpec, renderFullStory, renderStories, renderStoryCard } from '../../tools/demo-archive/markup/fimfiction';
import { renderFiction, renderFictions } from '../../tools/demo-archive/markup/royal-road';
import { renderFinder, renderSeries, type SeriesSpec } from '../../tools/demo-archive/markup/scribble-hub';
import { items, story, work } from './full-specs';
import { NOW, parse } from './specs';

/*
 * Pages with a piece cut out: markup that nobody foresaw. Whatever is left, an item is read into a work that the
 * background takes, or refused by UnreadableItem.
 */

const fiction = {
  id: 6,
  title: 'T',
  type: 'Original' as const,
  status: 'HIATUS',
  tags: ['a', 'b'],
  stats: { followers: 1, pages: 2, views: 3, chapters: 4 },
  description: ['s'],
};
const serial: SeriesSpec = {
  id: 9,
  title: 'T',
  author: { id: 8, name: 'Ana' },
  genres: ['a', 'b'],
  complete: true,
  stats: { views: '1.2k', favorites: '1', chapters: '2', readers: '3', reviews: '4', words: '5' },
  updated: 'Sep 27, 2026',
  text: 's',
  more: 't',
};
const fanfic: FanficSpec = {
  id: '9',
  title: 'T',
  author: { id: 8, name: 'Ana' },
  rating: 'R',
  direction: 'gen',
  status: 'frozen',
  fandoms: ['F'],
  pairings: ['A/B', 'C'],
  tags: ['a', 'b'],
  size: '1 страница, 2 слова, 3 части',
  likes: 4,
  description: 's',
};
const tale: FimStorySpec = {
  id: 7,
  title: 'T',
  author: { id: 8, name: 'Ana' },
  rating: 'teen',
  tags: [
    { type: 'series', short: 'A', long: 'Aa' },
    { type: 'warning', short: 'b', long: 'bb' },
  ],
  words: 10,
  status: 'hiatus',
  published: 1_512_086_245,
  description: 's',
};

function readable(read: () => unknown): boolean {
  try {
    const found = read();
    return found === null || workSchema.safeParse(found).success;
  } catch (error) {
    return error instanceof UnreadableItem;
  }
}

/** A cut anywhere in the part that holds items. */
const cut = (html: string, from: string): fc.Arbitrary<string> => {
  const start = html.indexOf(from);
  return fc
    .record({ at: fc.integer({ min: start, max: html.length - 1 }), length: fc.integer({ min: 1, max: 400 }) })
    .map(({ at, length }) => html.slice(0, at) + html.slice(at + length));
};

const listings: [string, Adapter, string, string][] = items.map((item) => [
  item.kind,
  otw,
  renderListingPage({ listing: 'works', items: [item], path: '/works' }),
  '<ol class="work',
]);

describe('a damaged page', () => {
  it.each([
    ...listings,
    ['story', fanfiction, renderMixedList([story]), "<div class='z-list"] as [string, Adapter, string, string],
    ['phone story', fanfiction, renderPhoneList('x', [story], true), "<div class='bs"] as [string, Adapter, string, string],
    ['fiction', royalRoadListings, renderFictions([renderFiction(fiction)]), '<div class="fiction-list-item'] as [string, Adapter, string, string],
    ['series of chapters', scribbleHubListings, renderFinder([renderSeries(serial)]), '<div class="search_main_box'] as [string, Adapter, string, string],
    ['fan fiction', ficbookListings, renderFanfics([renderFanfic(fanfic), renderFanfic(fanfic, 'labels')]), '<article class="fanfic-inline'] as [
      string,
      Adapter,
      string,
      string,
    ],
    ['full story', fimfictionListings, renderStories([renderFullStory(tale)]), '<div class="story_content_box'] as [string, Adapter, string, string],
    ['story card', fimfictionListings, renderStories([renderStoryCard(tale)]), '<div class="story-card-container'] as [string, Adapter, string, string],
  ])('with a %s is read or refused', (_, adapter, html, from) => {
    const url = new URL('https://archiveofourown.org/works');
    fc.assert(
      fc.property(cut(html, from), (damaged) =>
        [...parse(damaged).querySelectorAll(adapter.items)].every((item) => readable(() => adapter.readItem(item, url, NOW))),
      ),
      { numRuns: 60 },
    );
  });

  it.each<[string, WorkPageReader, string, string]>([
    ['work', otwWorkPages, renderWorkPage(work), 'https://archiveofourown.org/works/4711'],
    ['story', fanfictionStoryPages, renderStoryPage(story), 'https://www.fanfiction.net/s/5/1/T'],
  ])('of a %s is read or refused', (_, reader, html, address) => {
    fc.assert(
      fc.property(cut(html, '<body'), (damaged) => readable(() => reader.read(parse(damaged), new URL(address), NOW).work)),
      { numRuns: 60 },
    );
  });
});
