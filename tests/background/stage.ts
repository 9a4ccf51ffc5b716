import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Answers, Reply, RequestName } from '../../src/messages/table';
import { getMessage } from '../fake-extension';

type Listener = (message: unknown, sender: unknown, reply: (value: unknown) => void) => void;

const ID = 'test-extension-id';
const OWN = `chrome-extension://${ID}/`;
const event = { addListener: () => undefined, removeListener: () => undefined, hasListener: () => false };

/** A whole background over a browser in memory. */
export interface Background {
  /** Asks in a tab that the reader has open: from a page of the extension, unless the address of another is given. */
  ask<Name extends RequestName>(name: Name, body: object, url?: string): Promise<Reply<Answers[Name]>>;
  /** As above. @throws when it is refused */
  get<Name extends RequestName>(name: Name, body?: object, url?: string): Promise<Answers[Name]>;
}

/**
 * Starts the background as the browser does: again over the same storage is what an ended worker comes back to. What
 * it holds in memory, also in its modules, begins anew.
 */
export async function startBackground(): Promise<Background> {
  vi.clearAllTimers();
  vi.resetModules();
  const { browser } = await import('../../src/browser');
  const listeners: Listener[] = [];
  const put = (place: object, name: string, value: unknown): void => void Object.defineProperty(place, name, { configurable: true, value });
  put(browser.runtime, 'id', ID);
  put(browser.runtime, 'getURL', (path: string) => OWN + path.replace(/^\//, ''));
  put(browser.runtime, 'getManifest', () => ({ version: '1.0.0' }));
  put(browser.runtime, 'sendMessage', async () => undefined);
  put(browser.runtime, 'onMessage', { ...event, addListener: (added: Listener) => void listeners.push(added) });
  put(browser, 'i18n', { getMessage, getUILanguage: () => 'en' });
  put(browser, 'action', { setIcon: async () => undefined, setTitle: async () => undefined });
  put(browser, 'permissions', { contains: async () => false, remove: async () => true, onAdded: event, onRemoved: event });
  put(browser, 'contextMenus', { onClicked: event, removeAll: async () => undefined, create: () => undefined });
  put(browser, 'commands', { onCommand: event });
  put(browser, 'scripting', { getRegisteredContentScripts: async () => [], registerContentScripts: async () => undefined });
  put(browser.tabs, 'query', async () => []);
  put(browser.tabs, 'onRemoved', event);
  vi.stubGlobal('indexedDB', {});
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0' });
  const { default: background } = await import('../../entrypoints/background/index');
  void background.main();
  const ask: Background['ask'] = (name, body, url = `${OWN}options.html`) =>
    new Promise((resolve) =>
      listeners[0]?.({ name, body }, { id: ID, url, frameId: 0, tab: { id: 1, incognito: false } }, resolve as (value: unknown) => void),
    );
  return {
    ask,
    get: async (name, body = {}, url) => {
      const reply = await ask(name, body, url);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.detail}`);
      return reply.value;
    },
  };
}

/** Everything in the browser's storage, to be put back. */
export const stored = async (): Promise<Record<string, unknown>> => structuredClone(await fakeBrowser.storage.local.get(null));

/** A browser whose storage holds just this. */
export async function browserWith(items: Record<string, unknown>): Promise<void> {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set(structuredClone(items));
}
