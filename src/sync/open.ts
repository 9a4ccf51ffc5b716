import { browser } from '../browser';
import { Sync, browserKeyring } from './index';
import type { SyncArea } from './sync-quota';
import type { Truth, Self } from './truth';

const KEY = 'sync';
const SOON = 'sync-soon';
const REGULAR = 'sync';

/** Sync over this browser's own APIs. @param truth the store, handed in by the background */
export function openSync(truth: Truth): Sync {
  return new Sync({
    truth,
    keep: {
      load: async () => (await browser.storage.local.get(KEY))[KEY],
      save: (value) => browser.storage.local.set({ [KEY]: value }),
    },
    keyring: browserKeyring(),
    // Firefox for Android has the API and keeps it to itself (bug 1625257).
    area: isAndroidFirefox(navigator.userAgent) ? null : (browser.storage.sync as unknown as SyncArea),
    fetch: globalThis.fetch.bind(globalThis),
    permitted: (url) => browser.permissions.contains({ origins: [originOf(url)] }),
    self: () => Promise.resolve(selfOf(navigator.userAgent, browser.runtime.getManifest().version)),
    now: Date.now,
    random: (bytes) => void crypto.getRandomValues(bytes),
  });
}

/** The permission that a server's address needs; ports don't belong into a match pattern. */
export const originOf = (url: string): string => {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
};

const isAndroidFirefox = (agent: string): boolean => /Android/.test(agent) && /Firefox/.test(agent);

/**
 * Calls `sync` whenever there may be something to do. Has to be called before the worker's first pause, so that a
 * worker woken by an alarm has its listeners. Without a store nothing is scheduled, and no worker woken.
 * @param onEdit registers a listener that is called after each change of the reader's data
 */
export function followTriggers(sync: Sync, onEdit: (listener: () => void) => void): void {
  let connected = false;
  sync.onStanding((standing) => {
    connected = standing.connected;
    void (connected ? keepAlarm() : browser.alarms.clear(REGULAR));
  });
  const edited = delayed(3000, () => sync.tick(true));
  onEdit(() => {
    if (!connected) return;
    // Also after a merge: what one store brought goes on to the others, and a round without news costs one request.
    // The timer is for a worker that stays awake, the alarm for one that does not.
    edited();
    void browser.alarms.create(SOON, { delayInMinutes: 0.5 });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SOON) void sync.tick(true);
    else if (name === REGULAR) void sync.tick();
  });
  // What another device wrote arrives in several pieces.
  const arrived = delayed(1000, () => sync.arrived());
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'sync') arrived();
  });
  browser.runtime.onStartup.addListener(() => void sync.tick(true));
  globalThis.addEventListener?.('online', () => void sync.tick(true));
}

/** Made again when it is missing: Firefox forgets alarms when it ends. */
async function keepAlarm(): Promise<void> {
  if ((await browser.alarms.get(REGULAR)) === undefined) await browser.alarms.create(REGULAR, { periodInMinutes: 15 });
}

/** Calls `work` some time after the last call. */
function delayed(ms: number, work: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void work(), ms);
  };
}

const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** The ones that claim to be others come first. */
const APPS: readonly [RegExp, string][] = [
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/Vivaldi\/(\d+)/, 'Vivaldi'],
  [/Chrom(?:e|ium)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
];

/** What this device calls itself until the reader says otherwise: proper names only, the same in every language. */
export function selfOf(agent: string, version: string): Self {
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  const app = APPS.find(([pattern]) => pattern.test(agent));
  const number = app?.[0].exec(agent)?.[1];
  return { name: [app?.[1], system].filter(Boolean).join(' · '), app: [app ? `${app[1]} ${number}` : '', version].filter(Boolean).join(', ') };
}
