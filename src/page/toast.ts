import { text } from '../i18n';
import { send } from '../messages/send';
import { failureWords, mayTryAgain } from './failure';
import { sayAtFoot } from './foot';
import { makeButton } from './shadow';

/** Long enough to read a line and reach the button; a pointer or the focus on it stops the clock. In ms. */
const STAYS = 12_000;

let last: HTMLElement | undefined;

/** Says what was done, with a way to take it back when there is the token of an edit. */
export function toast(document: Document, words: string, undo: string | null): void {
  last?.remove();
  const takeBack = (token: string): HTMLElement =>
    makeButton(document, text('gate_undo'), () => {
      host.remove();
      send('take-back', { token }).catch((error: unknown) => toast(document, failureWords(error), mayTryAgain(error) ? token : null));
    });
  const { host, root, box } = sayAtFoot(document, words, undo === null ? [] : [takeBack(undo)]);
  last = host;
  const leave = (): void => {
    if (box.matches(':hover') || root.activeElement !== null) setTimeout(leave, STAYS);
    else host.remove();
  };
  setTimeout(leave, STAYS);
}
