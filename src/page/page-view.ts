import type { PageKind, Work } from '../domain/work';
import type { Verdict } from '../domain/verdict';
import { send } from '../messages/send';
import { setCurtain } from './curtain';
import type { Desk, DeskPage } from './desk-door';
import { drawVerdict, focusLine, showItem, type LineHooks } from './fold';
import { watchItems } from './items';
import { isPrerendering, Line } from './line';
import { isShown, mark, unmark, wipe } from './mark';
import { isAway, type ItemState } from './report';
import type { View } from './serve';
import { soon } from './soon';

/** What the page view needs to know of an archive; an adapter of src/archives bound to this page. */
export interface PageReader {
  archive: string;
  archiveName: string;
  /** Selector of every element that may be an item. */
  items: string;
  /** By its address, the page is one that lists works: the background is asked before there is an item. */
  lists: boolean;
  /** The archive itself keeps the item away, for people whom the reader has muted there; not ours to show or count. */
  isMuted(item: Element): boolean;
  /** Reads an item; throws with a `code` when its markup is unknown. */
  readItem(item: Element): Work;
  readPage(): { kind: PageKind | null; own: boolean; preferences: string | null; next: string | null };
}

/** As many items are read in one go: very long pages are worked through in small steps. */
const BATCH = 50;
/**
 * As many are judged in one go, after the first batch, and no more than the background takes: a message has a price of its own, and
 * what its answer folds away moves the rest of a long page, which the browser then lays out anew.
 */
const MOST_JUDGED = 500;
/** The more there is to count, the rarer it is counted while a long page grows: so many items add a millisecond of waiting. */
const ITEMS_PER_MS = 5;

/**
 * One view of a page with listings, from the first item to the last: finds items, has them judged, draws the
 * verdicts, and keeps all of it true when the page or the rules change. What stands around the items is the desk's.
 */
export class PageView implements View, DeskPage {
  readonly states = new Map<Element, ItemState>();
  paused = false;
  readonly focusLine = focusLine;
  private readonly line: Line;
  private readonly hooks: LineHooks = {
    toggled: (item) => this.toggle(item, !isShown(item)),
    why: (item) => this.desk()?.explain(this, item, () => focusLine(item)),
  };
  private revision = -1;
  /** There is, or is likely to be, something to judge: nothing is asked or drawn before. */
  private begun = false;
  /** Found and still to be read. */
  private unread: Element[] = [];
  private reading = false;
  /** Read and still to be judged: the background has not said yet whether to filter here, or more are to come at once. */
  private waiting: Element[] = [];
  private due: ReturnType<typeof setTimeout> | undefined;
  /** How many items were ever found, by which each has a number of its own. */
  private numbered = 0;
  private forget: (item: Element) => void = () => {};

  constructor(
    readonly document: Document,
    readonly reader: PageReader,
    readonly signal: AbortSignal,
    private readonly desk: () => Desk | undefined,
  ) {
    this.line = new Line(document, signal, () => this.redraw());
  }

  get on(): boolean {
    return this.line.on !== false && !this.paused;
  }

  get trouble() {
    return this.line.trouble;
  }

  get gathers(): boolean {
    return this.line.start.gather;
  }

