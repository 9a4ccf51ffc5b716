import type { Work } from '../domain/work';
import type { Verdict } from '../domain/verdict';
import { text } from '../i18n';
import { send } from '../messages/send';
import { setCurtain } from './curtain';
import type { Desk, ReportedPage } from './desk-door';
import { drawGate, removeGate } from './gate';
import { isPrerendering, Line } from './line';
import { isShown, mark, setShown, unmark, wipe } from './mark';
import { isAway, type ItemState } from './report';
import type { View } from './serve';

/** What the view needs to know of a work's page; a reader of src/archives bound to this page. */
export interface WorkReader {
  archive: string;
  archiveName: string;
  /** Enough of the page is there to be read. */
  isReady(): boolean;
  /** Throws with a `code` when the markup is unknown. */
  read(): { state: string; work: Work | null; main: Element | null };
  /** The element that is covered until the work is judged, if it is there already. */
  main(): Element | null;
  /** What stands for the page where rules and archives are asked about, when that is not its own address. */
  address?(): string;
  /** Where "Go back" leads when there is nothing to go back to; the archive's first page, unless said. */
  home?: string;
}

/** One view of the page of a work: judged before its text is painted, and the gate in front of it when it is unwanted. */
export class WorkView implements View, ReportedPage {
  private readonly line: Line;
  readonly states = new Map<Element, ItemState>();
  private main: Element | null = null;
  private own = false;
  private arrived = false;
  private judgedAt = -1;

  constructor(
    readonly document: Document,
    readonly reader: WorkReader,
    readonly signal: AbortSignal,
    private readonly desk: () => Desk | undefined,
  ) {
    this.line = new Line(document, signal, () => this.redraw());
  }

  start(): void {
    wipe(this.document);
    setCurtain(this.document, 'down');
    const look = (): void => {
      if (this.arrived || !(this.reader.isReady() || this.document.readyState !== 'loading')) return;
      this.arrived = true;
      observer.disconnect();
      this.read();
      if (this.line.on !== null) void this.judge();
    };
    const observer = new MutationObserver(look);
    observer.observe(this.document, { childList: true, subtree: true });
    this.document.addEventListener('readystatechange', look, { signal: this.signal });
    this.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    look();
    void this.rulesChanged();
  }

  async rulesChanged(): Promise<void> {
    if (!(await this.line.greet(this.address()))) return;
    if (!this.line.on) this.clear();
    else if (this.arrived && !(await this.judge())) return;
    this.line.answered();
  }

  putAway(): void {
    setCurtain(this.document, 'all');
  }

  async broughtBack(): Promise<void> {
    let answered = await this.line.greet(this.address());
    if (answered && this.line.on && this.line.start.revision !== this.judgedAt) answered = await this.judge();
    if (answered) this.line.answered();
    setCurtain(this.document, 'up');
    this.desk()?.count(this, true);
  }

  get on(): boolean {
    return this.line.on !== false;
  }

  get trouble() {
    return this.line.trouble;
  }

  show(_item: number, shown: boolean): void {
    const { main } = this;
    const verdict = this.state?.verdict;
    if (main === null || !verdict || !isAway(verdict)) return;
    setShown(main, shown);
    this.draw(verdict);
  }

  address(): string {
    return this.reader.address?.() ?? this.document.location.href;
  }

  private get state(): ItemState | undefined {
    return this.main === null ? undefined : this.states.get(this.main);
  }

  /** A page without a work to judge (unrevealed, gone, a login) is shown as it is; so is the viewer's own draft. */
  private read(): void {
    this.main = this.reader.main();
    // Nothing but a verdict of ours may say that the work is shown.
    if (this.main !== null) unmark(this.main);
    try {
      const page = this.reader.read();
      this.own = page.state === 'draft' || page.work?.own === true;
      this.main = page.main ?? this.main;
      if (page.work !== null && this.main !== null) this.states.set(this.main, { number: 0, work: page.work, verdict: null, unreadable: null, muted: false });
      else if (this.main !== null) this.settle(this.main, 'show');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      if (this.main === null) return;
      this.states.set(this.main, { number: 0, work: null, verdict: null, unreadable: { code, text: this.document.title.slice(0, 120) }, muted: false });
      this.settle(this.main, 'show');
    }
  }

