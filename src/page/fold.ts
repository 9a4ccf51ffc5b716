import type { Verdict } from '../domain/verdict';
import { text } from '../i18n';
import { FOLD_CSS } from './look';
import { isOurs, isShown, mark, setShown } from './mark';
import { reasonText } from './reason';
import { makeButton, makePart, whenPressed } from './shadow';

/** What the reader does on a line. */
export interface LineHooks {
  /** Show the item, or fold it again. */
  toggled(item: Element): void;
  /** Ask why. */
  why(item: Element): void;
}

interface Fold {
  host: HTMLElement;
  button: HTMLButtonElement;
  why: HTMLElement;
  act: HTMLElement;
  ask: HTMLElement;
  /** The item stays in sight under its line. */
  noted: boolean;
  hooks: LineHooks;
  verdict: Verdict | null;
  /** Kept at hand: a line goes on working in a page that outlives the extension, which then has no texts. */
  words: { show: string; again: string; why: string };
}

const folds = new WeakMap<Element, Fold>();

/** Draws a verdict: marks the item, and gives a folded or noted one its line. Drawing again replaces what was drawn. */
export function drawVerdict(item: Element, verdict: Verdict, hooks: LineHooks): void {
  const { action } = verdict;
  if (action === 'fold' || action === 'note' || (action === 'hide' && isShown(item))) drawFold(item, verdict, hooks);
  else removeFold(item);
  // Last: nothing is folded away without a line to show it by.
  mark(item, action, verdict.colour);
}

/** The line over what stays in sight: for a work on its own page, where a frame alone would say too little. */
export function drawLine(item: Element, verdict: Verdict, hooks: LineHooks): void {
  if (verdict.action === 'note' || verdict.action === 'highlight') drawFold(item, verdict, hooks);
  else removeFold(item);
}

/** Shows a folded or hidden item, or folds it again. Focus inside a folded item moves to its line. */
export function showItem(item: Element, verdict: Verdict, shown: boolean, hooks: LineHooks): void {
  const hadFocus = !shown && item.contains(item.ownerDocument.activeElement);
  setShown(item, shown);
  drawVerdict(item, verdict, hooks);
  if (hadFocus) focusLine(item);
}

export const focusLine = (item: Element): void => folds.get(item)?.button.focus();

function drawFold(item: Element, verdict: Verdict, hooks: LineHooks): void {
  const fold = folds.get(item) ?? makeFold(item);
  const shown = isShown(item);
  const noted = verdict.action === 'note' || verdict.action === 'highlight';
  fold.hooks = hooks;
  fold.host.toggleAttribute('open', shown || noted);
  fold.button.classList.toggle('noted', noted);
  if (noted) fold.button.removeAttribute('aria-expanded');
  else fold.button.setAttribute('aria-expanded', String(shown));
  if (fold.verdict !== verdict) fold.why.textContent = reasonText(verdict);
  fold.verdict = verdict;
  fold.act.textContent = noted ? fold.words.why : shown ? fold.words.again : fold.words.show;
  fold.ask.hidden = noted;
  fold.noted = noted;
  if (fold.host.parentNode !== item) item.prepend(fold.host);
}

function makeFold(item: Element): Fold {
  // The style sheet leaves parts of ours in sight: what is there already is a page's imitation, or a copy of a line.
  for (const part of [...item.children]) if (isOurs(part)) part.remove();
  const document = item.ownerDocument;
  const { host, root } = makePart(document, 'foldaway-fold', FOLD_CSS);
  const row = (pattern ??= makePattern(document)).cloneNode(true) as HTMLElement;
  const [button, ask] = [...row.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
  const [, why, act] = [...button.children] as [HTMLElement, HTMLElement, HTMLElement];
  const words = { show: text('fold_show'), again: text('fold_again'), why: text('fold_why') };
  const fold: Fold = { host, words, verdict: null, button, why, act, ask, noted: false, hooks: { toggled() {}, why() {} } };
  whenPressed(button, () => (fold.noted ? fold.hooks.why(item) : fold.hooks.toggled(item)));
  whenPressed(ask, () => fold.hooks.why(item));
  root.append(row);
  folds.set(item, fold);
  return fold;
}

/** Copied for each line, which costs less than making it. */
let pattern: HTMLElement | undefined;

function makePattern(document: Document): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  const line = makeButton(document, '', () => {});
  line.className = 'line';
  line.append(...['mark', 'why', 'do'].map((name) => span(document, name)));
  const ask = makeButton(document, text('fold_why'), () => {});
  ask.className = 'do';
  row.append(line, ask);
  return row;
}

function span(document: Document, name: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  return element;
}

function removeFold(item: Element): void {
  const fold = folds.get(item);
  if (fold === undefined) return;
  // Never lose the reader's place: focus on a line that goes away moves on to the item's first link.
  const focused = item.ownerDocument.activeElement === fold.host;
  fold.host.remove();
  folds.delete(item);
  if (focused) item.querySelector<HTMLElement>('a[href], button')?.focus();
}
