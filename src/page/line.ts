import { handWords } from '../i18n';
import { RequestFailed, send } from '../messages/send';
import type { PageStart } from '../messages/table';
import { setCurtain } from './curtain';
import { LOOK } from './mark';

/** After this time without an answer the curtain lifts (product promise: at most 1.5 s), in ms. */
export const PATIENCE = 1500;
export const RETRY_PAUSE = 120;

/** The browser renders the page in advance; nobody sees it yet. */
export const isPrerendering = (document: Document): boolean => (document as { prerendering?: boolean }).prerendering === true;

/** Filters that did not answer: the page is open, or stays covered because the reader chose that. */
export type Trouble = null | 'open' | 'covered';

/** The line from a page to the background: asks with patience, and lifts the curtain when nobody answers. */
export class Line {
  /** Whether to filter here; null until the background has said so. */
  on: boolean | null = null;
  trouble: Trouble = null;
  start: Omit<PageStart, 'words'> = { on: true, keepCovered: false, gather: false, look: '', revision: -1 };
  private lifting: ReturnType<typeof setTimeout> | undefined;
  /** When each answer that is still to come began to be waited for; the oldest decides when patience ends. */
  private waiting: number[] = [];
  private answers = 0;

  /** @param changed called when there is trouble, or no longer */
  constructor(
    private readonly document: Document,
    private readonly signal: AbortSignal,
    private readonly changed: () => void,
  ) {
    signal.addEventListener('abort', () => {
      clearTimeout(this.lifting);
      setCurtain(document, 'up');
    });
  }

  /**
   * Learns whether and how to filter here; `answered` is to follow.
   * @param url what stands for the page where its archive is asked about
   * @returns false when there was no answer
   */
  async greet(url = this.document.location.href): Promise<boolean> {
    this.expect();
    const start = await this.ask(() => send('page-started', { url }));
    if (start === undefined) return false;
    this.start = start;
    handWords(start.words);
    this.document.documentElement.setAttribute(LOOK, start.look);
    this.on = start.on;
    if (!start.on) setCurtain(this.document, 'up');
    return true;
  }

  /** Asks until there is an answer or patience ends: the browser may stop the background at any moment. */
  async ask<T>(request: () => Promise<T>): Promise<T | undefined> {
    const until = performance.now() + PATIENCE;
    const { answers } = this;
    for (;;) {
      try {
        return await request();
      } catch (error) {
        const again = error instanceof RequestFailed && error.code === 'no-answer' && performance.now() < until;
        if (this.signal.aborted) return undefined;
        if (!again) {
          // A request from before the last answer, which dies with the background much later, is no news.
          if (this.answers === answers) this.fail();
          return undefined;
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE));
      }
    }
  }

  /** From now on something is covered and waits for an answer; each call is followed by `answered` once. */
  expect(): void {
    this.waiting.push(performance.now());
    this.arm();
  }

  /** One answer has come; patience goes on for those that have not. */
  answered(): void {
    this.answers++;
    this.waiting.shift();
    this.arm();
    if (this.trouble === null) return;
    this.trouble = null;
    if (this.on) setCurtain(this.document, 'down');
    this.changed();
  }

  /** The reader wants to see what is covered although nobody answers. */
  uncover(): void {
    this.start.keepCovered = false;
    this.fail();
  }

  private arm(): void {
    clearTimeout(this.lifting);
    const oldest = this.waiting[0];
    if (oldest !== undefined) this.lifting = setTimeout(() => this.fail(), Math.max(0, oldest + PATIENCE - performance.now()));
  }

  private fail(): void {
    clearTimeout(this.lifting);
    this.waiting = [];
    this.trouble = this.start.keepCovered ? 'covered' : 'open';
    if (!this.start.keepCovered) setCurtain(this.document, 'up');
    this.changed();
  }
}
