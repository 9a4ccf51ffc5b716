// @vitest-environment jsdom
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WorkPage } from '../../src/archives/adapter';
import { fanfiction } from '../../src/archives/fanfiction';
import { halves } from '../../src/archives/fanfiction/meta';
import { fanfictionStoryPages } from '../../src/archives/fanfiction/story-page';
import type { Work } from '../../src/domain/work';
import {
  renderFandomList,
  renderMissingStory,
  renderMixedList,
  renderPhoneList,
  renderPhoneStoryPage,
  renderProfile,
  renderStoryPage,
  type StorySpec,
} from '../../tools/demo-archive/markup/fanfiction-net';
import { NOW, parse } from './specs';

const HOST = 'https://www.fanfiction.net';

const story = (over: Partial<StorySpec> = {}): StorySpec => ({
  id: 12743452,
  title: 'King of Gold (updates on tuesday)',
  author: { id: 7645299, name: 'Ana Q' },
  fandoms: ['RWBY'],
  rating: 'T',
  language: 'English',
  genres: ['Adventure', 'Romance'],
  chapters: 5,
  words: 5166,
  reviews: 1,
  favs: 11,
  follows: 1023,
  updated: 1_521_586_282,
  published: 1_512_086_245,
  characters: [['Cinder F.', 'OC'], 'Roman T.', 'Neo'],
  complete: false,
  summary: 'A journey - with a map & a letter. Rated T for language - you know.',
  cover: true,
  ...over,
});

const items = (html: string, path = '/anime/RWBY/', host = HOST): Work[] =>
  [...parse(html).querySelectorAll(fanfiction.items)].map((item) => fanfiction.readItem(item, new URL(path, host), NOW));

const one = (over: Partial<StorySpec>): Work | undefined => items(renderFandomList(['RWBY'], [story(over)]))[0];

describe('a story in the list of a fandom', () => {
  it('is read in full', () => {
    expect(one({})).toMatchObject({
      kind: 'work',
      subject: 'work',
      id: '12743452',
      url: `${HOST}/s/12743452/1/King-of-Gold-updates-on-tuesday`,
      title: 'King of Gold (updates on tuesday)',
      creators: [{ name: 'Ana Q', login: 'Ana Q', pseud: null, id: '7645299' }],
      creatorIds: ['7645299'],
      fandoms: ['RWBY'],
      ratings: ['teen'],
      warnings: [],
      freeforms: [],
      languageName: 'English',
      genres: ['Adventure', 'Romance'],
      characters: ['Cinder F.', 'OC', 'Roman T.', 'Neo'],
      relationships: ['Cinder F./OC'],
      chapters: { posted: 5, planned: null },
      words: 5166,
      comments: 1,
      kudos: 11,
      bookmarks: 1023,
      hits: null,
      complete: false,
      updated: '2018-03-20',
      published: '2017-11-30',
      summary: 'A journey - with a map & a letter. Rated T for language - you know.',
    });
  });

  it.each<[string, Partial<StorySpec>, Partial<Work>]>([
    ['no genre', { genres: [] }, { genres: [], characters: ['Cinder F.', 'OC', 'Roman T.', 'Neo'] }],
    ['no characters', { characters: [] }, { characters: [], relationships: [] }],
    ['no reviews, favourites and follows', { reviews: 0, favs: 0, follows: 0 }, { comments: 0, kudos: 0, bookmarks: 0 }],
    ['one date', { updated: 1_512_086_245 }, { updated: '2017-11-30', published: '2017-11-30' }],
    ['one chapter and no cover', { chapters: 1, cover: false }, { chapters: { posted: 1, planned: null }, title: 'King of Gold (updates on tuesday)' }],
    ['a genre with a slash, first', { genres: ['Hurt/Comfort', 'Friendship'] }, { genres: ['Hurt/Comfort', 'Friendship'] }],
    ['a genre with a slash, second', { genres: ['Angst', 'Hurt/Comfort'] }, { genres: ['Angst', 'Hurt/Comfort'] }],
    ['a genre with a hyphen', { genres: ['Sci-Fi'] }, { genres: ['Sci-Fi'] }],
    [
      'two pairings',
      {
        characters: [
          ['Ruby R.', 'Weiss S.'],
          ['Blake B.', 'Yang X.L.'],
        ],
      },
      { relationships: ['Ruby R./Weiss S.', 'Blake B./Yang X.L.'], characters: ['Ruby R.', 'Weiss S.', 'Blake B.', 'Yang X.L.'] },
    ],
    ['a pairing of four', { characters: [['A', 'B', 'C', 'D']] }, { relationships: ['A/B/C/D'] }],
    ['names with hyphens and slashes', { characters: ['Rey - 3', 'A/B', 'Zoe'] }, { characters: ['Rey - 3', 'A/B', 'Zoe'], relationships: [] }],
    ['a complete story', { complete: true }, { complete: true, characters: ['Cinder F.', 'OC', 'Roman T.', 'Neo'] }],
    ['a complete story without characters', { complete: true, characters: [] }, { complete: true, characters: [] }],
    ['ratings', { rating: 'K+' }, { ratings: ['general'] }],
    ['the highest rating', { rating: 'M' }, { ratings: ['mature'] }],
    ['other languages', { language: 'Bahasa Indonesia' }, { language: null, languageName: 'Bahasa Indonesia' }],
    ['long stories', { words: 1_655_101, chapters: 117 }, { words: 1_655_101, chapters: { posted: 117, planned: null } }],
    ['hostile titles', { title: 'a "b" <c> - Rated: M - __proto__' }, { title: 'a "b" <c> - Rated: M - __proto__', ratings: ['teen'] }],
  ])('may have %s', (_, over, expected) => {
    expect(one(over)).toMatchObject(expected);
  });
});

