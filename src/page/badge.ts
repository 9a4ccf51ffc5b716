import { send } from '../messages/send';
import type { ReportedPage } from './desk-door';
import { isPrerendering } from './line';
import { tally } from './tally';

/** Tells the toolbar button what is away on this page, once for each change. */
export class Badge {
  /** Where nothing was ever away, the browser has taken the number of the page before from the button by itself. */
  private told = '0 0';
  private tries = 0;

  /** A page that the browser renders in advance has no effect outside itself until the reader sees it. */
  tell(page: ReportedPage, listings = tally(page.states)): void {
    if (isPrerendering(page.document)) {
      page.document.addEventListener('prerenderingchange', () => this.tell(page), { once: true, signal: page.signal });
      return;
    }
    let [folded, hidden] = [0, 0];
    for (const counts of listings.values()) {
      folded += counts.folded;
      hidden += counts.hidden;
    }
    const said = `${folded} ${hidden}`;
    if (said === this.told) return;
    this.told = said;
    send('page-counts', { folded, hidden }).then(
      () => (this.tries = 0),
      () => {
        this.told = '';
        // The browser may stop the background at any moment. It is a convenience: no more than a few tries.
        if (this.tries++ < 3) setTimeout(() => this.tell(page), 200);
      },
    );
  }

  /** The page is back after a time in which the button said something else. */
  forget(): void {
    this.told = '';
  }
}
