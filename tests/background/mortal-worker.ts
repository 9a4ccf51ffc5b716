import { AsyncLocalStorage } from 'node:async_hooks';
import type { Reply } from '../../src/messages/table';
import { getMessage } from '../fake-extension';

/*
 * A browser whose background can be ended at any step, as browsers do: each call of its API is two steps (before it
 * takes effect, and after), so are a message's arrival and its answer. An ended worker never goes on; whoever waits
 * for it hears that the channel was closed; the next message starts a new one over the same storage.
 */

type Listener = (message: unknown, sender: unknown, reply: (value: unknown) => void) => unknown;

interface Worker {
  dead: boolean;
  listeners: Listener[];
  /** Whoever waits for an answer. */
  waiting: Set<() => void>;
}

const life = new AsyncLocalStorage<Worker>();

export const ID = 'test';
const never = new Promise<never>(() => {});
const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));

class World {
  private readonly areas = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };
  private worker: Worker | null = null;
  /** Listeners of the one open page. */
  private readonly page: Listener[] = [];
  private steps = 0;
  /** The worker ends when it comes to this step; 0 = never. */
  killAt = 0;
  killed = '';
  badge = '';
  started = 0;

  constructor(
    private readonly main: () => void,
    readonly pageAddress: string,
  ) {}

  /** Counts steps anew, and ends the worker at one of them. */
  mortal(killAt: number): void {
    [this.steps, this.killAt, this.killed] = [0, killAt, ''];
  }

  /** As the browser does with a background that has nothing to do. */
  end(): void {
    this.kill('asleep');
  }

  /** A message from the open page, or from a page of the extension's own. */
  send(message: unknown, from: 'page' | 'own'): Promise<Reply<unknown> | undefined> {
    const worker = (this.worker ??= this.start());
    const sender = from === 'page' ? { id: ID, url: this.pageAddress, tab: { id: 1 }, frameId: 0 } : { id: ID, url: `chrome-extension://${ID}/options.html` };
    return new Promise((resolve, reject) => {
      const lost = (): void => reject(new Error('The message channel closed before a response was received.'));
      worker.waiting.add(lost);
      const reply = (value: unknown): void => {
        void this.step(worker, 'answer').then(() => {
          worker.waiting.delete(lost);
          resolve(copy(value) as Reply<unknown>);
        });
      };
      life.run(worker, () => {
        void this.step(worker, 'message').then(() => worker.listeners.forEach((listener) => listener(copy(message), sender, reply)));
      });
    });
  }

  /** What content scripts and our own pages see of the extension. */
  pageApi() {
    return {
      runtime: {
        id: ID,
        sendMessage: (message: unknown) => this.send(message, 'page'),
        onMessage: { addListener: (one: Listener) => this.page.push(one), removeListener() {} },
      },
      i18n: { getMessage, getUILanguage: () => 'en' },
    };
  }

  /** What the worker sees. */
  workerApi(): object {
    const ignored = { addListener() {}, removeListener() {} };
    const call =
      <A extends unknown[], T>(name: string, act: (...asked: A) => T) =>
      async (...asked: A): Promise<Awaited<T>> => {
        const worker = life.getStore();
        if (worker === undefined) throw new Error(`${name} was called outside of a worker`);
        await this.step(worker, name);
        const value = await act(...asked);
        await this.step(worker, `${name}, done`);
        return value;
      };
    // Whatever else is called there does nothing, and is a step like any other.
    const others = (name: string, known: object): object =>
      new Proxy(known, {
        get: (_, asked) => (Object.hasOwn(known, asked) ? (Reflect.get(known, asked) as unknown) : call(`${name}.${String(asked)}`, () => undefined)),
      });
    const area = (name: keyof World['areas']) => {
      const kept = this.areas[name];
      return {
        get: call(`${name}.get`, (keys: string | string[]) =>
          Object.fromEntries([keys].flat().flatMap((key) => (kept.has(key) ? [[key, copy(kept.get(key))]] : []))),
        ),
        set: call(`${name}.set`, (items: Record<string, unknown>) => Object.entries(copy(items)).forEach(([key, value]) => kept.set(key, value))),
        remove: call(`${name}.remove`, (keys: string | string[]) => [keys].flat().forEach((key) => kept.delete(key))),
      };
    };
    return {
      runtime: {
        id: ID,
        getURL: (path: string) => `chrome-extension://${ID}/${path.replace(/^\//, '')}`,
        getManifest: () => ({ version: '1.0.0' }),
        onMessage: { addListener: (one: Listener) => life.getStore()?.listeners.push(one), removeListener() {} },
        onInstalled: ignored,
        onStartup: ignored,
        sendMessage: () => Promise.reject(new Error('Receiving end does not exist')),
      },
      storage: { local: area('local'), session: area('session'), sync: area('session'), onChanged: ignored },
      tabs: {
        query: call('tabs.query', () => [{ id: 1 }]),
        sendMessage: call('tabs.sendMessage', (_tab: number, message: unknown) => life.exit(() => this.tellPage(message))),
        onRemoved: ignored,
      },
      action: others('action', { setBadgeText: call('badge', ({ text }: { text: string }) => void (this.badge = text)) }),
      scripting: others('scripting', { getRegisteredContentScripts: call('scripting.registered', () => []) }),
      alarms: others('alarms', { onAlarm: ignored }),
      permissions: { contains: call('permissions', () => true), onAdded: ignored, onRemoved: ignored },
    };
  }

  private tellPage(message: unknown): Promise<unknown> {
    return new Promise((resolve) => this.page.forEach((listener) => listener(copy(message), { id: ID }, resolve)));
  }

  private start(): Worker {
    const worker: Worker = { dead: false, listeners: [], waiting: new Set() };
    this.started += 1;
    life.run(worker, this.main);
    return worker;
  }

  private async step(worker: Worker, name: string): Promise<void> {
    await Promise.resolve();
    if (worker.dead) return never;
    this.steps += 1;
    if (this.steps !== this.killAt) return undefined;
    this.kill(name);
    return never;
  }

  private kill(name: string): void {
    const { worker } = this;
    this.worker = null;
    if (worker === null) return;
    worker.dead = true;
    this.killed = name;
    for (const lost of worker.waiting) lost();
  }
}

/** Timers as they are, but each belongs to the worker that set it, also when a test moves the clock. */
export const setTimeoutInLife = (set: typeof setTimeout): typeof setTimeout =>
  ((act: () => void, ms?: number) => set(AsyncLocalStorage.bind(act), ms)) as typeof setTimeout;

let current: World | undefined;

/** A new browser profile with one open page. @param main what the background does at its start */
export function newWorld(main: () => void, pageAddress: string): World {
  current = new World(main, pageAddress);
  return current;
}

/** Stands in for src/browser.ts: the API of whichever world is the newest. */
export const browser = new Proxy(
  {},
  { get: (_, name) => (current === undefined ? undefined : (Reflect.get(apis.get(current) ?? remember(current), name) as unknown)) },
);

const apis = new WeakMap<World, object>();
function remember(world: World): object {
  const api = world.workerApi();
  apis.set(world, api);
  return api;
}
