import { browser } from '../../src/browser';
import { readChoices, Subscriptions, type Shelf } from '../../src/exchange/subscriptions/index';
import type { Store } from '../../src/storage/index';
import type { Sync } from '../../src/sync/index';
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

/** Hosts of the reader's sync servers, whose permissions are theirs too. */
export const syncHosts = async (sync: Pick<Sync, 'status'>): Promise<string[]> =>
  (await sync.status()).stores.flatMap(({ addresses }) => addresses.flatMap((url) => (URL.canParse(url) ? [new URL(url).host] : [])));

/** Wakes the background when a list is due; alarms are made anew at each start, since Firefox forgets them. */
export async function scheduleSubscriptions(subscriptions: Subscriptions): Promise<void> {
  const next = await subscriptions.next();
  if (next === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: next });
}

/**
 * Fetches what is due. Has to be called before the worker's first pause.
 * @param changed is called when a list is another
 * @param needed hosts that something else may need the permission for
 */
export function followSubscriptions(subscriptions: Subscriptions, changed: () => Promise<void>, needed: () => Promise<string[]>): void {
  const tidy = async (): Promise<void> => {
    const [left, others] = await Promise.all([subscriptions.tidy(), needed()]);
    for (const origin of left) {
      // An archive's own permission is no optional one, and stays.
      if (!others.some((host) => origin === `https://${host.replace(/:\d+$/, '')}/*`))
        await browser.permissions.remove({ origins: [origin] }).catch(() => false);
    }
  };
  const fetchDue = async (): Promise<void> => {
    if (await subscriptions.refresh()) await changed();
    await scheduleSubscriptions(subscriptions);
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === 'daily') void tidy();
    if (name === ALARM) void fetchDue();
  });
  void browser.alarms.get(ALARM).then((alarm) => (alarm === undefined ? scheduleSubscriptions(subscriptions) : undefined));
}
