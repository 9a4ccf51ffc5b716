import { type ItemSpec, type ListingPageSpec, renderListingPage, type WorkSpec } from '../../../tools/demo-archive/markup/index';

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

/** A listing of these works, as a page for `archive.put`. */
export const listingOf = (works: readonly WorkSpec[], more: Partial<ListingPageSpec> = {}): string =>
  renderListingPage({ listing: 'works', path: '/works', items: works.map((work): ItemSpec => ({ kind: 'work', work })), ...more });
