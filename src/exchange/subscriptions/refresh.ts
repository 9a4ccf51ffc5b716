import { differenceOf, type ListDifference } from './difference';
import { fetchList, type Fetched, type Request } from './fetch-list';
import { intervalOf, nextAfterFailure, nextAfterSuccess } from './schedule';
import { readSubscribed, type SubscribedList } from './subscribed-list';
import type { SubscriptionChoice, SubscriptionState } from './subscription';

/** What a refresh needs from outside. */
export interface RefreshDeps {
  request: Request;
  /** Ms since 1970. */
  now: () => number;
  /** From 0 up to 1, so that subscribers do not all come in the same minute. */
  random: () => number;
  signal?: AbortSignal;
}

export interface Refreshed {
  state: SubscriptionState;
  /** The list in force, new or kept; null when there has never been one. */
  list: SubscribedList | null;
  /** What an update changed; null when nothing did. */
  difference: ListDifference | null;
}

/** Fetches a list and takes it over. A failure of any kind leaves the list that was there. */
export async function refresh(choice: SubscriptionChoice, state: SubscriptionState, deps: RefreshDeps): Promise<Refreshed> {
  const fetched = await fetchList(choice.address, state, deps.request, deps.signal);
  return takeOver(state, fetched, deps.now(), deps.random());
}

/** What a request came to, put into the state. Pure. */
export function takeOver(state: SubscriptionState, fetched: Fetched, now: number, random: number): Refreshed {
  const kept = state.text === undefined ? null : readSubscribed(state.text);
  const before = kept?.ok === true ? kept.list : null;
  const fail = (outcome: Fetched & { kind: 'failed' }): Refreshed => {
    const failures = state.failures + 1;
    return { state: { ...state, failures, trouble: outcome.trouble, next: nextAfterFailure(outcome, failures, now, random) }, list: before, difference: null };
  };
  if (fetched.kind === 'failed') return fail(fetched);
  if (fetched.kind === 'unchanged') return { state: succeeded(state, before, now, random), list: before, difference: null };
  const read = readSubscribed(fetched.text);
  if (!read.ok) return fail({ kind: 'failed', trouble: read.trouble });
  const fresh: SubscriptionState = {
    text: fetched.text,
    next: 0,
    failures: 0,
    ...(fetched.etag !== null && { etag: fetched.etag }),
    ...(fetched.modified !== null && { modified: fetched.modified }),
  };
  const same = state.text === fetched.text;
  return { state: succeeded(fresh, read.list, now, random), list: read.list, difference: same ? null : differenceOf(before?.rules ?? [], read.list.rules) };
}

function succeeded({ trouble: _trouble, ...state }: SubscriptionState, list: SubscribedList | null, now: number, random: number): SubscriptionState {
  return { ...state, failures: 0, fresh: now, next: nextAfterSuccess(intervalOf(list?.head.expires), now, random) };
}
