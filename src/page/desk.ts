import { prepareSearch, type SearchForm } from './archive-search';
import { drawBar, type BarActions } from './bar';
import type { Desk, DeskPage } from './desk-door';
import { gather } from './gather';
import { openPanel } from './panel-door';
import { tally } from './tally';
import { toast } from './toast';
import { drawTools } from './tools';

/**
 * Draws what stands around the items of a page.
 * @param searchForm finds the archive's own filter on a page
 */
export function makeDesk(searchForm: (document: Document) => SearchForm | null = () => null): Desk {
  return {
    redraw(page) {
      gather(page.states, page.gathers && page.on, (head) => {
        this.redraw(page);
        page.focusLine(head);
      });
      drawBars(page, searchForm(page.document));
      drawTools(page, (item, what, focusBack) => void openPanel({ page, item, what, focusBack, toast }));
    },
    explain: (page, item) => void openPanel({ page, item, what: 'why', focusBack: () => page.focusLine(item), toast }),
    bar: drawBar,
    toast,
  };
}

const bars = new Set<Element>();

function drawBars(page: DeskPage, form: SearchForm | null): void {
  const listings = tally(page.states);
  for (const gone of bars) if (!listings.has(gone)) drawBar(gone, null);
  const about = page.reader.readPage();
  const actions: BarActions = {
    showAll: (listing, shown) => page.showAll(listing, shown),
    pause: (paused) => page.pause(paused),
    retry: () => page.retry(),
    uncover: () => page.uncover(),
    search: (bar) => {
      // The background says nothing only when it is gone; the bar then stays as it is.
      if (form !== null) prepareSearch(form, page.states, bar).catch(() => {});
    },
  };
  for (const [listing, counts] of listings) {
    const on = page.on || page.trouble !== null;
    drawBar(listing, on || page.paused ? { ...counts, trouble: page.trouble, paused: page.paused, preferences: about.preferences, next: about.next, searchable: form !== null } : null, actions);
    bars.add(listing);
  }
}
