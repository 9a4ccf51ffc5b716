import type { Verdict } from '../domain/verdict';
import type { PageKind, Work } from '../domain/work';
import type { PageReport } from '../messages/table';
import type { BarActions, BarState } from './bar';
import type { Trouble } from './line';
import type { PanelOpening } from './panel-door';
import type { ItemState } from './report';

/** What the toolbar's popup and button tell of: a page with items, or that of a single work. */
export interface ReportedPage {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly states: ReadonlyMap<Element, ItemState>;
  /** The filter works here: not switched off, not paused. */
  readonly on: boolean;
  readonly trouble: Trouble;
  readonly reader: { archive: string; archiveName: string; readPage?(): { preferences: string | null } };
  /** Shows or folds one item, by its number in the report. */
  show(item: number, shown: boolean): void;
}

/** What the desk needs of the page view. */
export interface DeskPage extends ReportedPage {
  readonly paused: boolean;
  /** Folded items in a row are to be one line. */
  readonly gathers: boolean;
  readonly reader: {
    archive: string;
    archiveName: string;
    readPage(): { kind: PageKind | null; own: boolean; preferences: string | null; next: string | null };
  };
  toggle(item: Element, shown: boolean): void;
  showAll(listing: Element, shown: boolean): void;
  /** Puts the focus on the line of a folded item. */
  focusLine(item: Element): void;
  pause(paused: boolean): void;
  retry(): void;
  uncover(): void;
}

/** A page with what is known of its items: that of a single work is one too. */
export interface JudgedPage extends Pick<ReportedPage, 'document' | 'states'> {
  /** What stands for the page where rules are made, when that is not its own address. */
  address?(): string;
}

/**
 * What stands around the items: bars, the buttons on items, gathered lines. It is a script of its own, so that
 * judging, which the reader waits for, has little to load.
 */
export interface Desk {
  /** Something on the page has changed. */
  redraw(page: DeskPage): void;
  /** What is away on the page may have changed: the toolbar's button is told. `again`: it said something else meanwhile. */
  count(page: ReportedPage, again?: boolean): void;
  /** What the popup says of a page. */
  report(page: ReportedPage): PageReport;
  /** Makes what a work is, in words and without its text. */
  details(document: Document, work: Work, made: (details: HTMLElement) => void): void;
  /** The reader asks why an item was folded. `focusBack` gives the focus back to what was pressed. */
  explain(page: JudgedPage, item: Element, focusBack: () => void): void;
  /** Draws the line over the work of a page that is noted or highlighted, or takes it away. */
  line(page: JudgedPage, item: Element, verdict: Verdict): void;
  /** Opens the panel on an item. */
  open(request: PanelOpening): void;
  /** Draws a bar over one element, by itself. */
  bar(place: Element, state: BarState | null, actions: BarActions): void;
  /** Says what was done, with a way to take it back when there is the token of an edit. */
  toast(document: Document, words: string, undo: string | null): void;
  /** Says that what the reader wanted was not done. */
  failed(document: Document, error?: unknown): void;
}

/*
 * Scripts of one extension in one page share their global object, which the page cannot see: this is the door
 * between them. Whichever comes second finds the first. Not by a name: by that, Chromium would also find an element of
 * the page with such an id.
 */
const DOOR = Symbol.for('foldaway-door');

interface Door {
  desk?: Desk;
  page?: DeskPage;
  reported?: ReportedPage;
  bring?: Bring;
}

/** Has the scripts brought in that a page has none of yet; see lookout.ts. */
export type Bring = () => Promise<true>;

const door: Door = ((globalThis as { [DOOR]?: Door })[DOOR] ??= {});

export const deskHere = (): Desk | undefined => door.desk;
export const pageHere = (): DeskPage | undefined => door.page;
export const reportedHere = (): ReportedPage | undefined => door.reported;

/** The view of a page with items opens its side of the door. */
export function enterPage(page: DeskPage): void {
  door.page = page;
}

/** That of any page opens its own. */
export function enterReported(page: ReportedPage): void {
  door.reported = page;
}

/** The lookout opens its own, also to the background (entrypoints/background/ask-tab.ts). */
export function enterLookout(bring: Bring): void {
  door.bring = bring;
}

/** The desk opens its side, and begins with the page as it is, unless that only begins too. */
export function enterDesk(desk: Desk): void {
  door.desk = desk;
  const { page, reported } = door;
  if (reported?.states.size === 0 && reported.document.readyState === 'loading') return;
  if (page !== undefined) desk.redraw(page);
  else if (reported !== undefined) desk.count(reported);
}
