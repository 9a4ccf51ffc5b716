import type { Work } from '../domain/work';
import type { Verdict } from '../domain/verdict';
import { RequestFailed, send } from '../messages/send';
import type { PageReport } from '../messages/table';
import { drawBar, type BarState } from './bar';
import { setCurtain } from './curtain';
import { drawVerdict, showItem } from './fold';
import { watchItems } from './items';
import { isShown, mark, wipe } from './mark';
import { reportOf, tally, type ItemState } from './report';

/** What the page view needs to know of an archive; an adapter of src/archives bound to this page. */
export interface PageReader {
  archive: string;
  archiveName: string;
  /** Selector of every element that may be an item. */
  items: string;
  /** Reads an item; throws with a `code` when its markup is unknown. */
  readItem(item: Element): Work;
  readPage(): { kind: string | null; own: boolean; preferences: string | null };
}

/** No batch is larger, so that the background answers in small steps on very long pages. */
const BATCH = 100;
/** After this time without an answer the curtain lifts (product promise: at most 1.5 s), in ms. */
export const PATIENCE = 1500;
const RETRY_PAUSE = 120;

/**
 * One page view from the first item to the last: finds items, has them judged, draws the verdicts, and keeps all
 * of it true when the page or the rules change.
 */
export class PageView {
  private readonly states = new Map<Element, ItemState>();
  private on: boolean | null = null;
  private keepCovered = false;
  private revision = -1;
  private waiting: Element[] = [];
  private trouble: BarState['trouble'] = null;
  private lifting: ReturnType<typeof setTimeout> | undefined;
  private barsDue: ReturnType<typeof setTimeout> | undefined;
  private counted = '';

  constructor(
    private readonly document: Document,
    private readonly reader: PageReader,
    private readonly signal: AbortSignal,
  ) {}

  /** Begins at document start; everything ends with the signal. */
  start(): void {
    wipe(this.document);
    setCurtain(this.document, 'down');
    watchItems(this.document, this.reader.items, { found: (items) => this.found(items), changed: (items) => this.reread(items) }, this.signal);
    this.signal.addEventListener('abort', () => this.end(), { once: true });
    this.document.addEventListener('DOMContentLoaded', () => this.redrawBars(), { signal: this.signal });
    void this.greet();
  }

  /** Rules or settings changed somewhere: everything is judged again, in place. */
  async rulesChanged(): Promise<void> {
    await this.greet();
    if (this.on) await this.judge([...this.states.keys()]);
  }

  /** The browser puts the page away and may bring it back with verdicts of old rules. */
  putAway(): void {
    setCurtain(this.document, 'all');
  }

  /** The page is back from the browser's cache: shown again once its verdicts are known to be today's. */
  async broughtBack(): Promise<void> {
    const before = this.revision;
    await this.greet();
    if (this.on && this.revision !== before) await this.judge([...this.states.keys()]);
    this.lift(this.trouble === null ? 'down' : 'up');
    this.counted = '';
    this.tellCounts();
  }

  report(): PageReport {
    const page = this.reader.readPage();
    const state = this.on === false ? 'off' : this.trouble !== null ? 'failed' : this.states.size === 0 ? 'nothing-to-judge' : 'filtering';
    return reportOf(this.states, { archive: this.reader.archive, archiveName: this.reader.archiveName, state, preferences: page.preferences });
  }

  /** Shows or folds one item, as the popup asks; `number` is the item's number in the report. */
  show(number: number, shown: boolean): void {
    const found = [...this.states].find(([, state]) => state.number === number);
    if (found?.[1].verdict) this.toggle(found[0], found[1].verdict, shown);
  }

  private async greet(): Promise<void> {
    this.expectAnswer();
    const start = await this.ask(() => send('page-started', { url: this.document.location.href }));
    if (start === undefined) return;
    this.revision = start.revision;
    this.keepCovered = start.keepCovered;
    const was = this.on;
    this.on = start.on;
    if (!start.on) this.switchOff();
    else if (was === false) this.switchOn();
    else await this.judge(this.waiting.splice(0));
    this.answered();
  }

  private switchOff(): void {
    this.trouble = null;
    setCurtain(this.document, 'up');
    for (const [item, state] of this.states) {
      state.verdict = null;
      drawVerdict(item, { action: 'show', reasons: [] }, () => {});
    }
    wipe(this.document);
    this.redrawBars();
  }

  private switchOn(): void {
    this.waiting = [];
    void this.judge([...this.states.keys()]);
  }

  private found(items: Element[]): void {
    for (const item of items) this.read(item);
    if (this.on === null) {
      this.waiting.push(...items);
      this.expectAnswer();
    } else if (this.on) void this.judge(items);
  }

  private read(item: Element): void {
    const number = this.states.get(item)?.number ?? this.states.size;
    try {
      this.states.set(item, { number, work: this.reader.readItem(item), verdict: null, unreadable: null });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      this.states.set(item, { number, work: null, verdict: null, unreadable: { code, text: labelOf(item) } });
      if (this.on !== false) mark(item, 'show');
    }
  }

