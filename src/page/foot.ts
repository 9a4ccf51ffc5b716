import { TOAST_CSS } from './look';
import { makePart } from './shadow';

/** Says something at the foot of the window, with what can be done about it. */
export function sayAtFoot(document: Document, words: string, actions: readonly HTMLElement[]): { host: HTMLElement; root: ShadowRoot; box: HTMLElement } {
  const { host, root } = makePart(document, 'foldaway-panel', TOAST_CSS);
  const box = document.createElement('div');
  box.className = 'toast';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  box.append(status, ...actions);
  root.append(box);
  document.body.append(host);
  // Written into a region that is there already, so that screen readers announce it.
  status.textContent = words;
  return { host, root, box };
}
