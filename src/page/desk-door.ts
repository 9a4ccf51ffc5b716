import type { Verdict } from '../domain/verdict';
import type { BarActions, BarState } from './bar';
import type { Trouble } from './line';
import type { PanelOpening } from './panel-door';
import type { ItemState } from './report';

/** What the desk needs of the page view. */
export interface DeskPage {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly states: ReadonlyMap<Element, ItemState>;
  /** The filter works here: not switched off, not paused. */
  readonly on: boolean;
  readonly paused: boolean;
  readonly trouble: Trouble;
  /** Folded items in a row are to be one line. */
  readonly gathers: boolean;
  readonly reader: { readPage(): { kind: string | null; own: boolean; preferences: string | null; next: string | null } };
  toggle(item: Element, shown: boolean): void;
  showAll(listing: Element, shown: boolean): void;
  /** Puts the focus on the line of a folded item. */
  focusLine(item: Element): void;
  pause(paused: boolean): void;
  retry(): void;
  uncover(): void;
}

/** A page with what is known of its items: that of a single work is one too. */
export interface JudgedPage extends Pick<DeskPage, 'document' | 'states'> {
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
  /** Whether a page in which no item was found lists works all the same, in markup that nobody knows yet. */
  isLost?(document: Document): boolean;
  /** Says that what the reader wanted was not done. */
  failed(document: Document): void;
}

/*
 * Scripts of one extension in one page share their global object, which the page cannot see: this is the door
 * between them. Whichever comes second finds the first.
 */
declare global {
  var foldawayDesk: Desk | undefined;
  var foldawayPage: DeskPage | undefined;
}

export const deskHere = (): Desk | undefined => globalThis.foldawayDesk;

/** The page view opens its side of the door. */
export function enterPage(page: DeskPage): void {
  globalThis.foldawayPage = page;
}

/** The desk opens its side, and begins with the page as it is. */
export function enterDesk(desk: Desk): void {
  globalThis.foldawayDesk = desk;
  if (globalThis.foldawayPage !== undefined) desk.redraw(globalThis.foldawayPage);
}
