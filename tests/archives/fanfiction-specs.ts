import { fanfiction } from '../../src/archives/fanfiction';
import type { Work } from '../../src/domain/work';
import { renderFandomList, type StorySpec } from '../../tools/demo-archive/markup/fanfiction-net';
import { NOW, parse } from './specs';

/** A story of FanFiction.net, pages of it, and what is read from them, for the tests of its software. */

export const FFN = 'https://www.fanfiction.net';

export const story = (over: Partial<StorySpec> = {}): StorySpec => ({
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

export const items = (html: string, path = '/anime/RWBY/', host = FFN): Work[] =>
  [...parse(html).querySelectorAll(fanfiction.items)].map((item) => fanfiction.readItem(item, new URL(path, host), NOW));

export const one = (over: Partial<StorySpec>): Work | undefined => items(renderFandomList(['RWBY'], [story(over)]))[0];
