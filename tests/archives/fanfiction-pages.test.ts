// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkPage } from '../../src/archives/adapter';
import { fanfiction } from '../../src/archives/fanfiction';
import { fanfictionStoryPages } from '../../src/archives/fanfiction/story-page';
import {
  renderFandomList,
  renderMissingStory,
  renderMixedList,
  renderPhoneList,
  renderPhoneStoryPage,
  renderStoryPage,
} from '../../tools/demo-archive/markup/fanfiction-net';
import { FFN, items, one, story } from './fanfiction-specs';
import { NOW, parse } from './specs';

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
  const read = (html: string, path = '/s/12743452/2/King'): WorkPage => fanfictionStoryPages.read(parse(html), new URL(path, FFN), NOW);

  it('is read in full', () => {
    const page = read(renderStoryPage(story({ complete: true })));
    expect(page).toMatchObject({ state: 'work', chapter: true });
    expect(page.main?.id).toBe('content_wrapper_inner');
    expect(page.work).toEqual({ ...one({ complete: true }), url: `${FFN}/s/12743452/1/` });
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
    expect(fanfiction.readPage(parse(renderMixedList([story()])), new URL(path, FFN)).kind).toBe(kind);
  });

  it('finds the next page, and no listing where there are no stories', () => {
    const list = renderFandomList(['RWBY'], [story()], '/anime/RWBY/?&srt=1&r=10&p=2');
    expect(fanfiction.readPage(parse(list), new URL('/anime/RWBY/', FFN))).toEqual({
      kind: 'listing',
      next: `${FFN}/anime/RWBY/?&srt=1&r=10&p=2`,
      own: false,
      preferences: null,
    });
    expect(fanfiction.readPage(parse(renderMixedList([])), new URL('/anime/', FFN)).kind).toBeNull();
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
        const page = fanfictionStoryPages.read(parse(renderStoryPage(story({ ...over, characters }))), new URL('/s/12743452/1/x', FFN), NOW);
        expect(page.work).toMatchObject(fields);
      }),
      { numRuns: 60 },
    );
  });
});
