import { createHash } from 'node:crypto';
import type { Area, Deps } from '../../src/storage/area';
import { queue } from '../../src/storage/area';
import { Store } from '../../src/storage/store';

/** The worker was killed: nothing after this point happens. */
export class Killed extends Error {}

/**
 * `storage.local` in memory: values are copied in and out as the browser does (Chromium sorts the names in objects), a
 * `set` is atomic. `dieAt(n)` kills
 * the worker at the n-th call from now, before or after the call has had its effect.
 */
export class MemoryArea implements Area {
  data = new Map<string, string>();
  calls = 0;
  sets = 0;
  private deadline = Infinity;
  private effect: 'before' | 'after' = 'before';
  private dead = false;

  dieAt(call: number, effect: 'before' | 'after'): void {
    this.deadline = this.calls + call;
    this.effect = effect;
  }

  get killed(): boolean {
    return this.dead;
  }

  /** A new worker over the same data. */
  restarted(): MemoryArea {
    const next = new MemoryArea();
    next.data = new Map(this.data);
    return next;
  }

  get(keys: string[]): Promise<Record<string, unknown>> {
    return this.call(() => Object.fromEntries(keys.filter((key) => this.data.has(key)).map((key) => [key, JSON.parse(this.data.get(key)!)])));
  }

  set(items: Record<string, unknown>): Promise<void> {
    this.sets++;
    return this.call(() => {
      for (const [key, value] of Object.entries(items)) this.data.set(key, JSON.stringify(value, sortedNames));
    });
  }

  remove(keys: string[]): Promise<void> {
    return this.call(() => {
      for (const key of keys) this.data.delete(key);
    });
  }

  /** Anything else that takes its time and may be the last thing a worker does: a request. */
  meanwhile<T>(work: () => Promise<T>): Promise<T> {
    return this.call(work);
  }

  private async call<T>(effect: () => T | Promise<T>): Promise<T> {
    await Promise.resolve();
    if (this.dead) throw new Killed();
    this.calls++;
    if (this.calls < this.deadline) return effect();
    this.dead = true;
    if (this.effect === 'after') await effect();
    throw new Killed();
  }
}

/** A store over an area, with a clock that the test moves and random bytes from a seed. */
export function storeOver(area: Area, seed = 'a', clock = { now: Date.UTC(2026, 0, 1) }): Store {
  let drawn = 0;
  const random: Deps['random'] = (bytes) => {
    bytes.set(createHash('sha256').update(`${seed}${drawn++}`).digest().subarray(0, bytes.length));
  };
  return new Store({ area, now: () => clock.now, random, exclusively: queue() });
}

const sortedNames = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