describe('lists of many fandoms', () => {
  const fandoms = (html: string, path: string): string[][] => items(html, path).map((work) => work.fandoms);

  it('name the fandom of each story', () => {
    const list = renderMixedList([story(), story({ fandoms: ['Star Trek: 2009 - and on'] }), story({ fandoms: ['RWBY', 'Harry Potter'] })]);
    expect(fandoms(list, '/search/?keywords=x')).toEqual([['RWBY'], ['Star Trek: 2009 - and on'], ['RWBY', 'Harry Potter']]);
  });

  it('keep every fandom of a crossover whose names hold the separator', () => {
    expect(fandoms(renderMixedList([story({ fandoms: ['Yu-Gi-Oh', 'Panty & Stocking'] })]), '/j/0/')).toEqual([
      ['Yu-Gi-Oh', 'Panty & Stocking', 'Yu-Gi-Oh & Panty', 'Stocking'],
    ]);
    expect(halves('A')).toEqual(['A']);
  });

  it('of crossovers name both fandoms in the title', () => {
    expect(fandoms(renderFandomList(['RWBY', 'Harry Potter'], [story()]), '/RWBY-and-Harry-Potter-Crossovers/1/2/')).toEqual([['RWBY', 'Harry Potter']]);
  });
});

describe('FictionPress', () => {
  const press = 'https://www.fictionpress.com';
  const original = (section: string): StorySpec => story({ fandoms: [section], genres: ['Romance'], characters: [] });
  const kinds = (works: (Work | null)[]) => works.map((work) => [work?.fandoms, work?.genres]);

  it.each([
    ['Fantasy', '/fiction/Fantasy/'],
    ['Sci-Fi', '/fiction/Sci-Fi/?&srt=1&r=10'],
    ['Young Adult', '/fiction/Young-Adult/'],
    ['Life', '/poetry/Life/'],
  ])('has the section %s for a genre, and no fandoms, in a list of it', (section, path) => {
    expect(kinds(items(renderFandomList([section], [original(section)], null, 'FictionPress'), path, press))).toEqual([[[], ['Romance', section]]]);
    const phone = renderPhoneList(`${section} | FictionPress`, [original(section)], false);
    expect(kinds(items(phone, path, 'https://m.fictionpress.com'))).toEqual([[[], ['Romance', section]]]);
  });

  it('has it in mixed lists and profiles too, named once', () => {
    const romance = original('Romance');
    expect(kinds(items(renderMixedList([original('Manga'), romance], 'FictionPress'), '/search/?keywords=x', press))).toEqual([
      [[], ['Romance', 'Manga']],
      [[], ['Romance']],
    ]);
    expect(kinds(items(renderProfile('Ana Q', [original('Manga')], []), '/u/7645299/Ana-Q', press))).toEqual([[[], ['Romance', 'Manga']]]);
  });

  it('has it on the page of a story, also on the site for phones', () => {
    const at = (html: string, host: string) => fanfictionStoryPages.read(parse(html), new URL('/s/12743452/1/x', host), NOW).work;
    const pages = [
      at(renderStoryPage(original('Manga'), 1, 'FictionPress'), press),
      at(renderPhoneStoryPage(original('Manga'), 'FictionPress'), 'https://m.fictionpress.com'),
    ];
    expect(kinds(pages)).toEqual([
      [[], ['Romance', 'Manga']],
      [[], ['Romance', 'Manga']],
    ]);
  });
});

