import { listingOf } from './listing-of';
import { isShown } from './mark';
import { goesWithAnother, isAway, type ItemState } from './report';

export interface Tally {
  items: number;
  folded: number;
  hidden: number;
  allShown: boolean;
  unreadable: number;
  withheld: boolean;
}

/** Counts per listing, for the bars. */
export function tally(states: ReadonlyMap<Element, ItemState>): Map<Element, Tally> {
  const listings = new Map<Element, Tally>();
  const isGone = goesWithAnother(states);
  for (const [item, state] of states) {
    const listing = listingOf(item, states.keys());
    if (state.muted || !item.isConnected || listing === null || isGone(item)) continue;
    const counts = listings.get(listing) ?? { items: 0, folded: 0, hidden: 0, allShown: true, unreadable: 0, withheld: false };
    listings.set(listing, counts);
    counts.items += 1;
    if (state.unreadable !== null) counts.unreadable += 1;
    if (state.work?.withheld.includes('freeforms')) counts.withheld = true;
    if (!isAway(state.verdict)) continue;
    if (state.verdict?.action === 'fold') counts.folded += 1;
    else counts.hidden += 1;
    if (!isShown(item)) counts.allShown = false;
  }
  return listings;
}
