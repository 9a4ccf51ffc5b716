import { connected, send } from '../messages/send';
import type { SearchForm } from '../domain/search-form';
import type { Work } from '../domain/work';
import type { DeskPage, JudgedPage } from './desk-door';
import type { ItemState } from './report';

/** What the reader wants to do with one item: make a rule from it, or hear why it was folded. */
export type PanelOpening = ({ what: 'add'; page: JudgedPage & Partial<Pick<DeskPage, 'reader'>> } | { what: 'why'; page: JudgedPage }) & {
  item: Element;
  /** What the panel opens behind; at the end of the item, unless said. */
  after?: Element;
  /** Gives the focus back to what was pressed. */
  focusBack(): void;
};

/** What is done now and then only, so that no page carries it from the start. */
export type PanelTask =
  /** Makes what a work is, to be shown behind a gate. */
  | { what: 'details'; document: Document; work: Work; made(details: HTMLElement): void }
  /** Puts the rules into the archive's filter, and says so over the bar. */
  | { what: 'search'; form: SearchForm; states: ReadonlyMap<Element, ItemState>; bar: HTMLElement; failed(document: Document): void };

export type PanelRequest =
  | PanelTask
  | (PanelOpening & {
      /** Words of the item that were selected when the reader pressed. */
      selected: string;
      /** Says what was done; see Desk.toast. */
      toast(document: Document, words: string, undo: string | null): void;
      /** Says that it was not done; see Desk.failed. */
      failed(document: Document, error?: unknown): void;
    });

export type AddRequest = Extract<PanelRequest, { what: 'add' }>;
export type WhyRequest = Extract<PanelRequest, { what: 'why' }>;

/* The panel's side of the door between scripts of one page, see desk-door.ts. */
const PANEL = Symbol.for('foldaway-panel');
const scope = globalThis as { [PANEL]?: (request: PanelRequest) => void };

/**
 * Opens the panel, whose script is brought in when it is first asked for.
 * @throws RequestFailed when the extension is no longer there
 */
export async function openPanel(request: PanelRequest): Promise<void> {
  if (scope[PANEL] === undefined || !connected()) await send('load-panel', {});
  scope[PANEL]?.(request);
}

export function enterPanel(open: (request: PanelRequest) => void): void {
  scope[PANEL] = open;
}
