import { text } from '../i18n';
import type { JudgedPage } from './desk-door';
import { TOOLS_CSS } from './look';
import { isShown } from './mark';
import { isAway } from './report';
import { makeButton, makePart } from './shadow';

const tools = new WeakMap<Element, HTMLElement>();
let addHere: (() => void) | undefined;

/** Does what the button on the page of a work does. @returns false when there is none */
export function addOnWork(): boolean {
  addHere?.();
  return addHere !== undefined;
}

/**
 * On the page of a work, the button from which a rule can be made, behind what the page says of the work. It is not
 * there while the filter is off, nor in front of what the gate covers.
 * @param place what the button stands behind; null where the page has no such thing
 */
export function drawWorkTools(page: JudgedPage, item: Element, place: Element | null, open: (after: Element, focusBack: () => void) => void): void {
  const state = page.states.get(item);
  const wanted = state?.work != null && state.verdict !== null && !(isAway(state.verdict) && !isShown(item));
  if (!wanted || place === null) {
    tools.get(item)?.remove();
    addHere = undefined;
  } else if (tools.get(item)?.previousElementSibling !== place) {
    const { host, root } = makePart(page.document, 'foldaway-panel', TOOLS_CSS);
    addHere = () => open(host, () => add.focus());
    const add = makeButton(page.document, text('panel_open'), addHere);
    root.append(add);
    tools.get(item)?.remove();
    tools.set(item, host);
    place.after(host);
  }
}
