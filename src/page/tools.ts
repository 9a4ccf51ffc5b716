import type { Verdict } from '../domain/verdict';
import { text } from '../i18n';
import type { DeskPage } from './desk-door';
import { TOOLS_CSS } from './look';
import { reasonText } from './reason';
import { makeButton, makePart } from './shadow';

interface Tools {
  host: HTMLElement;
  why: HTMLButtonElement;
}

const tools = new WeakMap<Element, Tools>();

/** As many are made in one go, so that very long pages stay responsive. */
const BATCH = 50;

let rest: ReturnType<typeof setTimeout> | undefined;

/** The line at the end of each item from which a rule can be made; it goes with the item when that is folded. */
export function drawTools(page: DeskPage, open: (item: Element, what: 'add' | 'why', focusBack: () => void) => void): void {
  clearTimeout(rest);
  const missing: Element[] = [];
  for (const [item, { work, verdict }] of page.states) {
    const known = tools.get(item);
    if (!page.on || work === null || work.kind === 'deleted' || verdict === null) known?.host.remove();
    else if (known?.host.parentNode === item) sayWhy(known.why, verdict);
    else missing.push(item);
  }
  const makeSome = (): void => {
    for (const item of missing.splice(0, BATCH)) {
      const state = page.states.get(item);
      const { host, why } = tools.get(item) ?? makeTools(item, state?.work?.title ?? '', open);
      sayWhy(why, state?.verdict ?? null);
      item.append(host);
    }
    if (missing.length > 0) rest = setTimeout(makeSome, 0);
  };
  makeSome();
}

/** A frame alone would say too little: what is highlighted says why, in words. */
function sayWhy(why: HTMLElement, verdict: Verdict | null): void {
  why.hidden = verdict?.action !== 'highlight';
  if (verdict?.action === 'highlight') why.textContent = reasonText(verdict);
}

function makeTools(item: Element, title: string, open: (item: Element, what: 'add' | 'why', focusBack: () => void) => void): Tools {
  const document = item.ownerDocument;
  const { host, root } = makePart(document, 'foldaway-panel', TOOLS_CSS);
  const add = makeButton(document, text('panel_open'), () => open(item, 'add', () => add.focus()));
  add.setAttribute('aria-label', text('panel_open_for', title));
  const why = makeButton(document, '', () => open(item, 'why', () => why.focus()));
  const row = document.createElement('div');
  row.className = 'row';
  row.append(add, why);
  root.append(row);
  const made = { host, why };
  tools.set(item, made);
  return made;
}
