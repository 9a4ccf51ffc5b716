import { send } from '../messages/send';

/** The browser renders the page in advance; nobody sees it yet. */
export const isPrerendering = (document: Document): boolean => (document as { prerendering?: boolean }).prerendering === true;

/** Tells the toolbar button what is away on this page, once for each change. */
export class Badge {
  private told = '';
  private tries = 0;

  constructor(
    private readonly document: Document,
    private readonly signal: AbortSignal,
    private readonly counts: () => { folded: number; hidden: number },
  ) {}

  /** A page that the browser renders in advance has no effect outside itself until the reader sees it. */
  tell(): void {
    if (isPrerendering(this.document)) {
      this.document.addEventListener('prerenderingchange', () => this.tell(), { once: true, signal: this.signal });
      return;
    }
    const { folded, hidden } = this.counts();
    const said = `${folded} ${hidden}`;
    if (said === this.told) return;
    this.told = said;
    send('page-counts', { folded, hidden }).then(
      () => (this.tries = 0),
      () => {
        this.told = '';
        // The browser may stop the background at any moment. It is a convenience: no more than a few tries.
        if (this.tries++ < 3) setTimeout(() => this.tell(), 200);
      },
    );
  }

  /** The page is back after a time in which the button said something else. */
  tellAgain(): void {
    this.told = '';
    this.tell();
  }
}
