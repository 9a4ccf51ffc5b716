import type { SearchForm } from '../domain/search-form';
import { text } from '../i18n';
import { connected } from '../messages/send';
import { Badge } from './badge';
import { drawBar, type BarActions } from './bar';
import type { Desk, DeskPage } from './desk-door';
import { failureWords } from './failure';
import { makeFarewell } from './farewell';
import { drawLine, focusLine } from './fold';
import { gather } from './gather';
import { openPanel, type PanelOpening } from './panel-door';
import { reportOf } from './report';
import { selectedIn } from './selected';
import { tally, type Tally } from './tally';
import { toast } from './toast';
import { drawTools } from './tools';
import { drawWorkTools } from './work-tools';

/**
 * Draws what stands around the items of a page.
 * @param searchForm finds the archive's own filter on a page
 * @param isLost whether a page in which no item was found lists works all the same, in markup that nobody knows yet
 * @param factsOf finds what the page of a work says of it
 */
export function makeDesk(
  searchForm: (document: Document) => SearchForm | null = () => null,
  isLost: (document: Document) => boolean = () => false,
  factsOf: (document: Document) => Element | null = () => null,
): Desk {
  const farewell = makeFarewell();
  const badge = new Badge();
  /** Listings that have a bar. */
  let barred: ReadonlySet<Element> = new Set();
  let saidLost = false;
  const failed: Desk['failed'] = (document, error) => (connected() ? toast(document, failureWords(error), null) : farewell(document));
  const open = (request: PanelOpening): void => {
    openPanel({ ...request, selected: selectedIn(request.item), toast, failed }).catch(() => failed(request.page.document));
  };
  const explain: Desk['explain'] = (page, item, focusBack) => open({ page, item, what: 'why', focusBack });
  return {
    redraw(page) {
      const { document, states } = page;
      if (!connected()) return farewell(document);
      if (!saidLost && page.on && states.size === 0 && document.readyState !== 'loading' && isLost(document)) {
        saidLost = true;
        toast(document, text('page_unknown'), null);
      }
      gather(states, page.gathers && page.on, (head) => {
        this.redraw(page);
        page.focusLine(head);
      });
      const listings = tally(states);
      for (const listing of barred) if (!listings.has(listing)) drawBar(listing, null);
      barred = new Set(listings.keys());
      drawBars(page, listings, searchForm(document), failed);
      drawTools(page, (item, what, focusBack) => open({ page, item, what, focusBack }));
      badge.tell(page, listings);
    },
    count(page, again = false) {
      if (again) badge.forget();
      badge.tell(page);
    },
    report: (page) => reportOf(page, isLost),
    explain,
    details(document, work, made) {
      openPanel({ what: 'details', document, work, made }).catch(() => failed(document));
    },
    line(page, item, verdict) {
      const why = (): void => {
        // The end of a work is far from its beginning.
        const line = item.querySelector(':scope > foldaway-fold');
        open({ page, item, what: 'why', focusBack: () => focusLine(item), ...(line !== null && { after: line }) });
      };
      drawLine(item, verdict, { toggled() {}, why });
      // No listing: what this page has of the name reads a work, and no page.
      const single = { document: page.document, states: page.states, address: () => page.address?.() ?? page.document.location.href };
      drawWorkTools(page, item, factsOf(page.document), (after, focusBack) => open({ page: single, item, what: 'add', focusBack, after }));
    },
    open,
    bar: (place, state, actions) => (connected() ? drawBar(place, state, actions) : farewell(place.ownerDocument)),
    toast,
    failed,
  };
}

function drawBars(page: DeskPage, listings: ReadonlyMap<Element, Tally>, form: SearchForm | null, failed: Desk['failed']): void {
  const about = page.reader.readPage();
  const actions: BarActions = {
    showAll: (listing, shown) => page.showAll(listing, shown),
    pause: (paused) => page.pause(paused),
    retry: () => page.retry(),
    uncover: () => page.uncover(),
    search: (bar) => {
      if (form !== null) openPanel({ what: 'search', form, states: page.states, bar, failed }).catch(() => failed(page.document));
    },
  };
  for (const [listing, counts] of listings) {
    const on = page.on || page.trouble !== null;
    drawBar(
      listing,
      on || page.paused
        ? {
            ...counts,
            trouble: page.trouble,
            paused: page.paused,
            preferences: about.preferences,
            // Of a page of which little is left: the way to more works is nearer than the foot of the page.
            next: (counts.folded + counts.hidden) * 2 > counts.items ? about.next : null,
            searchable: form !== null,
          }
        : null,
      actions,
    );
  }
}