  /** @returns false when the filters did not answer */
  private async judge(): Promise<boolean> {
    const { state } = this;
    if (state === undefined || state.work === null || !this.line.on) return true;
    const { work } = state;
    this.line.expect();
    const answered = await this.line.ask(async () => {
      const { revision, verdict, reading } = await send('judge-work', {
        url: this.address(),
        own: this.own,
        work,
        prerendering: isPrerendering(this.document),
      });
      if (!this.line.on) return true;
      this.judgedAt = revision;
      state.verdict = verdict ?? { action: 'show', reasons: [] };
      if (this.main !== null && reading) setShown(this.main, true);
      this.draw(state.verdict);
      return true;
    });
    if (answered === undefined) return false;
    this.line.answered();
    return true;
  }

  private draw(verdict: Verdict): void {
    const { main, state } = this;
    if (main === null || !state?.work) return;
    this.settle(main, verdict.action, verdict.colour);
    this.desk()?.line(this, main, verdict);
    if (isAway(verdict) && !isShown(main)) {
      const { work } = state;
      drawGate(main, verdict, {
        back: () => this.back(),
        read: () => this.readThisTime(verdict),
        always: work.id === null ? null : () => void this.always(),
        why: (focusBack) => this.desk()?.explain(this, main, focusBack),
        details: (made) => this.desk()?.details(this.document, work, made),
      });
    } else removeGate(main);
    this.desk()?.count(this);
  }

  /** From here on the mark on the work decides what is seen, and nothing else of the page is covered. */
  private settle(main: Element, action: Verdict['action'], colour?: Verdict['colour']): void {
    mark(main, action, colour);
    setCurtain(this.document, 'up');
  }

  private back(): void {
    if (history.length > 1) history.back();
    else this.document.location.assign(this.reader.home ?? '/');
  }

  private readThisTime(verdict: Verdict): void {
    if (this.main === null) return;
    setShown(this.main, true);
    this.draw(verdict);
    // Not remembered is no harm: the next chapter asks again.
    send('read-this-time', { url: this.address(), work: this.state?.work?.id ?? null }).catch(() => {});
  }

  /** The rule reaches this page as every other one does: as a change of the rules. */
  private async always(): Promise<void> {
    const { state } = this;
    if (!state?.work) return;
    try {
      const { undo } = await send('rule-from-page', {
        url: this.address(),
        rule: { action: 'show', strict: true, when: [{ field: 'work', values: [state.work.id ?? ''] }], unless: [] },
      });
      this.desk()?.toast(this.document, text('gate_always_done'), undo);
    } catch (error) {
      this.desk()?.failed(this.document, error);
    }
  }

  private clear(): void {
    for (const state of this.states.values()) state.verdict = null;
    if (this.main !== null) {
      removeGate(this.main);
      this.desk()?.line(this, this.main, { action: 'show', reasons: [] });
      unmark(this.main);
    }
    this.redraw();
  }

  private redraw(): void {
    const place = this.main ?? this.reader.main();
    if (place === null) return;
    const counts = {
      items: 1,
      folded: 0,
      hidden: 0,
      allShown: false,
      unreadable: 0,
      withheld: false,
      paused: false,
      preferences: null,
      next: null,
      searchable: false,
    };
    this.desk()?.bar(
      place,
      { ...counts, trouble: this.line.trouble },
      {
        showAll() {},
        pause() {},
        retry: () => void this.rulesChanged(),
        uncover: () => this.line.uncover(),
      },
    );
    this.desk()?.count(this);
  }
}
