import { counted, text, type MessageKey } from '../../../i18n';
import type { SubscriptionAnswer } from '../../../messages/exchange-table';
import { RequestFailed } from '../../../messages/send';
import { failureText } from '../../parts/failure';

/** What is wrong with an address, or why a list could not be fetched, in words. */
function subscriptionTrouble(kind: 'trouble' | 'address', code: string, detail: string): string {
  const key = `exchange_${kind}_${code}`;
  const words = text(key as MessageKey, detail);
  return words === key ? code : words;
}

/** The background says "trouble-offline" and "address-not_https". */
export function subscriptionFailure(error: unknown): string {
  const [, kind, code] = (error instanceof RequestFailed && /^(trouble|address)-(\w+)$/.exec(error.code)) || [];
  if (!(error instanceof RequestFailed) || code === undefined) return failureText(error);
  return subscriptionTrouble(kind === 'address' ? 'address' : 'trouble', code, error.detail);
}

/** How old the list is, and what is wrong with it. */
export function statusWords({ status }: Pick<SubscriptionAnswer, 'status'>): string {
  const age = status.days === null ? text('options_sub_never') : status.days === 0 ? text('options_sub_today') : counted('options_sub_days', status.days);
  return status.trouble === null || status.trouble === undefined
    ? age
    : [age, subscriptionTrouble('trouble', status.trouble.code, status.trouble.detail)].join(' ');
}

/** What the browser has to allow before a list can be fetched; null for what is no address. */
export function originOf(address: string): string | null {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  return url?.protocol === 'https:' ? `https://${url.hostname}/*` : null;
}
