import {
  type ExternalSpec,
  type ItemSpec,
  type ListingPageSpec,
  type PromptSpec,
  renderListingPage,
  type SeriesSpec,
  type WorkSpec,
} from '../../../tools/demo-archive/markup/index';

/** An ordinary work with whatever a test needs to be special about it. Its item has the id `work_N`. */
export function aWork(id: number, special: Partial<WorkSpec> = {}): WorkSpec {
  return {
    id,
    title: `Work ${id}`,
    authors: [{ id: 500 + (id % 7), login: `writer${id % 7}` }],
    fandoms: ['The Lantern Regiment (TV)'],
    rating: 'general',
    warnings: ['none'],
    categories: ['gen'],
    complete: true,
    relationships: [],
    characters: ['Mara Venn'],
    freeforms: ['Slice of Life'],
    summary: `What happens in work ${id}.`,
    language: { code: 'en', name: 'English' },
    words: 2_000,
    chapters: { posted: 1, planned: 1 },
    kudos: 3,
    hits: 40,
    published: '2026-10-01',
    updated: '2026-10-01',
    ...special,
  };
}

/** An ordinary series with whatever a test needs to be special about it. Its item has the id `series_N`. */
export function aSeries(id: number, special: Partial<SeriesSpec> = {}): SeriesSpec {
  return {
    id,
    title: 'Lanterns',
    authors: [{ id: 7, login: 'bo' }],
    fandoms: ['Gravelight'],
    ratings: ['general'],
    warnings: ['none'],
    categories: [],
    complete: true,
    relationships: [],
    characters: [],
    freeforms: [],
    summary: null,
    words: 10,
    works: 2,
    updated: '2026-01-01',
    ...special,
  };
}

/** A work on another site. Its item has the id `external_work_N`. */
export function anExternalWork(id: number, special: Partial<ExternalSpec> = {}): ExternalSpec {
  return {
    id,
    title: 'Elsewhere',
    author: 'someone',
    url: `https://stories.example/${id}`,
    fandoms: ['Gravelight'],
    rating: null,
    categories: [],
    relationships: [],
    characters: [],
    summary: null,
    language: null,
    updated: '2026-01-01',
    ...special,
  };
}

/** A prompt in the collection "Shelf", which nobody has filled. */
export function aPrompt(id: number, special: Partial<PromptSpec> = {}): PromptSpec {
  return {
    id,
    collection: 'Shelf',
    by: 'bo',
    fandoms: ['Gravelight'],
    rating: null,
    warnings: [],
    categories: [],
    relationships: [],
    characters: [],
    freeforms: [],
    summary: null,
    fulfilled: true,
    fills: [],
    date: '2026-11-01',
    ...special,
  };
}

/** A listing of these works, as a page for `archive.put`. */
export const listingOf = (works: readonly WorkSpec[], more: Partial<ListingPageSpec> = {}): string =>
  renderListingPage({ listing: 'works', path: '/works', items: works.map((work): ItemSpec => ({ kind: 'work', work })), ...more });
