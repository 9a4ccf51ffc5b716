import type { Scripting } from 'webextension-polyfill';
import { browser } from '../../src/browser';

type Script = Scripting.RegisteredContentScript;

/** The browser's permissions, and the scripts that are registered with it; both outlive the background. */
export class FakeScripting {
  readonly given: Set<string>;
  registered: Script[] = [];
  /** How often scripts were registered. */
  registrations = 0;
  private listeners: (() => void)[] = [];

  constructor(...origins: string[]) {
    this.given = new Set(origins);
    const define = (place: object, name: string, value: unknown): void => void Object.defineProperty(place, name, { configurable: true, value });
    const event = { addListener: (listener: () => void) => void this.listeners.push(listener) };
    define(browser, 'permissions', {
      contains: async ({ origins: asked }: { origins: string[] }) => asked.every((origin) => this.given.has(origin)),
      remove: async ({ origins: asked }: { origins: string[] }) => {
        const gone = asked.map((origin) => this.given.delete(origin)).every(Boolean);
        this.permissionsChanged();
        return gone;
      },
      onAdded: event,
      onRemoved: event,
    });
    define(browser, 'scripting', {
      getRegisteredContentScripts: async () => this.registered,
      registerContentScripts: async (scripts: Script[]) => {
        const there = scripts.find(({ id }) => this.registered.some((one) => one.id === id));
        if (there !== undefined) throw new Error(`Duplicate script ID '${there.id}'`);
        this.registrations += 1;
        this.registered = [...this.registered, ...scripts];
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => void (this.registered = this.registered.filter(({ id }) => !ids.includes(id))),
      executeScript: async () => [{ result: '<p>open page</p>' }],
    });
    define(browser.runtime, 'getURL', (path: string) => `chrome-extension://test/${path}`);
  }

  /** The browser tells it, however it came about. */
  permissionsChanged(): void {
    for (const listener of this.listeners) listener();
  }

  /** The background has ended, and listens no longer. */
  ended(): void {
    this.listeners = [];
  }
}