  /** Something inside items has changed: judged again only when what they state has changed. */
  private reread(items: Element[]): void {
    const rewritten = items.filter((item) => {
      const before = this.states.get(item);
      this.read(item);
      const now = this.states.get(item);
      if (before === undefined || now === undefined) return true;
      now.verdict = before.verdict;
      return JSON.stringify(before.work) !== JSON.stringify(now.work);
    });
    if (this.on && rewritten.length > 0) void this.judge(rewritten);
  }

  private async judge(items: Element[]): Promise<void> {
    for (let start = 0; start < items.length; start += BATCH) await this.judgeBatch(items.slice(start, start + BATCH));
    this.redrawBars();
  }

  private async judgeBatch(items: Element[]): Promise<void> {
    const readable = items.flatMap((item) => {
      const work = this.states.get(item)?.work;
      return work ? [{ item, work }] : [];
    });
    if (readable.length === 0) return;
    this.expectAnswer();
    const page = this.reader.readPage();
    const works = readable.map(({ work }) => work);
    const answer = await this.ask(() => send('judge', { url: this.document.location.href, page: page.kind, own: page.own, works }));
    if (answer === undefined || !this.on) return;
    this.revision = answer.revision;
    this.answered();
    readable.forEach(({ item }, index) => this.draw(item, answer.verdicts[index] ?? null));
  }

  private draw(item: Element, verdict: Verdict | null): void {
    const state = this.states.get(item);
    if (state === undefined) return;
    state.verdict = verdict;
    if (verdict === null) {
      state.unreadable ??= { code: 'refused', text: labelOf(item) };
      mark(item, 'show');
    } else drawVerdict(item, verdict, () => this.toggle(item, verdict, !isShown(item)));
  }

  private toggle(item: Element, verdict: Verdict, shown: boolean): void {
    showItem(item, verdict, shown, () => this.toggle(item, verdict, !isShown(item)));
    this.redrawBars();
  }

  /** Asks until there is an answer or patience ends: the browser may stop the background at any moment. */
  private async ask<T>(request: () => Promise<T>): Promise<T | undefined> {
    const until = performance.now() + PATIENCE;
    for (;;) {
      try {
        return await request();
      } catch (error) {
        const worthRetrying = error instanceof RequestFailed && error.code === 'no-answer' && performance.now() < until;
        if (this.signal.aborted) return undefined;
        if (!worthRetrying) {
          this.fail();
          return undefined;
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE));
      }
    }
  }

  private expectAnswer(): void {
    this.lifting ??= setTimeout(() => this.fail(), PATIENCE);
  }

  private answered(): void {
    clearTimeout(this.lifting);
    this.lifting = undefined;
    if (this.trouble === null) return;
    this.trouble = null;
    if (this.on) setCurtain(this.document, 'down');
  }

  private fail(): void {
    clearTimeout(this.lifting);
    this.lifting = undefined;
    this.trouble = this.keepCovered ? 'covered' : 'open';
    if (!this.keepCovered) setCurtain(this.document, 'up');
    this.redrawBars();
  }

  private async retry(): Promise<void> {
    await this.greet();
    if (this.on) await this.judge([...this.states.keys()]);
  }

  private lift(state: 'down' | 'up'): void {
    setCurtain(this.document, this.on === false ? 'up' : state);
  }

  private end(): void {
    clearTimeout(this.lifting);
    clearTimeout(this.barsDue);
    setCurtain(this.document, 'up');
  }

  /** Bars and badge follow soon, once for all changes of the moment: counting costs the whole page. */
  private redrawBars(): void {
    this.barsDue ??= setTimeout(() => {
      this.barsDue = undefined;
      this.redrawBarsNow();
    }, 0);
  }

  private redrawBarsNow(): void {
    for (const [listing, counts] of tally(this.states)) {
      const state: BarState = {
        ...counts,
        trouble: this.trouble,
        preferences: counts.withheld ? this.reader.readPage().preferences : null,
      };
      drawBar(listing, this.on === false ? { ...state, folded: 0, hidden: 0, unreadable: 0, withheld: false, trouble: null } : state, {
        showAll: (shown) => this.showAll(listing, shown),
        retry: () => void this.retry(),
        uncover: () => {
          this.keepCovered = false;
          this.fail();
        },
      });
    }
    this.tellCounts();
  }

  private showAll(listing: Element, shown: boolean): void {
    for (const [item, { verdict }] of this.states) {
      if (item.parentElement === listing && (verdict?.action === 'fold' || verdict?.action === 'hide')) {
        showItem(item, verdict, shown, () => this.toggle(item, verdict, !isShown(item)));
      }
    }
    this.redrawBars();
  }

  /** A page that the browser renders in advance has no effect outside itself until the reader sees it. */
  private tellCounts(): void {
    if ((this.document as { prerendering?: boolean }).prerendering === true) {
      this.document.addEventListener('prerenderingchange', () => this.tellCounts(), { once: true, signal: this.signal });
      return;
    }
    const { folded, hidden } = this.report();
    const said = `${folded} ${hidden}`;
    if (said === this.counted) return;
    this.counted = said;
    send('page-counts', { folded, hidden }).catch(() => {
      // The badge is a convenience; the next change tells it again.
      this.counted = '';
    });
  }
}

const labelOf = (item: Element): string => (item.querySelector('.heading')?.textContent ?? item.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 120);
