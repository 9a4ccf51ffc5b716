import { drawBar } from './bar';
import type { Desk, DeskPage } from './desk-door';
import { gather } from './gather';
import { openPanel } from './panel-door';
import { tally } from './tally';
import { toast } from './toast';
import { drawTools } from './tools';

/** Draws what stands around the items of a page. */
export function makeDesk(): Desk {
  return {
    redraw(page) {
      gather(page.states, page.gathers && page.on, (head) => {
        this.redraw(page);
        page.focusLine(head);
      });
      drawBars(page);
      drawTools(page, (item, what, focusBack) => void openPanel({ page, item, what, focusBack, toast }));
    },
    explain: (page, item) => void openPanel({ page, item, what: 'why', focusBack: () => page.focusLine(item), toast }),
    bar: drawBar,
    toast,
  };
}

const bars = new Set<Element>();

function drawBars(page: DeskPage): void {
  const listings = tally(page.states);
  for (const gone of bars) if (!listings.has(gone)) drawBar(gone, null, page);
  const about = page.reader.readPage();
  for (const [listing, counts] of listings) {
    const on = page.on || page.trouble !== null;
    drawBar(listing, on || page.paused ? { ...counts, trouble: page.trouble, paused: page.paused, preferences: about.preferences, next: about.next } : null, page);
    bars.add(listing);
  }
}
