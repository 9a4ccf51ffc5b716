import { originsOf } from '../../src/archives/adapter';
import { browser } from '../../src/browser';
import { isSubscriptionSetting, readChoices, Subscriptions, type Shelf } from '../../src/exchange/subscriptions/index';
import type { Store } from '../../src/storage/index';
import { DAILY } from './daily';
import { permittedArchives } from './optional-archives';
import type { GiveBack } from './permissions';
import { willTell } from './tabs';

const ALARM = 'subscriptions';

/** Subscriptions over this browser: choices are settings, which travel; lists stay on this device. */
export function openSubscriptions(store: Store): Subscriptions {
  return new Subscriptions({
    shelf: browser.storage.local as unknown as Shelf,
    version: browser.runtime.getManifest().version,
    choices: async () => readChoices((await store.load()).settings),
    request: (address, init) => fetch(address, init),
    now: Date.now,
    random: Math.random,
    changing: willTell,
  });
}

/** Wakes the background when a list is due; alarms are made anew at each start, since Firefox forgets them. */
export async function scheduleSubscriptions(subscriptions: Subscriptions): Promise<void> {
  const next = await subscriptions.next();
  if (next === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: next });
}

/**
 * Fetches what is due. Has to be called before the worker's first pause.
 * @param changed is called when a list is another
 */
export function followSubscriptions(store: Store, subscriptions: Subscriptions, changed: () => Promise<void>, giveBack: GiveBack): void {
  const tidy = async (): Promise<void> => {
    const [left, switchedOn] = await Promise.all([subscriptions.tidy(), permittedArchives()]);
    const kept = new Set(switchedOn.flatMap(originsOf));
    await giveBack(left.filter((origin) => !kept.has(origin)));
  };
  const fetchDue = async (): Promise<void> => {
    if (await subscriptions.refresh()) await changed();
    await scheduleSubscriptions(subscriptions);
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === DAILY) void tidy();
    if (name === ALARM) void fetchDue();
  });
  store.onChange(({ differences }) => {
    if (differences.some(({ kind, id }) => kind === 'setting' && isSubscriptionSetting(id))) void scheduleSubscriptions(subscriptions);
  });
  void browser.alarms.get(ALARM).then((alarm) => (alarm === undefined ? scheduleSubscriptions(subscriptions) : undefined));
}
