import type { Verdict } from '../domain/verdict';
import { text } from '../i18n';
import type { DeskPage } from './desk-door';
import { TOOLS_CSS } from './look';
import { reasonText } from './reason';
import type { ItemState } from './report';
import { makeButton, makePart, whenPressed } from './shadow';

interface Tools {
  host: HTMLElement;
  row: HTMLElement;
  open: Open;
  /** There from the first time on that the item is highlighted. */
  why: HTMLButtonElement | null;
}
type Open = (item: Element, what: 'add' | 'why', focusBack: () => void) => void;

const tools = new WeakMap<Element, Tools>();

/** Of a page with more items than this, an item gets its line when it comes near: a line for each costs more than all else that is drawn. */
const MOST_AT_ONCE = 100;
/** Two screens on each side, so that whoever scrolls, or moves the focus, always finds the lines there. */
const NEAR = { rootMargin: '200% 0px' };

/** Tells of the items of a page that come near; of each once. */
let watched: { page: DeskPage; observer: IntersectionObserver; awaited: WeakSet<Element> } | undefined;

/** Nothing can be offered for it, or nothing is to be. */
const isBare = (page: DeskPage, { work, verdict }: ItemState): boolean => !page.on || work === null || work.kind === 'deleted' || verdict === null;

/** The line at the end of each item from which a rule can be made; it goes with the item when that is folded. */
export function drawTools(page: DeskPage, open: Open): void {
  const few = page.states.size <= MOST_AT_ONCE;
  for (const [item, state] of page.states) {
    const known = tools.get(item);
    if (isBare(page, state)) known?.host.remove();
    else if (known?.host.parentNode === item) sayWhy(item, known, state.verdict);
    else if (few) drawOn(item, state, open);
    else awaitNear(page, item, open);
  }
}

function drawOn(item: Element, state: ItemState, open: Open): void {
  const made = tools.get(item) ?? makeTools(item, state.work?.title ?? '', open);
  sayWhy(item, made, state.verdict);
  item.append(made.host);
}

/** Draws the line of an item when that comes near. What is not displayed is nowhere, and near when it is shown. */
function awaitNear(page: DeskPage, item: Element, open: Open): void {
  if (watched?.page !== page) watched = watch(page, open);
  if (watched.awaited.has(item)) return;
  watched.awaited.add(item);
  watched.observer.observe(item);
}

function watch(page: DeskPage, open: Open): NonNullable<typeof watched> {
  const awaited = new WeakSet<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      awaited.delete(target);
      const state = page.states.get(target);
      if (state !== undefined && !isBare(page, state)) drawOn(target, state, open);
    }
  }, NEAR);
  page.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return { page, observer, awaited };
}

/** A frame alone would say too little: what is highlighted says why, in words. */
function sayWhy(item: Element, made: Tools, verdict: Verdict | null): void {
  const highlighted = verdict?.action === 'highlight';
  if (made.why === null && highlighted) {
    const why = makeButton(item.ownerDocument, '', () => made.open(item, 'why', () => why.focus()));
    made.row.append((made.why = why));
  }
  if (made.why === null) return;
  made.why.hidden = !highlighted;
  if (highlighted) made.why.textContent = reasonText(verdict);
}

/** Copied for each item, which costs less than making it. */
let pattern: HTMLElement | undefined;

function makePattern(document: Document): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.append(makeButton(document, text('panel_open'), () => {}));
  return row;
}

function makeTools(item: Element, title: string, open: Open): Tools {
  const document = item.ownerDocument;
  const { host, root } = makePart(document, 'foldaway-panel', TOOLS_CSS);
  const row = (pattern ??= makePattern(document)).cloneNode(true) as HTMLElement;
  const add = row.firstElementChild as HTMLButtonElement;
  add.setAttribute('aria-label', text('panel_open_for', title));
  whenPressed(add, () => open(item, 'add', () => add.focus()));
  root.append(row);
  const made = { host, row, open, why: null };
  tools.set(item, made);
  return made;
}