  /** Begins at document start; everything ends with the signal. */
  start(): void {
    wipe(this.document);
    setCurtain(this.document, 'down');
    this.forget = watchItems(
      this.document,
      this.reader.items,
      { found: (items) => this.found(items), changed: (items) => this.reread(items), removed: () => this.letGo() },
      this.signal,
    );
    this.signal.addEventListener('abort', () => clearTimeout(this.due), { once: true });
    this.document.addEventListener('DOMContentLoaded', () => this.begun && this.redraw(), { signal: this.signal });
    if (this.reader.lists) this.begin();
  }

  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    void this.rulesChanged();
  }

  async rulesChanged(): Promise<void> {
    if (!this.begun) return;
    const was = this.line.on;
    if (!(await this.line.greet())) return;
    if (!this.on) this.clear();
    else if (!(await this.judge(was === null ? this.waiting.splice(0) : [...this.states.keys()]))) return;
    this.line.answered();
  }

  putAway(): void {
    setCurtain(this.document, 'all');
  }

  /** The page is back from the browser's cache: shown again once its verdicts are known to be today's. */
  async broughtBack(): Promise<void> {
    if (!this.begun) return setCurtain(this.document, 'down');
    const before = this.revision;
    let answered = await this.line.greet();
    if (answered && this.on && this.line.start.revision !== before) answered = await this.judge([...this.states.keys()]);
    if (answered) this.line.answered();
    setCurtain(this.document, this.on && this.line.trouble === null ? 'down' : 'up');
    this.desk()?.count(this, true);
  }

  show(number: number, shown: boolean): void {
    const found = [...this.states].find(([, state]) => state.number === number);
    if (found !== undefined) this.toggle(found[0], shown);
  }

  /** Shows or folds one item of which the rules want it away. */
  toggle(item: Element, shown: boolean): void {
    const verdict = this.states.get(item)?.verdict;
    if (!verdict || !isAway(verdict)) return;
    showItem(item, verdict, shown, this.hooks);
    this.redraw();
  }

  showAll(listing: Element, shown: boolean): void {
    for (const [item, { muted }] of this.states) if (listing.contains(item) && !muted) this.toggle(item, shown);
    this.redrawNow();
  }

  /** Switches the filter off for this view of the page, or on again. */
  pause(paused: boolean): void {
    this.paused = paused;
    setCurtain(this.document, paused ? 'up' : 'down');
    if (paused) {
      this.clear();
      this.redrawNow();
    } else void this.judge([...this.states.keys()]);
  }

  retry(): void {
    void this.rulesChanged();
  }

  uncover(): void {
    this.line.uncover();
  }

  /** What stands around the items follows soon, once for all changes of the moment: counting costs the whole page. */
  redraw(): void {
    this.due ??= setTimeout(() => this.redrawNow(), this.states.size / ITEMS_PER_MS);
  }

  /** At once, where a button of the desk changes its meaning with the press: a second press right after must not repeat the first. */
  private redrawNow(): void {
    clearTimeout(this.due);
    this.due = undefined;
    this.desk()?.redraw(this);
  }

  /** A page that goes on for hours must not keep what was on it before. */
  private letGo(): void {
    for (const item of this.states.keys()) if (!item.isConnected && this.states.delete(item)) this.forget(item);
    this.redraw();
  }

  /** Leaves every item as the archive made it. */
  private clear(): void {
    for (const [item, state] of this.states) {
      state.verdict = null;
      drawVerdict(item, { action: 'show', reasons: [] }, this.hooks);
      unmark(item);
    }
    this.redraw();
  }

  private found(items: Element[]): void {
    this.begin();
    this.unread.push(...items);
    if (!this.reading) this.readOn();
  }

  private readOn(): void {
    if (this.signal.aborted) return;
    const items = this.unread.splice(0, BATCH);
    for (const item of items) this.read(item);
    if (this.on) this.waiting.push(...items);
    const enough = this.unread.length === 0 || this.waiting.length >= MOST_JUDGED || this.states.size <= BATCH;
    if (this.line.on === true && this.on && enough) void this.judge(this.waiting.splice(0));
    this.reading = this.unread.length > 0;
    if (this.reading) soon(() => this.readOn());
  }

  private read(item: Element): void {
    const before = this.states.get(item);
    const number = before?.number ?? this.numbered++;
    const muted = before?.muted ?? this.reader.isMuted(item);
    const state: ItemState = { number, work: null, verdict: null, unreadable: null, muted };
    this.states.set(item, state);
    try {
      state.work = this.reader.readItem(item);
    } catch (error) {
      state.unreadable = { code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown', text: labelOf(item) };
      if (this.on) mark(item, 'show');
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

  /** @returns false when the filters did not answer */
  private async judge(items: Element[]): Promise<boolean> {
    // Nothing will be said of what could not be read: it is in sight again now, where the filter was off before.
    for (const item of items) if (this.states.get(item)?.work === null) mark(item, 'show');
    for (let start = 0; start < items.length; start += MOST_JUDGED) {
      if (!(await this.judgeBatch(items.slice(start, start + MOST_JUDGED)))) return false;
    }
    this.redraw();
    return true;
  }

  private async judgeBatch(items: Element[]): Promise<boolean> {
    const readable = items.flatMap((item) => {
      const work = this.states.get(item)?.work;
      return work ? [{ item, work }] : [];
    });
    if (readable.length === 0) return true;
    this.line.expect();
    const { kind, own } = this.reader.readPage();
    const works = readable.map(({ work }) => work);
    const answered = await this.line.ask(async () => {
      const { revision, verdicts } = await send('judge', {
        url: this.document.location.href,
        page: kind,
        own,
        works,
        prerendering: isPrerendering(this.document),
      });
      // An answer by older rules may come in after one by newer rules.
      if (!this.on || revision < this.revision) return true;
      readable.forEach(({ item }, index) => this.draw(item, verdicts[index] ?? null));
      this.revision = revision;
      return true;
    });
    if (answered === undefined) return false;
    const recovered = this.line.trouble !== null;
    this.line.answered();
    // The curtain is down again, also over what was not answered in time.
    if (recovered) void this.judge([...this.states].flatMap(([item, { work, verdict }]) => (work !== null && verdict === null ? [item] : [])));
    return true;
  }

  private draw(item: Element, verdict: Verdict | null): void {
    const state = this.states.get(item);
    if (state === undefined) return;
    state.verdict = verdict;
    if (verdict === null) {
      state.unreadable ??= { code: 'refused', text: labelOf(item) };
      mark(item, 'show');
    } else drawVerdict(item, verdict, this.hooks);
  }
}

const labelOf = (item: Element): string => (item.querySelector('.heading')?.textContent ?? item.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 120);
