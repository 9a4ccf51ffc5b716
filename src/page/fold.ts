import type { Verdict } from '../domain/verdict';
import { text } from '../i18n';
import { FOLD_CSS } from './look';
import { isShown, mark, setShown } from './mark';
import { reasonText } from './reason';
import { makeButton, makePart } from './shadow';

interface Fold {
  host: HTMLElement;
  button: HTMLButtonElement;
  why: HTMLElement;
  act: HTMLElement;
  toggled: () => void;
}

const folds = new WeakMap<Element, Fold>();

/**
 * Draws a verdict: marks the item, and gives a folded one its line. Drawing again replaces what was drawn.
 * @param toggled called after the reader shows or folds the item
 */
export function drawVerdict(item: Element, verdict: Verdict, toggled: () => void): void {
  mark(item, verdict.action);
  if (verdict.action === 'fold' || (verdict.action === 'hide' && isShown(item))) drawFold(item, verdict, toggled);
  else removeFold(item);
}

/** Shows a folded or hidden item, or folds it again. Focus inside a folded item moves to its line. */
export function showItem(item: Element, verdict: Verdict, shown: boolean, toggled: () => void): void {
  const hadFocus = !shown && item.contains(item.ownerDocument.activeElement);
  setShown(item, shown);
  drawVerdict(item, verdict, toggled);
  if (hadFocus) folds.get(item)?.button.focus();
}

function drawFold(item: Element, verdict: Verdict, toggled: () => void): void {
  const fold = folds.get(item) ?? makeFold(item);
  fold.toggled = toggled;
  const shown = isShown(item);
  fold.host.toggleAttribute('open', shown);
  fold.button.setAttribute('aria-expanded', String(shown));
  fold.why.textContent = reasonText(verdict);
  fold.act.textContent = shown ? text('fold_again') : text('fold_show');
  if (fold.host.parentNode !== item) item.prepend(fold.host);
}

function makeFold(item: Element): Fold {
  const document = item.ownerDocument;
  const { host, root } = makePart(document, 'foldaway-fold', FOLD_CSS);
  const fold: Fold = { host, button: makeButton(document, '', () => fold.toggled()), why: span(document, 'why'), act: span(document, 'do'), toggled: () => {} };
  fold.button.className = 'line';
  fold.button.append(span(document, 'mark'), fold.why, fold.act);
  root.append(fold.button);
  folds.set(item, fold);
  return fold;
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
