import type { Verdict } from '../domain/verdict';
import { text } from '../i18n';
import type { DeskPage } from './desk-door';
import { TOOLS_CSS } from './look';
import { reasonText } from './reason';
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

/** As many are made in one go, in some 20 ms. Each go is a frame, and on very long pages a frame takes the browser ten times as long. */
const BATCH = 500;

let rest: ReturnType<typeof setTimeout> | undefined;

/** The line at the end of each item from which a rule can be made; it goes with the item when that is folded. */
export function drawTools(page: DeskPage, open: Open): void {
  clearTimeout(rest);
  const missing: Element[] = [];
  for (const [item, { work, verdict }] of page.states) {
    const known = tools.get(item);
    if (!page.on || work === null || work.kind === 'deleted' || verdict === null) known?.host.remove();
    else if (known?.host.parentNode === item) sayWhy(item, known, verdict);
    else missing.push(item);
  }
  const makeSome = (): void => {
    for (const item of missing.splice(0, BATCH)) {
      const state = page.states.get(item);
      const made = tools.get(item) ?? makeTools(item, state?.work?.title ?? '', open);
      sayWhy(item, made, state?.verdict ?? null);
      item.append(made.host);
    }
    if (missing.length > 0) rest = setTimeout(makeSome, 0);
  };
  makeSome();
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
