import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followSubscriptions, openSubscriptions, scheduleSubscriptions } from '../../entrypoints/background/fetching';
import { Filter } from '../../entrypoints/background/filter';
import { KeptTags } from '../../entrypoints/background/kept-tags';
import { giverBack } from '../../entrypoints/background/permissions';
import { panelHandlers } from '../../entrypoints/background/panel';
import { subscriptionHandlers } from '../../entrypoints/background/subscriptions';
import { settingOfSite } from '../../src/archives/added-sites';
import { emptyWork } from '../../src/domain/work';
import { browser } from '../../src/browser';
import type { Subscriptions } from '../../src/exchange/subscriptions/index';
import type { Action } from '../../src/domain/verdict';
import { getMessage } from '../fake-extension';
import { LIST, ListServer } from '../exchange/list-server';
import { MemoryArea, storeOver } from '../storage/memory-area';
import { syncAt } from './sync-at';

const ADDRESS = 'https://lists.test/squicks.txt';
const PAGE = 'https://archiveofourown.org/tags/Any/works';
const { fetch } = globalThis;

let server: ListServer;
let path: string;
let store: ReturnType<typeof storeOver>;
let subscriptions: Subscriptions;
let filter: Filter;
let changes: number;
let handlers: ReturnType<typeof subscriptionHandlers>;
let given: Set<string>;

const changed = async (): Promise<void> => {
  changes += 1;
  filter.forget();
};
const verdictOn = async (tag: string): Promise<Action | undefined> => {
  const work = { ...emptyWork('work'), id: '1', freeforms: [tag] };
  return (await filter.judge({ url: PAGE, page: 'listing', own: false, works: [work] }, false)).verdicts[0]?.action;
};
const subscribe = async (): Promise<string> => {
  await handlers.subscribe({ address: ADDRESS });
  return (await handlers['get-subscriptions']())[0]?.choice.id ?? '';
};
const daily = { name: 'daily', scheduledTime: 0, persistAcrossSessions: true };
const as = { name: '', on: true, action: null, reveal: null, allowShow: false };

beforeAll(async () => {
  server = await ListServer.start();
  vi.stubGlobal('fetch', (_address: string, init: RequestInit) => fetch(server.url(path), init));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.stop();
});
beforeEach(() => {
  fakeBrowser.reset();
  path = '/list';
  server.text = LIST;
  server.etag = '"v1"';
  changes = 0;
  Object.defineProperty(browser.i18n, 'getMessage', { configurable: true, value: getMessage });
  given = new Set(['https://lists.test/*']);
  Object.defineProperty(browser, 'permissions', {
    configurable: true,
    value: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => given.has(origin)),
      remove: async ({ origins }: { origins: string[] }) => origins.map((origin) => given.delete(origin)).every(Boolean),
    },
  });
  Object.defineProperty(browser.runtime, 'getManifest', { configurable: true, value: () => ({ version: '1' }) });
  store = storeOver(new MemoryArea());
  subscriptions = openSubscriptions(store);
  filter = new Filter(store, new KeptTags(), subscriptions, () => {});
  store.onChange((change) => filter.update(change));
  handlers = subscriptionHandlers(store, subscriptions, changed);
});

