import { text } from '../i18n';
import { send } from '../messages/send';
import { failureWords, mayTryAgain } from './failure';
import { TOAST_CSS } from './look';
import { makeButton, makePart } from './shadow';

/** Long enough to read a line and reach the button; a pointer or the focus on it stops the clock. In ms. */
const STAYS = 12_000;

let last: HTMLElement | undefined;

/** Says what was done, with a way to take it back when there is the token of an edit. */
export function toast(document: Document, words: string, undo: string | null): void {
  last?.remove();
  const { host, root } = makePart(document, 'foldaway-panel', TOAST_CSS);
  last = host;
  const box = document.createElement('div');
  box.className = 'toast';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  box.append(status);
  root.append(box);
  document.body.append(host);
  // Written into a region that is there already, so that screen readers announce it.
  status.textContent = words;
  if (undo !== null) {
    const button = makeButton(document, text('gate_undo'), () => {
      host.remove();
      send('take-back', { token: undo }).catch((error: unknown) => toast(document, failureWords(error), mayTryAgain(error) ? undo : null));
    });
    box.append(button);
  }
  const leave = (): void => {
    if (box.matches(':hover') || root.activeElement !== null) setTimeout(leave, STAYS);
    else host.remove();
  };
  setTimeout(leave, STAYS);
}
