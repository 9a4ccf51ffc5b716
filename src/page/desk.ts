import { text } from '../i18n';
import { connected } from '../messages/send';
import { prepareSearch, type SearchForm } from './archive-search';
import { drawBar, type BarActions } from './bar';
import type { Desk, DeskPage } from './desk-door';
import { makeFarewell } from './farewell';
import { drawLine, focusLine } from './fold';
import { gather } from './gather';
import { openPanel, type PanelOpening } from './panel-door';
import { tally } from './tally';
import { toast } from './toast';
import { drawTools } from './tools';
import { drawWorkTools } from './work-tools';

/**
 * Draws what stands around the items of a page.
 * @param searchForm finds the archive's own filter on a page
 * @param isLost see `Desk.isLost`
 * @param factsOf finds what the page of a work says of it
 */
export function makeDesk(
  searchForm: (document: Document) => SearchForm | null = () => null,
  isLost: (document: Document) => boolean = () => false,
  factsOf: (document: Document) => Element | null = () => null,
): Desk {
  const farewell = makeFarewell();
  let saidLost = false;
  const failed = (document: Document): void => (connected() ? toast(document, text('gate_failed'), null) : farewell(document));
  const open = (request: PanelOpening): void => {
    openPanel({ ...request, toast, failed }).catch(() => failed(request.page.document));
  };
  const explain: Desk['explain'] = (page, item, focusBack) => open({ page, item, what: 'why', focusBack });
  return {
    redraw(page) {
      if (!connected()) return farewell(page.document);
      gather(page.states, page.gathers && page.on, (head) => {
        this.redraw(page);
        page.focusLine(head);
      });
      if (!saidLost && page.on && page.states.size === 0 && page.document.readyState !== 'loading' && isLost(page.document)) {
        saidLost = true;
        toast(page.document, text('page_unknown'), null);
      }
      drawBars(page, searchForm(page.document), failed);
      drawTools(page, (item, what, focusBack) => open({ page, item, what, focusBack }));
    },
    explain,
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
    isLost,
    failed,
  };
}

/** Listings that have a bar. */
let barred: ReadonlySet<Element> = new Set();

function drawBars(page: DeskPage, form: SearchForm | null, failed: (document: Document) => void): void {
  const listings = tally(page.states);
  for (const listing of barred) if (!listings.has(listing)) drawBar(listing, null);
  barred = new Set(listings.keys());
  const about = page.reader.readPage();
  const actions: BarActions = {
    showAll: (listing, shown) => page.showAll(listing, shown),
    pause: (paused) => page.pause(paused),
    retry: () => page.retry(),
    uncover: () => page.uncover(),
    search: (bar) => {
      if (form !== null) prepareSearch(form, page.states, bar).catch(() => failed(page.document));
    },
  };
  for (const [listing, counts] of listings) {
    const on = page.on || page.trouble !== null;
    drawBar(
      listing,
      on || page.paused
        ? { ...counts, trouble: page.trouble, paused: page.paused, preferences: about.preferences, next: about.next, searchable: form !== null }
        : null,
      actions,
    );
  }
}
