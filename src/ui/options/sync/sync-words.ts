import { text, type MessageKey } from '../../../i18n';
import type { StoreStatus } from '../../../domain/sync-status';
import { failureText } from '../../parts/failure';
import { RequestFailed } from '../../../messages/send';
import type { Offer } from '../../../messages/table';
import { moment } from '../../parts/moment';

/** "WebDAV (cloud.example.org)", "This browser's own sync". */
export function storeName({ store, where }: StoreStatus, offers: readonly Offer[]): string {
  const offer = offers.find((one) => one.store === store);
  return offer === undefined ? store : text(offer.words.name, where);
}

const states: Record<StoreStatus['state'], MessageKey> = {
  ok: 'sync_state_ok',
  waiting: 'sync_state_waiting',
  'needs-you': 'sync_state_needs_you',
  running: 'sync_state_running',
  new: 'sync_state_new',
};

/** How a store stands, in one or two sentences. */
export function stateText(store: StoreStatus): string {
  const { state, error, lastOk, nextTry } = store;
  const when = state === 'ok' ? lastOk : nextTry;
  const sentence = text(states[state], when === null ? '' : moment(when));
  return error === null ? sentence : `${sentence} ${failureText(new RequestFailed(`sync-${error.code}`, error.detail))}`;
}
