import { counted, text } from '../i18n';
import { listingOf } from './listing-of';
import { FOLD_CSS } from './look';
import { GATHERED, isShown } from './mark';
import { isAway, type ItemState } from './report';
import { makeButton, makePart } from './shadow';

/** One folded item says more by its own line. */
const FEWEST = 2;

/** Rows that the reader has opened, by their first item. */
const opened = new WeakSet<Element>();
const lines = new WeakMap<Element, HTMLElement>();
/** Some row may be gathered now. */
let some = false;

/** Folded items in a row, which only hidden ones may part, become one line; or each gets its own line back. */
export function gather(states: ReadonlyMap<Element, ItemState>, gathers: boolean, open: (head: Element) => void): void {
  if (!gathers && !some) return;
  some = gathers;
  const rows = gathers ? rowsOf(states) : [];
  const heads = new Map(rows.flatMap((row) => (row[0] !== undefined && row.length >= FEWEST && !opened.has(row[0]) ? [[row[0], row] as const] : [])));
  const gathered = new Set([...heads.values()].flat());
  for (const item of states.keys()) {
    const row = heads.get(item);
    if (gathered.has(item)) item.setAttribute(GATHERED, row === undefined ? 'row' : 'head');
    else item.removeAttribute(GATHERED);
    if (row !== undefined) drawLine(item, row, open);
    else lines.get(item)?.remove();
  }
}

function rowsOf(states: ReadonlyMap<Element, ItemState>): Element[][] {
  const rows: Element[][] = [];
  let row: Element[] = [];
  let listing: Element | null = null;
  for (const [item, state] of states) {
    const around = listingOf(item, states.keys());
    if (around !== listing) row = [];
    listing = around;
    if (state.muted || (state.verdict?.action === 'hide' && !isShown(item))) continue;
    if (!isAway(state.verdict) || isShown(item)) row = [];
    else if (row.push(item) === FEWEST) rows.push(row);
  }
  return rows;
}

/** The line is a child of the row's first item, since a list holds nothing but items. */
function drawLine(head: Element, items: Element[], open: (head: Element) => void): void {
  const document = head.ownerDocument;
  let host = lines.get(head);
  if (host !== undefined && host.dataset['count'] === String(items.length) && host.parentNode === head) return;
  host?.remove();
  const made = makePart(document, 'foldaway-fold', FOLD_CSS);
  host = made.host;
  host.dataset['count'] = String(items.length);
  host.className = 'gathered';
  const button = makeButton(document, '', () => {
    opened.add(head);
    open(head);
  });
  button.className = 'line';
  button.setAttribute('aria-expanded', 'false');
  const says = document.createElement('span');
  says.className = 'why';
  says.textContent = counted('fold_gathered', items.length);
  const act = document.createElement('span');
  act.className = 'do';
  act.textContent = text('fold_show');
  const mark = document.createElement('span');
  mark.className = 'mark';
  button.append(mark, says, act);
  const row = document.createElement('div');
  row.className = 'row';
  row.append(button);
  made.root.append(row);
  head.prepend(host);
  lines.set(head, host);
}