describe('a profile', () => {
  const html = renderProfile(
    'Ana Q',
    [story({ title: 'Say "hi" \\ there', fandoms: ["Ender's Game"] })],
    [story({ id: 5, author: { id: 9, name: 'Bo' }, fandoms: ['RWBY', 'Worm'] })],
  );

  it('has own stories, whose author the address names, and favourites', () => {
    expect(items(html, '/u/7645299/Ana-Q')).toMatchObject([
      { title: 'Say "hi" \\ there', creators: [{ name: 'Ana Q', id: '7645299' }], creatorIds: ['7645299'], fandoms: ["Ender's Game"] },
      { id: '5', creators: [{ name: 'Bo', id: '9' }], fandoms: ['RWBY', 'Worm'] },
    ]);
  });
});

describe('the site for phones', () => {
  const phone = 'https://m.fanfiction.net';

  it('rounds numbers and leaves out what is one or none', () => {
    const html = renderPhoneList(
      'RWBY FanFiction Archive | FanFiction',
      [
        story({ words: 226_400, favs: 12_900, complete: true }),
        story({ chapters: 1, reviews: 0, favs: 0, follows: 0, characters: [], genres: ['Drama', 'Hurt/Comfort'] }),
      ],
      false,
    );
    expect(items(html, '/anime/RWBY/', phone)).toMatchObject([
      {
        id: '12743452',
        title: 'King of Gold (updates on tuesday)',
        creators: [{ name: 'Ana Q', id: '7645299' }],
        fandoms: ['RWBY'],
        ratings: ['teen'],
        languageName: 'English',
        genres: ['Adventure', 'Romance'],
        words: 226_000,
        kudos: 12_000,
        comments: 1,
        chapters: { posted: 5, planned: null },
        complete: true,
        relationships: ['Cinder F./OC'],
        characters: ['Cinder F.', 'OC', 'Roman T.', 'Neo'],
        summary: 'A journey - with a map & a letter. Rated T for language - you know.',
        updated: '2018-03-20',
        published: '2017-11-30',
      },
      { genres: ['Drama', 'Hurt/Comfort'], chapters: { posted: 1, planned: null }, comments: 0, kudos: 0, characters: [], complete: false },
    ]);
  });

  it('names fandoms in mixed lists', () => {
    const html = renderPhoneList('Search', [story({ fandoms: ['Law & Order, SVU'], genres: [] }), story({ fandoms: ['RWBY', 'Worm'] })], true);
    expect(items(html, '/search/', phone).map((work) => [work.fandoms, work.genres])).toEqual([
      [['Law & Order, SVU'], []],
      [
        ['RWBY', 'Worm'],
        ['Adventure', 'Romance'],
      ],
    ]);
  });

  it('shows stories', () => {
    const page = fanfictionStoryPages.read(parse(renderPhoneStoryPage(story())), new URL('/s/12743452/1/x', phone), NOW);
    expect(page).toMatchObject({
      state: 'work',
      chapter: true,
      work: {
        id: '12743452',
        title: 'King of Gold (updates on tuesday)',
        fandoms: ['RWBY'],
        ratings: ['teen'],
        genres: ['Adventure', 'Romance'],
        characters: ['Cinder F.', 'OC', 'Roman T.', 'Neo'],
        published: '2017-11-30',
      },
    });
    expect(page.main?.localName).toBe('body');
  });
});

