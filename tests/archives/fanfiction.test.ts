// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { halves } from '../../src/archives/fanfiction/meta';
import { fanfictionStoryPages } from '../../src/archives/fanfiction/story-page';
import type { Work } from '../../src/domain/work';
import {
  renderFandomList,
  renderMixedList,
  renderPhoneList,
  renderPhoneStoryPage,
  renderProfile,
  renderStoryPage,
  type StorySpec,
} from '../../tools/demo-archive/markup/fanfiction-net';
import { FFN, items, one, story } from './fanfiction-specs';
import { NOW, parse } from './specs';

describe('a story in the list of a fandom', () => {
  it('is read in full', () => {
    expect(one({})).toMatchObject({
      kind: 'work',
      subject: 'work',
      id: '12743452',
      url: `${FFN}/s/12743452/1/King-of-Gold-updates-on-tuesday`,
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
