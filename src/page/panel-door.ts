import { connected, send } from '../messages/send';
import type { DeskPage } from './desk-door';

/** What the reader wants to do with one item: make a rule from it, or hear why it was folded. */
export interface PanelRequest {
  what: 'add' | 'why';
  page: DeskPage;
  item: Element;
  /** Says what was done; see Desk.toast. */
  toast(document: Document, words: string, undo: string | null): void;
  /** Says that it was not done; see Desk.failed. */
  failed(document: Document): void;
  /** Gives the focus back to what was pressed. */
  focusBack(): void;
}

/* The panel's side of the door between scripts of one page, see desk-door.ts. */
declare global {
  var foldawayPanel: ((request: PanelRequest) => void) | undefined;
}

/**
 * Opens the panel, whose script is brought in when it is first asked for.
 * @throws RequestFailed when the extension is no longer there
 */
export async function openPanel(request: PanelRequest): Promise<void> {
  if (globalThis.foldawayPanel === undefined || !connected()) await send('load-panel', {});
  globalThis.foldawayPanel?.(request);
}

export function enterPanel(open: (request: PanelRequest) => void): void {
  globalThis.foldawayPanel = open;
}
