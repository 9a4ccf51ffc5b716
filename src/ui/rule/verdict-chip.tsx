import type { Action } from '../../domain/verdict';
import { text, type MessageKey } from '../../i18n';

const done: Record<Action, MessageKey> = {
  show: 'popup_is_show',
  highlight: 'popup_is_highlight',
  note: 'popup_is_note',
  fold: 'popup_is_fold',
  hide: 'popup_is_hide',
};

/** What was done with a work, as a mark that does not rely on its colour. */
export function VerdictChip({ action }: { action: Action }) {
  return <span class={`chip chip-${action}`}>{text(done[action])}</span>;
}
