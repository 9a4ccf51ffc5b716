import { toBase64Url } from '../domain/base64';

/**
 * The part of `storage.local` that is used, so that tests can stand in for the browser. A `set` of several keys is
 * atomic in Chromium and in Firefox: killed at any moment, all of it is there or none (measured, see
 * docs/decisions/0002-the-document.md).
 */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** What the store needs from outside; everything can be replaced in tests. */
export interface Deps {
  area: Area;
  /** Milliseconds since 1970. */
  now(): number;
  /** Fills with random bytes, as `crypto.getRandomValues`. */
  random(bytes: Uint8Array<ArrayBuffer>): void;
  /** Runs `work` while no other context writes; `navigator.locks` where there is one. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** Runs one piece of work after the other, within this worker. */
export function queue(): Deps['exclusively'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** The queue, inside a lock that all contexts of the extension share where the browser has such locks. */
export function lockOf(locks: LockManager | undefined): Deps['exclusively'] {
  const inTurn = queue();
  return (work) => inTurn(() => (locks === undefined ? work() : (locks.request('foldaway-store', work) as Promise<Awaited<ReturnType<typeof work>>>)));
}

/** `bytes` random bytes in base64url without padding; 8 bytes are a device id. */
export function randomId(random: Deps['random'], bytes = 8): string {
  const buffer = new Uint8Array(bytes);
  random(buffer);
  return toBase64Url(buffer);
}
