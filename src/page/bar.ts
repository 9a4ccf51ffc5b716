import { counted, text } from '../i18n';
import { BAR_CSS } from './look';
import { makeButton, makePart } from './shadow';

/** What a bar says of its listing. */
export interface BarState {
  folded: number;
  hidden: number;
  /** All folded and hidden items are shown at the moment. */
  allShown: boolean;
  unreadable: number;
  /** Free tags are not in the page. */
  withheld: boolean;
  preferences: string | null;
  /** The filters did not answer; `covered` when the reader chose to keep unjudged items out of sight. */
  trouble: null | 'open' | 'covered';
}

export interface BarActions {
  showAll(shown: boolean): void;
  retry(): void;
  uncover(): void;
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

/** Draws the bar over a listing, or takes it away when there is nothing to say. */
export function drawBar(listing: Element, state: BarState, actions: BarActions): void {
  const parts = state.trouble === null ? countParts(state) : [];
  const quiet = parts.length === 0 && state.trouble === null;
  const existing = bars.get(listing);
  if (quiet) {
    existing?.host.remove();
    bars.delete(listing);
    return;
  }
  const bar = existing ?? makeBar(listing);
  const said = JSON.stringify(state);
  if (bar.host.nextElementSibling !== listing) listing.before(bar.host);
  if (bar.said === said) return;
  bar.said = said;
  fill(bar, state, parts, actions);
}

function countParts(state: BarState): string[] {
  const parts: string[] = [];
  const counts = [
    ...(state.folded > 0 ? [counted('bar_folded', state.folded)] : []),
    ...(state.hidden > 0 ? [counted('bar_hidden', state.hidden)] : []),
  ];
  if (counts.length > 0) parts.push(counts.join(text('fold_separator')));
  if (state.unreadable > 0) parts.push(counted('bar_unreadable', state.unreadable));
  if (state.withheld) parts.push(text('bar_withheld'));
  return parts;
}

function fill(bar: Bar, state: BarState, parts: string[], actions: BarActions): void {
  const document = bar.host.ownerDocument;
  const hadFocus = bar.root.activeElement !== null;
  const offered: HTMLElement[] = [];
  bar.status.className = state.trouble === null ? '' : 'trouble';
  if (state.trouble !== null) {
    bar.status.textContent = text(state.trouble === 'covered' ? 'bar_no_answer_covered' : 'bar_no_answer');
    offered.push(makeButton(document, text('bar_retry'), actions.retry));
    if (state.trouble === 'covered') offered.push(makeButton(document, text('bar_uncover'), actions.uncover));
  } else {
    bar.status.textContent = parts.join(' · ');
    if (state.folded + state.hidden > 0) {
      offered.push(makeButton(document, text(state.allShown ? 'bar_fold_all' : 'bar_show_all'), () => actions.showAll(!state.allShown)));
    }
    if (state.withheld && state.preferences !== null) {
      const link = document.createElement('a');
      link.href = state.preferences;
      link.textContent = text('bar_preferences');
      offered.push(link);
    }
  }
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
