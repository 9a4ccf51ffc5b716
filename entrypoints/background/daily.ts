import { browser } from '../../src/browser';
import type { Store } from '../../src/storage/index';

/** Name of the alarm of each day. */
export const DAILY = 'daily';

/** Once a day: a copy of everything, and what has had its time is let go. Firefox forgets alarms when it ends. */
export function followDays(store: Store): void {
  const arm = (): void => void browser.alarms.create(DAILY, { periodInMinutes: 24 * 60, delayInMinutes: 5 });
  browser.runtime.onInstalled.addListener(arm);
  browser.runtime.onStartup.addListener(arm);
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === DAILY) void store.daily();
  });
}
