import { text } from '../i18n';
import type { JudgedPage } from './desk-door';
import { TOOLS_CSS } from './look';
import { isShown } from './mark';
import { isAway } from './report';
import { makeButton, makePart } from './shadow';

const tools = new WeakMap<Element, HTMLElement>();

/**
 * On the page of a work, the button from which a rule can be made, behind what the page says of the work. It is not
 * there while the filter is off, nor in front of what the gate covers.
 * @param place what the button stands behind; null where the page has no such thing
 */
export function drawWorkTools(page: JudgedPage, item: Element, place: Element | null, open: (after: Element, focusBack: () => void) => void): void {
  const state = page.states.get(item);
  const wanted = state?.work != null && state.verdict !== null && !(isAway(state.verdict) && !isShown(item));
  if (!wanted || place === null) tools.get(item)?.remove();
  else if (tools.get(item)?.previousElementSibling !== place) {
    const { host, root } = makePart(page.document, 'foldaway-panel', TOOLS_CSS);
    const add = makeButton(page.document, text('panel_open'), () => open(host, () => add.focus()));
    root.append(add);
    tools.get(item)?.remove();
    tools.set(item, host);
    place.after(host);
  }
}