describe('the page of a story', () => {
  const read = (html: string, path = '/s/12743452/2/King'): WorkPage => fanfictionStoryPages.read(parse(html), new URL(path, HOST), NOW);

  it('is read in full', () => {
    const page = read(renderStoryPage(story({ complete: true })));
    expect(page).toMatchObject({ state: 'work', chapter: true });
    expect(page.main?.id).toBe('content_wrapper_inner');
    expect(page.work).toEqual({ ...one({ complete: true }), url: `${HOST}/s/12743452/1/` });
  });

  it('names both fandoms of a crossover, and is one page for a short story', () => {
    expect(read(renderStoryPage(story({ fandoms: ['RWBY', 'Law & Order'], chapters: 1, genres: [] })))).toMatchObject({
      chapter: false,
      work: { fandoms: ['RWBY', 'Law & Order'], genres: [], chapters: { posted: 1 }, characters: ['Cinder F.', 'OC', 'Roman T.', 'Neo'] },
    });
  });

  it('tells missing stories and pages that did not arrive', () => {
    expect(read(renderMissingStory()).state).toBe('gone');
    expect(read('<p>Checking your browser</p>').state).toBe('unavailable');
    expect(read(renderMixedList([]), '/anime/RWBY/').state).toBe('none');
  });

  it('is ready when its facts are there, before its text', () => {
    const whole = renderStoryPage(story());
    expect(fanfictionStoryPages.isReady(parse(whole))).toBe(true);
    expect(fanfictionStoryPages.isReady(parse(whole.slice(0, whole.indexOf("<div role='main'"))))).toBe(false);
    expect(fanfictionStoryPages.isReady(parse(whole.slice(0, whole.indexOf('<p>“Well'))))).toBe(true);
  });

  it('is unreadable without title or rating', () => {
    expect(() => read(renderStoryPage(story()).replace("<b class='xcontrast_txt'>", '<i>'))).toThrowError(expect.objectContaining({ code: 'no-title' }));
    expect(() => read(renderStoryPage(story()).replace('Rated:', 'Ranked:'))).toThrowError(expect.objectContaining({ code: 'no-tags' }));
  });
});

