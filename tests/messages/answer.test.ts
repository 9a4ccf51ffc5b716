import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from '../../src/browser';
import { answerMessages, Refusal, type Handlers } from '../../src/messages/answer';
import type { Reply } from '../../src/messages/table';

type Listener = (message: unknown, sender: unknown, reply: (value: unknown) => void) => void;

/** Handlers that name themselves, so that a test sees which one answered. */
const handlers = new Proxy({} as Handlers, {
  get: (_, name) => {
    if (name === 'undo') return () => Promise.reject(new Refusal('gone', 'no such step'));
    if (name === 'get-settings') return () => Promise.reject(new Error('disk full'));
    return () => name;
  },
});

const isArchive = (url: URL): boolean => url.hostname === 'archive.test';
const ID = 'test-extension-id';
const archivePage = { id: ID, url: 'https://archive.test/works', tab: { id: 1 }, frameId: 0 };
const ownPage = { id: ID, url: `chrome-extension://${ID}/popup.html` };

describe('answering messages', () => {
  let listener: Listener;
  beforeEach(() => {
    fakeBrowser.reset();
    Object.defineProperty(browser.runtime, 'id', { configurable: true, value: ID });
    Object.defineProperty(browser.runtime, 'getURL', { configurable: true, value: (path: string) => `chrome-extension://${ID}/${path}` });
    Object.defineProperty(browser.runtime.onMessage, 'addListener', { configurable: true, value: (added: Listener) => (listener = added) });
    answerMessages(handlers, isArchive);
  });

  const ask = (message: unknown, sender: unknown): Promise<Reply<unknown>> =>
    new Promise((resolve) => listener(message, sender, resolve as (value: unknown) => void));
  const started = { name: 'page-started', body: { url: 'https://archive.test/works' } };

  it('answers the content script of an archive page', async () => {
    expect(await ask(started, archivePage)).toEqual({ ok: true, value: 'page-started' });
  });

  it('answers the content script of a page that is rendered in advance, whose frame has another number', async () => {
    expect(await ask(started, { ...archivePage, frameId: 6, documentLifecycle: 'prerender' })).toEqual({ ok: true, value: 'page-started' });
  });

  it('answers the pages of the extension, also in a tab', async () => {
    expect(await ask({ name: 'get-rules', body: {} }, ownPage)).toEqual({ ok: true, value: 'get-rules' });
    expect(await ask({ name: 'get-rules', body: {} }, { ...ownPage, tab: { id: 3 } })).toEqual({ ok: true, value: 'get-rules' });
  });

  it.each([
    ['another extension', { ...archivePage, id: 'other' }],
    ['a page that is no archive', { ...archivePage, url: 'https://evil.test/' }],
    ['a host that only ends like an archive', { ...archivePage, url: 'https://archive.test.evil.test/' }],
    ['a frame inside an archive page', { ...archivePage, frameId: 4 }],
    ['something without an address', { id: ID }],
    ['an address that is none', { id: ID, url: 'nonsense', tab: { id: 1 } }],
    ['a page of another extension that has our id in its path', { id: ID, url: `https://evil.test/chrome-extension://${ID}/`, tab: { id: 1 } }],
  ])('refuses %s', async (_, sender) => {
    expect(await ask(started, sender)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });

  it('lets a page speak of its own archive only, however long its address is', async () => {
    const about = (url: string) => ask({ name: 'page-started', body: { url } }, archivePage);
    expect(await about(`https://archive.test/works?${'tag=%E5%A5%B3&'.repeat(5000)}`)).toMatchObject({ ok: true });
    for (const other of ['https://other.test/works', 'http://archive.test/works', 'nonsense', ''])
      expect(await about(other), other).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await ask({ name: 'page-started', body: { url: 'https://other.test/' } }, ownPage)).toMatchObject({ ok: true });
  });

  it('takes a rule with as many conditions as fit into a line', async () => {
    const rule = `tag: ${Array.from({ length: 5000 }, (_, index) => `"tag number ${index}"`).join(', ')}`;
    expect(await ask({ name: 'remove-rules', body: { ids: [rule] } }, ownPage)).toMatchObject({ ok: true });
    expect(await ask({ name: 'except-tag', body: { rule, list: 'mine', tag: 'x' } }, archivePage)).toMatchObject({ ok: true });
    expect(await ask({ name: 'open-options', body: { section: `rules/${encodeURIComponent(rule)}` } }, archivePage)).toMatchObject({ ok: true });
  });

  it('does not let an archive page ask for the rules or change them', async () => {
    for (const name of ['get-rules', 'add-rules', 'remove-rules', 'export-rules', 'set-setting', 'page-report']) {
      const reply = await ask({ name, body: {} }, archivePage);
      expect(reply, name).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    }
  });

  it.each([
    [null],
    [undefined],
    [42],
    ['judge'],
    [{}],
    [{ name: '__proto__', body: {} }],
    [{ name: 'constructor', body: {} }],
    [{ name: 'page-started' }],
    [{ name: 'page-started', body: { url: 5 } }],
    [{ name: 'judge', body: { url: 'https://archive.test/works', page: 'elsewhere', own: false, works: [] } }],
  ])('refuses %j as no message of the table', async (message) => {
    expect(await ask(message, archivePage)).toMatchObject({ ok: false, error: { code: 'bad-message' } });
  });

  it('always replies, also when a handler refuses or fails', async () => {
    expect(await ask({ name: 'undo', body: { token: 'x' } }, ownPage)).toEqual({ ok: false, error: { code: 'gone', detail: 'no such step' } });
    expect(await ask({ name: 'get-settings', body: {} }, ownPage)).toEqual({ ok: false, error: { code: 'failed', detail: 'disk full' } });
  });
});
