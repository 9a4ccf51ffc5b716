import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerPages } from '../../entrypoints/background/answering';
import { editHandlers } from '../../entrypoints/background/edits';
import type { Filter } from '../../entrypoints/background/filter';
import { fromPageHandlers } from '../../entrypoints/background/from-page';
import { historyHandlers } from '../../entrypoints/background/history';
import { KeptTags } from '../../entrypoints/background/kept-tags';
import { panelHandlers } from '../../entrypoints/background/panel';
import { settingsHandlers } from '../../entrypoints/background/settings';
import { syncHandlers } from '../../entrypoints/background/sync';
import { themeHandlers } from '../../entrypoints/background/themes';
import { browser } from '../../src/browser';
import { SubscriptionError } from '../../src/exchange/subscriptions/index';
import type { Handlers } from '../../src/messages/answer';
import type { Reply } from '../../src/messages/table';
import { StoreError } from '../../src/storage/index';
import { SyncError, type Sync } from '../../src/sync/index';
import { MemoryArea, storeOver } from '../storage/memory-area';

type Listener = (message: unknown, sender: unknown, reply: (value: unknown) => void) => void;

const ID = 'test-extension-id';
const PAGE = 'https://archiveofourown.org/works';
const rule = { id: 'tag: "A"' };

/** Every way in which a reader changes what is stored. */
const EDITS: [name: string, body: object][] = [
  ['add-rules', { text: 'fold tag: B' }],
  ['import-rules', { rules: [{ id: 'tag: "B"' }], lists: [], lines: [] }],
  ['change-rules', { changes: [{ rule: { ...rule, off: true }, was: rule }] }],
  ['remove-rules', { ids: [rule.id] }],
  ['put-list', { list: { id: 'l', name: 'L', on: true } }],
  ['remove-list', { id: 'mine' }],
  ['replace-list', { list: 'mine', text: '' }],
  ['set-setting', { name: 'gather', value: true }],
  ['rule-from-page', { url: PAGE, rule: { action: 'fold', when: [{ field: 'tag', values: ['B'] }], unless: [] } }],
  ['except-tag', { rule: rule.id, list: 'mine', tag: 'A' }],
  ['correct-theme', { theme: 'vomit', tag: 'Word Vomit', about: false }],
  ['sync-forget', { device: 'other' }],
];

let listener: Listener;
const ask = (name: string, body: object): Promise<Reply<unknown>> =>
  new Promise((resolve) => listener({ name, body }, { id: ID, url: `chrome-extension://${ID}/options.html` }, resolve as (value: unknown) => void));

beforeEach(() => {
  fakeBrowser.reset();
  Object.defineProperty(browser.runtime, 'id', { configurable: true, value: ID });
  Object.defineProperty(browser.runtime, 'getURL', { configurable: true, value: (path: string) => `chrome-extension://${ID}/${path}` });
  Object.defineProperty(browser.runtime.onMessage, 'addListener', { configurable: true, value: (added: Listener) => (listener = added) });
});

describe('what a room refuses', () => {
  it.each([
    [new SubscriptionError('address', 'not_https', 'http://a.test'), { code: 'address-not_https', detail: 'http://a.test' }],
    [new SyncError('offline', 'cloud.test'), { code: 'sync-offline', detail: 'cloud.test' }],
    [new StoreError('gone'), { code: 'gone', detail: '' }],
  ])('is told with its code: %s', async (error, told) => {
    const handlers = { 'sync-preview': () => Promise.reject(error) };
    answerPages(storeOver(new MemoryArea()), handlers as unknown as Handlers);
    expect(await ask('sync-preview', { choice: { store: 'browser' } })).toEqual({ ok: false, error: told });
  });
});

describe('a store that can not write', () => {
  let area: MemoryArea;
  let store: ReturnType<typeof storeOver>;

  beforeEach(async () => {
    area = new MemoryArea();
    store = storeOver(area);
    await store.edit([{ op: 'put-rule', rule }]);
    await store.change((document) => ({ ...document, devices: new Map(document.devices).set('other', { seq: 1, day: 1, name: 'Phone', app: '' }) }), {
      label: 'merge',
    });
    const handlers = {
      ...editHandlers(store),
      ...settingsHandlers(store),
      ...historyHandlers(store),
      ...fromPageHandlers(store, null as unknown as Filter),
      ...panelHandlers(store, new KeptTags()),
      ...themeHandlers(store),
      ...syncHandlers(store, null as unknown as Sync),
    };
    answerPages(store, handlers as unknown as Handlers);
  });

  it.each(EDITS)('refuses "%s" with the reason, and nothing has changed', async (name, body) => {
    const before = await store.document();
    area.set = () => Promise.reject(new Error('QuotaExceededError'));
    expect(await ask(name, body)).toEqual({ ok: false, error: { code: 'write-failed', detail: '' } });
    expect(await store.document()).toEqual(before);
  });

  it.each(EDITS)('does "%s" when it writes again', async (name, body) => {
    const { set } = area;
    area.set = () => Promise.reject(new Error('QuotaExceededError'));
    await ask(name, body);
    area.set = set;
    expect(await ask(name, body)).toMatchObject({ ok: true, value: { undo: expect.stringMatching(/./) } });
  });
});
