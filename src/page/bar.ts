import { counted, text } from '../i18n';
import { BAR_CSS } from './look';
import type { Trouble } from './line';
import { makeButton, makeLink, makePart } from './shadow';
import type { Tally } from './tally';

/** What a bar says of its listing. */
export interface BarState extends Tally {
  trouble: Trouble;
  /** The reader has switched the filter off for this view of the page. */
  paused: boolean;
  preferences: string | null;
  /** Where more works are, if that is to be offered. */
  next: string | null;
  /** The archive has a filter of its own here, into which rules can be put. */
  searchable: boolean;
}

export interface BarActions {
  showAll(listing: Element, shown: boolean): void;
  pause(paused: boolean): void;
  retry(): void;
  uncover(): void;
  /** Puts the rules into the archive's filter; `bar` is where to say so. */
  search?(bar: HTMLElement): void;
}

interface Bar {
  host: HTMLElement;
  root: ShadowRoot;
  /** Stays in place, so that screen readers announce what is written into it. */
  status: HTMLElement;
  actions: HTMLElement;
  said: string;
}

const bars = new WeakMap<Element, Bar>();

/** Draws the bar over a listing, or takes it away when there is nothing to say (or nothing is to be said: `null`). */
export function drawBar(listing: Element, state: BarState | null, actions?: BarActions): void {
  const existing = bars.get(listing);
  const words = state === null ? '' : wordsOf(state);
  if (state === null || actions === undefined || words === '') {
    existing?.host.remove();
    bars.delete(listing);
    return;
  }
  const bar = existing ?? makeBar(listing);
  const said = JSON.stringify(state);
  if (bar.host.nextElementSibling !== listing) listing.before(bar.host);
  if (bar.said === said) return;
  bar.said = said;
  fill(bar, words, offers(listing, state, actions), state.trouble !== null);
}

function wordsOf(state: BarState): string {
  if (state.trouble !== null) return text(state.trouble === 'covered' ? 'bar_no_answer_covered' : 'bar_no_answer');
  if (state.paused) return text('bar_paused');
  const counts = [...(state.folded > 0 ? [counted('bar_folded', state.folded)] : []), ...(state.hidden > 0 ? [counted('bar_hidden', state.hidden)] : [])].join(
    text('fold_separator'),
  );
  return [
    ...(counts === '' ? [] : [text('bar_of', counts, state.items)]),
    ...(state.unreadable > 0 ? [counted('bar_unreadable', state.unreadable)] : []),
    ...(state.withheld ? [text('bar_withheld')] : []),
  ].join(' · ');
}

/** Buttons and links, by what there is to do. */
function offers(listing: Element, state: BarState, actions: BarActions): HTMLElement[] {
  const document = listing.ownerDocument;
  const button = (key: Parameters<typeof text>[0], pressed: () => void): HTMLElement => makeButton(document, text(key), pressed);
  if (state.trouble !== null) {
    return [button('bar_retry', () => actions.retry()), ...(state.trouble === 'covered' ? [button('bar_uncover', () => actions.uncover())] : [])];
  }
  if (state.paused) return [button('bar_resume', () => actions.pause(false))];
  const away = state.folded + state.hidden;
  const offered: HTMLElement[] = [];
  if (away > 0) {
    offered.push(
      button(state.allShown ? 'bar_fold_all' : 'bar_show_all', () => actions.showAll(listing, !state.allShown)),
      button('bar_pause', () => actions.pause(true)),
    );
    if (state.searchable) offered.push(button('bar_search', () => actions.search?.(barOf(listing))));
    if (state.next !== null) offered.push(makeLink(document, text('bar_next'), state.next));
  }
  if (state.withheld && state.preferences !== null) offered.push(makeLink(document, text('bar_preferences'), state.preferences));
  return offered;
}

const barOf = (listing: Element): HTMLElement => bars.get(listing)?.host ?? makeBar(listing).host;

function fill(bar: Bar, words: string, offered: HTMLElement[], trouble: boolean): void {
  const hadFocus = bar.root.activeElement !== null;
  bar.status.className = trouble ? 'trouble' : '';
  if (bar.status.textContent !== words) bar.status.textContent = words;
  bar.actions.replaceChildren(...offered);
  if (hadFocus) offered[0]?.focus();
}

function makeBar(listing: Element): Bar {
  const document = listing.ownerDocument;
  const { host, root } = makePart(document, 'foldaway-bar', BAR_CSS);
  const box = document.createElement('div');
  box.className = 'bar';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const actions = document.createElement('div');
  actions.className = 'actions';
  box.append(status, actions);
  root.append(box);
  const bar = { host, root, status, actions, said: '' };
  bars.set(listing, bar);
  return bar;
}