describe('markup of tomorrow', () => {
  it.each([
    [/\/s\//g, '/story/', 'no-id'],
    [/z-padtop2/, 'facts', 'no-stats'],
    [/z-indent/, 'text', 'no-stats'],
    [/Rated: T/g, 'Ranked: T', 'no-tags'],
    [/King of Gold \(updates on tuesday\)/, '', 'no-title'],
  ])('%s becoming "%s" is refused', (before, after, code) => {
    expect(() => items(renderFandomList(['RWBY'], [story({ cover: false, summary: 'x' })]).replace(before, after))).toThrowError(
      expect.objectContaining({ code }),
    );
  });
});

describe('kinds of pages', () => {
  it.each([
    ['/anime/RWBY/', 'listing'],
    ['/RWBY-and-Worm-Crossovers/1/2/', 'listing'],
    ['/j/0/0/0/', 'listing'],
    ['/u/5/Ana', 'user'],
    ['/search/?keywords=x', 'search'],
    ['/community/Best/7/', 'collection'],
    ['/s/5/1/x', 'work'],
    ['/r/5/', null],
    ['/', null],
  ])('%s is %s', (path, kind) => {
    expect(fanfiction.readPage(parse(renderMixedList([story()])), new URL(path, HOST)).kind).toBe(kind);
  });

  it('finds the next page, and no listing where there are no stories', () => {
    const list = renderFandomList(['RWBY'], [story()], '/anime/RWBY/?&srt=1&r=10&p=2');
    expect(fanfiction.readPage(parse(list), new URL('/anime/RWBY/', HOST))).toEqual({
      kind: 'listing',
      next: `${HOST}/anime/RWBY/?&srt=1&r=10&p=2`,
      own: false,
      preferences: null,
    });
    expect(fanfiction.readPage(parse(renderMixedList([])), new URL('/anime/', HOST)).kind).toBeNull();
  });

  it('knows its own software', () => {
    expect(fanfiction.recognises(parse(renderMixedList([])))).toBe(true);
    expect(fanfiction.recognises(parse(renderPhoneList('x', [], false)))).toBe(true);
    expect(fanfiction.recognises(parse('<div id="main"></div>'))).toBe(false);
  });
});

describe('what is rendered from a spec is read back from it', () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{1,8}( [A-Z]\.)?( - [A-Z][a-z]{2,5})?$/);
  const genre = fc.constantFrom('Angst', 'Hurt/Comfort', 'Sci-Fi', 'Romance', 'General');
  const spec = fc.record({
    genres: fc.uniqueArray(genre, { maxLength: 2 }),
    chapters: fc.integer({ min: 1, max: 400 }),
    words: fc.integer({ min: 1, max: 3e6 }),
    reviews: fc.nat(5000),
    favs: fc.nat(5000),
    follows: fc.nat(5000),
    rating: fc.constantFrom('K' as const, 'K+' as const, 'T' as const, 'M' as const),
    language: fc.constantFrom('English', 'Español', 'Bahasa Indonesia'),
    complete: fc.boolean(),
    names: fc.uniqueArray(name, { maxLength: 5 }),
    summary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => `S ${text.replace(/\p{Cc}/gu, '')}`.replace(/\s+/g, ' ').trim()),
  });

  it('on lists and on story pages', () => {
    fc.assert(
      fc.property(spec, ({ names, ...over }) => {
        const characters: (string | string[])[] = names.length > 3 ? [names.slice(0, 2), ...names.slice(2)] : names;
        const expected = {
          ...over,
          ratings: [{ K: 'general', 'K+': 'general', T: 'teen', M: 'mature' }[over.rating]],
          chapters: { posted: over.chapters, planned: null },
          comments: over.reviews,
          kudos: over.favs,
          bookmarks: over.follows,
          languageName: over.language,
          characters: names,
          relationships: names.length > 3 ? [names.slice(0, 2).join('/')] : [],
        };
        const { reviews: _r, favs: _f, follows: _w, rating: _a, language: _l, ...fields } = expected;
        expect(one({ ...over, characters })).toMatchObject(fields);
        const page = fanfictionStoryPages.read(parse(renderStoryPage(story({ ...over, characters }))), new URL('/s/12743452/1/x', HOST), NOW);
        expect(page.work).toMatchObject(fields);
      }),
      { numRuns: 60 },
    );
  });
});

const SAMPLE = '../shared/samples/pages/fanfiction-net-listing.html';

describe.skipIf(!existsSync(SAMPLE))('a real list', () => {
  it('has 25 stories', () => {
    const works = items(readFileSync(SAMPLE, 'utf8'), '/anime/RWBY/?&srt=1&r=10');
    expect(works).toHaveLength(25);
    expect(works.every((work) => work.fandoms.join() === 'RWBY' && work.languageName === 'English' && work.summary?.startsWith('Placeholder summary'))).toBe(
      true,
    );
    expect(works.filter((work) => work.genres.length === 0)).toHaveLength(2);
    expect(works.filter((work) => work.genres.includes('Hurt/Comfort'))).toHaveLength(4);
    expect(works.filter((work) => work.relationships.length > 0)).toHaveLength(8);
    expect(works.filter((work) => work.characters.length === 0)).toHaveLength(4);
    expect(works[17]).toMatchObject({
      title: 'RWBY Loops',
      words: 1_655_101,
      chapters: { posted: 117 },
      comments: 819,
      kudos: 1007,
      bookmarks: 977,
      published: '2015-04-25',
    });
  });
});
