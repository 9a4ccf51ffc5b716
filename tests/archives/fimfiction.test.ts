// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fimfictionListings } from '../../src/archives/fimfiction/adapter';
import { archiveAt } from '../../src/archives/index';
import type { Work } from '../../src/domain/work';
import { workSchema } from '../../src/domain/work-schema';
import { type FimStorySpec, renderFullStory, renderStories, renderStoryCard } from '../../tools/demo-archive/markup/fimfiction';
import { anyName, NOW, parse } from './specs';

const HOST = 'https://www.fimfiction.net';

const story = (over: Partial<FimStorySpec> = {}): FimStorySpec => ({
  id: 1888,
  title: 'A Small Dash',
  author: { id: 2538, name: 'Ana Q' },
  rating: 'teen',
  tags: [
    { type: 'series', short: 'MLP: FiM', long: 'My Little Pony: Friendship is Magic' },
    { type: 'genre', short: 'Sad', long: 'Sad' },
    { type: 'content', short: 'Human', long: 'Human' },
    { type: 'warning', short: 'Gore', long: 'Gore' },
    { type: 'character', short: 'Celestia', long: 'Princess Celestia' },
  ],
  words: 12_524,
  status: 'complete',
  published: 1_319_575_642,
  description: 'What is in the box?',
  ...over,
});

const read = (html: string): Work[] =>
  [...parse(html).querySelectorAll(fimfictionListings.items)].map((item) => fimfictionListings.readItem(item, new URL('/stories', HOST), NOW));
const full = (over: Partial<FimStorySpec> = {}): Work | undefined => read(renderStories([renderFullStory(story(over))]))[0];
const card = (over: Partial<FimStorySpec> = {}): Work | undefined => read(renderStories([renderStoryCard(story(over))]))[0];
const VIEWS = { full: renderFullStory, card: renderStoryCard };

const BOTH = {
  kind: 'work',
  subject: 'work',
  id: '1888',
  url: `${HOST}/story/1888/a-small-dash`,
  title: 'A Small Dash',
  creators: [{ name: 'Ana Q', login: 'Ana Q', pseud: null, id: '2538' }],
  creatorIds: ['2538'],
  ratings: ['teen'],
  fandoms: ['My Little Pony: Friendship is Magic'],
  genres: ['Sad'],
  characters: ['Princess Celestia'],
  freeforms: ['Human', 'Gore'],
  warnings: ['other'],
  summary: 'What is in the box?',
};

describe('a story of Fimfiction', () => {
  it('is read in its full view', () => {
    expect(full()).toMatchObject({ ...BOTH, words: 12_524, complete: true, published: '2011-10-25' });
    expect(workSchema.safeParse(full()).success).toBe(true);
  });

  it('is read on a card, which rounds words and says nothing of its end', () => {
    expect(card()).toMatchObject({ ...BOTH, words: 12_000, complete: null, published: null });
    expect(card({ words: 812 })?.words).toBe(812);
    expect(workSchema.safeParse(card()).success).toBe(true);
  });

  it.each([
    ['complete', true],
    ['incomplete', false],
    ['hiatus', false],
    ['cancelled', false],
  ] as const)('with the status %s is complete: %s', (status, complete) => {
    expect(full({ status })?.complete).toBe(complete);
  });

  it.each([
    ['everyone', 'general'],
    ['teen', 'teen'],
    ['mature', 'mature'],
  ] as const)('rated %s is read as %s in both views', (rating, code) => {
    expect([full({ rating })?.ratings, card({ rating })?.ratings]).toEqual([[code], [code]]);
  });

  it('has a rating of its own kind when its class is new, also with a hostile name', () => {
    for (const name of ['unheard', '__proto__', 'constructor'])
      expect(read(renderStories([renderFullStory(story())]).replaceAll('content-rating-teen', `content-rating-${name}`))[0]?.ratings).toEqual(['other']);
  });

  it('names a tag as shown where its title says nothing', () => {
    expect(read(renderStories([renderStoryCard(story())]).replaceAll('title="Princess Celestia"', 'title=""'))[0]?.characters).toEqual(['Celestia']);
  });

  it.each(Object.entries(VIEWS))('is refused when a part of the %s view is gone that every story has', (_, render) => {
    const html = renderStories([render(story())]);
    expect(() => read(html.replaceAll(/story_name|story_link/g, 'name-of-tomorrow'))).toThrow('no-id');
    expect(() => read(html.replaceAll('href="/story/1888', 'href="/tale/1888'))).toThrow('no-id');
    expect(() => read(html.replaceAll('>A Small Dash</a>', '></a>'))).toThrow('no-title');
    expect(() => read(html.replaceAll(/content[-_]rating[-_]/g, 'rated-'))).toThrow('no-symbols');
    expect(() => read(html.replaceAll('class="tag-', 'class="label-'))).toThrow('no-tags');
  });

  it('is data, whatever its names are', () => {
    const name = anyName.filter((text) => !text.endsWith(')'));
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), fc.constantFrom(full, card), (title, names, view) => {
        const work = view({ title, author: { id: 7, name: title }, tags: names.map((long) => ({ type: 'character', short: 'x', long })) });
        expect([work?.title, work?.creators[0]?.name, ...(work?.characters ?? [])]).toEqual([title, title, ...names]);
        expect(workSchema.safeParse(work).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has no date of nonsense, and no link to what runs', () => {
    const html = renderStories([renderFullStory(story())]);
    expect(read(html.replace('data-time="1319575642"', 'data-time="1e99"'))[0]?.published).toBeNull();
    expect(read(html.replaceAll('href="/story/1888', 'href="javascript:x()//story/1888'))[0]?.url).toBeNull();
  });
});

describe('a page of Fimfiction', () => {
  const list = renderStories([renderStoryCard(story())]);

  it.each([
    ['/stories', list, 'listing'],
    ['/tag/sad', list, 'listing'],
    ['/user/2538/Ana+Q', list, 'user'],
    ['/story/1888/a-small-dash', list, 'work'],
    ['/blog/1', '<p>no story', null],
  ])('at %s is known', (path, html, kind) => {
    expect(fimfictionListings.readPage(parse(html), new URL(path, HOST))).toEqual({ kind, next: null, own: false, preferences: null });
  });

  it('is known by its stories, and a single story by its address', () => {
    expect([list, '<p>x'].map((html) => fimfictionListings.recognises(parse(html)))).toEqual([true, false]);
    expect(['/story/1888/x', '/stories'].map((path) => fimfictionListings.isWorkPage(new URL(path, HOST)))).toEqual([true, false]);
    expect(archiveAt(new URL('/stories', HOST))?.id).toBe('fimfiction');
  });
});
