import { type ItemSpec, type ListingPageSpec, renderListingPage } from '../markup/index';
import type { Reply } from '../server';
import type { Visit } from '../visit';

/** What a listing is, apart from the items and where it stands in its pages. */
export type Listing = Pick<ListingPageSpec, 'listing'> & Partial<Pick<ListingPageSpec, 'tag' | 'owner' | 'collection' | 'path'>>;

/** One page of a listing, out of all its entries. Query switches other than the page number stay in its links. */
export function listingReply<Entry>(visit: Visit, listing: Listing, entries: readonly Entry[], item: (entry: Entry) => ItemSpec): Reply {
  const first = (visit.page - 1) * visit.perPage;
  const kept = new URLSearchParams(visit.url.searchParams);
  kept.delete('page');
  const path = `${listing.path ?? visit.url.pathname}${kept.size > 0 ? `?${kept}` : ''}`;
  const body = renderListingPage(
    {
      ...listing,
      path,
      page: visit.page,
      pages: Math.max(1, Math.ceil(entries.length / visit.perPage)),
      total: entries.length,
      items: entries.slice(first, first + visit.perPage).map(item),
    },
    visit.options,
  );
  return { body };
}
