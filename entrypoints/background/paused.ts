import { browser } from '../../src/browser';

/*
 * A pause ends by itself: with its tab, after an hour, or with the browser. So it is kept for the session and is
 * no part of the reader's data.
 */
const KEY = 'pause';
/** As long as a pause everywhere lasts, in ms. */
export const HOUR = 3_600_000;

export interface Paused {
  tabs: number[];
  /** Everywhere until then, in milliseconds since 1970; 0 = not. */
  until: number;
}

export async function readPaused(): Promise<Paused> {
  const kept = (await browser.storage.session.get(KEY))[KEY] as Partial<Paused> | undefined;
  const until = kept?.until ?? 0;
  const left = until - Date.now();
  // More than an hour is left only when the clock was set back: the pause has had its time, or will never end.
  return { tabs: kept?.tabs ?? [], until: left > 0 && left <= HOUR ? until : 0 };
}

export const keepPaused = (paused: Paused): Promise<void> => browser.storage.session.set({ [KEY]: paused });

/** Whether the reader wants to see everything, in this tab or everywhere. */
export async function isPaused(tab: number | undefined): Promise<boolean> {
  const { tabs, until } = await readPaused();
  return until > 0 || (tab !== undefined && tabs.includes(tab));
}
