import { browser } from '../../src/browser';
import type { PauseAnswer, RequestBody } from '../../src/messages/table';
import type { Store } from '../../src/storage/index';
import { broadcast, willTell } from './tabs';

/*
 * A pause ends by itself: with its tab, after an hour, or with the browser. So it is kept for the session and is
 * no part of the reader's data.
 */
const KEY = 'pause';
const ALARM = 'pause-over';
/** As long as a pause everywhere lasts, in ms. */
const HOUR = 3_600_000;

interface Paused {
  tabs: number[];
  /** Everywhere until then, in milliseconds since 1970; 0 = not. */
  until: number;
}

async function paused(): Promise<Paused> {
  const kept = (await browser.storage.session.get(KEY))[KEY] as Partial<Paused> | undefined;
  const until = kept?.until ?? 0;
  const left = until - Date.now();
  // More than an hour is left only when the clock was set back: the pause has had its time, or will never end.
  return { tabs: kept?.tabs ?? [], until: left > 0 && left <= HOUR ? until : 0 };
}

/** Whether the reader wants to see everything, in this tab or everywhere. */
export async function isPaused(tab: number | undefined): Promise<boolean> {
  const { tabs, until } = await paused();
  return until > 0 || (tab !== undefined && tabs.includes(tab));
}

async function setPause({ tab, what, on }: RequestBody<'set-pause'>, store: Store): Promise<PauseAnswer> {
  const before = await paused();
  const tabs = before.tabs.filter((one) => one !== tab);
  const after: Paused = what === 'tab' ? { ...before, tabs: on ? [...tabs, tab] : tabs } : { ...before, until: on ? Date.now() + HOUR : 0 };
  await willTell();
  await browser.storage.session.set({ [KEY]: after });
  if (after.until > 0) await browser.alarms.create(ALARM, { when: after.until });
  else await browser.alarms.clear(ALARM);
  await broadcast(store);
  return { tab: after.tabs.includes(tab), until: after.until };
}

/** Lets pages filter again when the hour is over, and forgets tabs that are closed. */
export function endPauses(store: Store): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void willTell().then(() => broadcast(store));
  });
  browser.tabs.onRemoved.addListener((tab) => {
    void paused().then((before) =>
      before.tabs.includes(tab) ? browser.storage.session.set({ [KEY]: { ...before, tabs: before.tabs.filter((one) => one !== tab) } }) : undefined,
    );
  });
}

export function pauseHandlers(store: Store) {
  return {
    'get-pause': async ({ tab }: RequestBody<'get-pause'>): Promise<PauseAnswer> => {
      const { tabs, until } = await paused();
      return { tab: tabs.includes(tab), until };
    },
    'set-pause': (body: RequestBody<'set-pause'>) => setPause(body, store),
  };
}