describe('the background, for subscriptions', () => {
  it('shows a list before it is subscribed to, and judges by it from then on', async () => {
    expect(await verdictOn('Vore')).toBe('show');
    expect((await handlers['preview-subscription']({ address: ADDRESS })).facts).toMatchObject({ name: 'Squicks', rules: 3 });
    expect(await verdictOn('Vore')).toBe('show');
    await subscribe();
    expect(await verdictOn('Vore')).toBe('hide');
    expect(await handlers['get-subscriptions']()).toMatchObject([{ permitted: true, name: 'Squicks' }]);
  });

  it('refuses with a code what cannot be subscribed to', async () => {
    await expect(handlers['preview-subscription']({ address: 'http://lists.test/a' })).rejects.toMatchObject({ kind: 'address', code: 'not_https' });
    path = '/404';
    await expect(handlers.subscribe({ address: ADDRESS })).rejects.toMatchObject({ kind: 'trouble', code: 'http', detail: '404' });
    expect(await handlers['get-subscriptions']()).toEqual([]);
    await expect(handlers['change-subscription']({ id: 'sub-none', ...as })).rejects.toMatchObject({ code: 'gone' });
  });

  it('takes subscribing and leaving back like any edit', async () => {
    const { undo } = await handlers.subscribe({ address: ADDRESS });
    await store.undo(undo);
    expect(await verdictOn('Vore')).toBe('show');
    const id = await subscribe();
    const left = await handlers.unsubscribe({ id });
    expect(await verdictOn('Vore')).toBe('show');
    await store.undo(left.undo);
    expect(await verdictOn('Vore')).toBe('hide');
  });

  it('does what the reader says instead of the list, and lets it show only when allowed', async () => {
    const id = await subscribe();
    await store.edit([{ op: 'put-rule', rule: { id: 'tag: "Omegaverse"', action: 'note' } }]);
    expect(await verdictOn('Omegaverse')).toBe('note');
    await handlers['change-subscription']({ id, ...as, action: 'fold' });
    expect(await verdictOn('Vore')).toBe('fold');
    await handlers['change-subscription']({ id, ...as, on: false });
    expect(await verdictOn('Vore')).toBe('show');
    expect((await handlers['get-subscriptions']())[0]?.choice).toEqual({ id, address: ADDRESS, on: false });
  });

  it('leaves a rule of the list as it is when the reader excepts a tag, and makes an own one', async () => {
    const list = await subscribe();
    const { text, undo } = await panelHandlers(store, new KeptTags())['except-tag']({ rule: 'tag: "Vore"', list, tag: 'Vore' });
    expect(text).toMatch(/^show tag: "?Vore"?$/);
    expect(await verdictOn('Vore')).toBe('show');
    await store.undo(undo);
    expect(await verdictOn('Vore')).toBe('hide');
  });

  it('fetches anew on request and tells pages apart by revision', async () => {
    const id = await subscribe();
    const before = (await filter.judge({ url: PAGE, page: 'listing', own: false, works: [] }, false)).revision;
    server.text = 'fold tag: Vore\n';
    server.etag = '"v2"';
    const [answer] = await handlers['refresh-subscription']({ id });
    expect(answer?.update).toMatchObject({ changed: 1 });
    expect(changes).toBe(1);
    expect(await verdictOn('Vore')).toBe('fold');
    const after = await filter.judge({ url: PAGE, page: 'listing', own: false, works: [] }, false);
    expect(after.revision).toBeGreaterThan(before);
  });

  it('wakes when a list is due, and not without any', async () => {
    await scheduleSubscriptions(subscriptions);
    expect(await browser.alarms.get('subscriptions')).toBeUndefined();
    const id = await subscribe();
    await scheduleSubscriptions(subscriptions);
    const alarm = await browser.alarms.get('subscriptions');
    expect(alarm?.scheduledTime).toBeGreaterThan(Date.now() + 24 * 3_600_000);
    await handlers.unsubscribe({ id });
    await scheduleSubscriptions(subscriptions);
    expect(await browser.alarms.get('subscriptions')).toBeUndefined();
  });

  it('gives back the permission for a list that was left, unless sync needs it', async () => {
    const servers = ['https://lists.test:8443/dav'];
    followSubscriptions(store, subscriptions, changed, (origins) => giverBack(store, syncAt(...servers))(origins));
    await handlers.unsubscribe({ id: await subscribe() });
    await fakeBrowser.alarms.onAlarm.trigger(daily);
    await vi.waitFor(async () => expect(Object.keys(await browser.storage.local.get(null)).filter((key) => /^subscription(-ready)?:/.test(key))).toEqual([]));
    expect([...given]).toEqual(['https://lists.test/*']);
    servers.length = 0;
    await handlers.unsubscribe({ id: await subscribe() });
    await fakeBrowser.alarms.onAlarm.trigger(daily);
    await vi.waitFor(() => expect([...given]).toEqual([]));
  });

  it('keeps the permission of an archive that is switched on, and of a site that is added, when a list there is left', async () => {
    const addresses = ['https://ficbook.net/list', 'https://fics.example.org/list', ADDRESS];
    given = new Set(['https://ficbook.net/*', 'https://fics.example.org/*', 'https://lists.test/*']);
    await store.edit([{ op: 'set', name: settingOfSite('fics.example.org'), value: true }]);
    followSubscriptions(store, subscriptions, changed, giverBack(store, syncAt()));
    for (const address of addresses) await handlers.subscribe({ address });
    for (const { choice } of await handlers['get-subscriptions']()) await handlers.unsubscribe({ id: choice.id });
    await fakeBrowser.alarms.onAlarm.trigger(daily);
    await vi.waitFor(() => expect([...given]).toEqual(['https://ficbook.net/*', 'https://fics.example.org/*']));
  });
});
