import type { Action, Verdict } from '../domain/verdict';

/** The page contract (docs/page-contract.md): every judged item carries its verdict in this attribute. */
const VERDICT = 'data-foldaway';
/** A folded or hidden item that the reader has shown again. */
export const SHOWN = 'data-foldaway-shown';

/** An item of a row that is one line: `head` carries the line, `row` is kept away by the style sheet. */
export const GATHERED = 'data-foldaway-gathered';

/** How the reader wants it to look, in words for src/page/look.css; on the root element. */
export const LOOK = 'data-foldaway-look';

/** Of a highlighted item, where its rule has a colour of its own. */
const COLOUR = 'data-foldaway-colour';

export function mark(item: Element, action: Action, colour?: Verdict['colour']): void {
  item.setAttribute(VERDICT, action);
  if (action !== 'fold' && action !== 'hide') item.removeAttribute(SHOWN);
  if (colour === undefined) item.removeAttribute(COLOUR);
  else item.setAttribute(COLOUR, colour);
}

/** Leaves the item as the archive made it. */
export function unmark(item: Element): void {
  for (const name of [VERDICT, SHOWN, GATHERED, COLOUR]) item.removeAttribute(name);
}

export const isShown = (item: Element): boolean => item.hasAttribute(SHOWN);

export function setShown(item: Element, shown: boolean): void {
  item.toggleAttribute(SHOWN, shown);
}

/** Elements of ours carry names that no archive uses; observers skip them. */
export const isOurs = (node: Node): boolean => node.nodeName.startsWith('FOLDAWAY-');

/** Takes away everything that an earlier run of the extension left on this page. */
export function wipe(document: Document): void {
  // Where the page only begins, there is nothing yet.
  if (document.body === null) return;
  for (const element of document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-gate, foldaway-panel, foldaway-mark')) element.remove();
  for (const item of document.querySelectorAll(`[${VERDICT}]`)) unmark(item);
}
