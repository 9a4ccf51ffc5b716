import { text } from '../i18n';
import type { DeskPage } from './desk-door';
import { TOOLS_CSS } from './look';
import { makeButton, makePart } from './shadow';

interface Tools {
  host: HTMLElement;
  why: HTMLButtonElement;
}

const tools = new WeakMap<Element, Tools>();

/** The line at the end of each item from which a rule can be made; it goes with the item when that is folded. */
export function drawTools(page: DeskPage, open: (item: Element, what: 'add' | 'why', focusBack: () => void) => void): void {
  for (const [item, { work, verdict }] of page.states) {
    const known = tools.get(item);
    if (!page.on || work === null || work.kind === 'deleted' || verdict === null) {
      known?.host.remove();
      continue;
    }
    const { host, why } = known ?? makeTools(item, work.title ?? '', open);
    why.hidden = verdict.action !== 'highlight';
    if (host.parentNode !== item) item.append(host);
  }
}

function makeTools(item: Element, title: string, open: (item: Element, what: 'add' | 'why', focusBack: () => void) => void): Tools {
  const document = item.ownerDocument;
  const { host, root } = makePart(document, 'foldaway-panel', TOOLS_CSS);
  const add = makeButton(document, text('panel_open'), () => open(item, 'add', () => add.focus()));
  add.setAttribute('aria-label', text('panel_open_for', title));
  const why = makeButton(document, text('panel_why_highlighted'), () => open(item, 'why', () => why.focus()));
  const row = document.createElement('div');
  row.className = 'row';
  row.append(add, why);
  root.append(row);
  const made = { host, why };
  tools.set(item, made);
  return made;
}
