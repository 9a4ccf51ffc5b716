import { beforeEach, describe, expect, it } from 'vitest';
import { emptyWork, type Work } from '../../src/domain/work';
import { FIELD_NAMES } from '../../src/rules/fields/index';
import { statedBy } from '../../src/ui/options/tester/stated';
import { fakeExtension } from '../fake-extension';

const ana = { name: 'Ana', login: 'ana', pseud: 'Ana', id: '7' };
const FULL: Work = {
  kind: 'bookmark',
  subject: 'work',
  id: '12',
  url: 'https://archiveofourown.org/works/12',
  title: 'The Long Way',
  creators: [ana],
  creatorIds: ['7'],
  anonymous: false,
  recipients: ['bel'],
  fandoms: ['Fandom'],
  ratings: ['teen'],
  warnings: ['none'],
  categories: ['gen'],
  complete: true,
  relationships: ['A/B'],
  characters: ['A'],
  freeforms: ['Fluff'],
  otherTags: ['Text'],
  withheld: [],
  summary: 'They walk.',
  language: 'en',
  languageName: 'English',
  words: 1000,
  chapters: { posted: 1, planned: null },
  series: [{ id: '3', title: 'Roads', position: 1 }],
  collections: ['Winter'],
  kudos: 1,
  hits: 2,
  comments: 3,
  bookmarks: 4,
  published: '2026-01-01',
  updated: '2026-01-02',
  genres: ['Drama'],
  own: false,
  restricted: true,
  bookmark: { id: '9', bookmarker: ana, tags: ['to read'], collections: [], notes: 'hm', date: null, private: false, rec: false, own: false },
};

/** Told beside the list, or worked out of what is in it; a pairing is a relationship on another archive. */
const ELSEWHERE = [
  'title',
  'work',
  'archive',
  'page',
  'kind',
  'theme',
  'crossover',
  'pairing',
  'words-per-chapter',
  'kudos-ratio',
  'fandoms',
  'relationships',
  'characters',
  'tags',
];

describe('what the tester tells of a work', () => {
  beforeEach(() => fakeExtension(() => ({})));

  it('is everything that a rule can look at, each once', () => {
    expect([...statedBy(FULL).map(([field]) => field), ...ELSEWHERE].sort()).toEqual([...FIELD_NAMES].sort());
  });

  it('is nothing that the page does not state', () => {
    expect(statedBy(emptyWork('work'))).toEqual([]);
  });
});
