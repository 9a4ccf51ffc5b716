import type { Fetched } from './fetch-list';
import type { SubscriptionChoice, SubscriptionState } from './subscription';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A day at least, and more when the list says so. */
export const intervalOf = (expiresInDays = 1): number => Math.max(1, Math.min(365, expiresInDays)) * DAY;

/** Up to a tenth later, so that subscribers spread out. */
export const nextAfterSuccess = (interval: number, now: number, random: number): number => now + Math.round(interval * (1 + random * 0.1));

/** What is not likely to be other in an hour: the address or the list itself is wrong. */
const LASTING: readonly string[] = ['redirect', 'html', 'too_large', 'not_text', 'not_a_list', 'too_many_rules', 'http'];

/** Longest time for which a server may ask to be left alone. */
const LONGEST_WAIT = 7 * DAY;

/** After 1, 2, 4 ... hours up to a day, give or take a fifth; what will last, after a day; not before the server asks. */
export function nextAfterFailure({ trouble, wait = 0 }: Fetched & { kind: 'failed' }, failures: number, now: number, random: number): number {
  const patience = LASTING.includes(trouble.code) ? DAY : Math.min(DAY, HOUR * 2 ** Math.min(failures - 1, 10));
  return now + Math.max(Math.min(wait * 1000, LONGEST_WAIT), Math.round(patience * (0.8 + random * 0.4)));
}

type Known = ReadonlyMap<string, SubscriptionState>;

/** Subscriptions to look at now. A clock that was set back does not put one off for longer than its interval. */
export function dueOf(choices: readonly SubscriptionChoice[], states: Known, now: number): SubscriptionChoice[] {
  return choices.filter((choice) => choice.on && nextOf(states.get(choice.id), now) <= now);
}

/** When the next one is due, to set an alarm by; null without any. */
export function nextDue(choices: readonly SubscriptionChoice[], states: Known, now: number): number | null {
  const times = choices.filter((choice) => choice.on).map((choice) => nextOf(states.get(choice.id), now));
  return times.length === 0 ? null : Math.max(now, Math.min(...times));
}

function nextOf(state: SubscriptionState | undefined, now: number): number {
  if (state === undefined) return now;
  const farthest = now + 366 * DAY * 1.1;
  return state.next > farthest || (state.fresh ?? 0) > now + DAY ? now : state.next;
}

/** What to tell the reader about a subscription: how old the list is, and what is wrong. */
export interface SubscriptionStatus {
  kind: 'never' | 'fresh' | 'kept';
  /** Whole days since the list was last known to be today's; null before the first time. */
  days: number | null;
  trouble: SubscriptionState['trouble'] | null;
}

export function statusOf(state: SubscriptionState, now: number): SubscriptionStatus {
  const days = state.fresh === undefined ? null : Math.max(0, Math.floor((now - state.fresh) / DAY));
  const kind = state.text === undefined ? 'never' : state.trouble === undefined ? 'fresh' : 'kept';
  return { kind, days, trouble: state.trouble ?? null };
}
