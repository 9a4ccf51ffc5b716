import { describe, expect, it } from 'vitest';
import { requestsBy, wholeBody } from '../../src/sync/requests';
import { storeOf, stores } from '../../src/sync/stores/index';
import { webdav } from '../../src/sync/stores/webdav';
import { address, FetchServer, syncOf } from './fetch-server';
import { TestDevice } from './device';

describe('every request to a server', () => {
  it('carries no cookies, is answered by no cache, and follows no redirect', async () => {
    const asked: RequestInit[] = [];
    const server = new FetchServer();
    const store = webdav(address, async (input, init = {}) => {
      asked.push(init);
      return server.fetch(input as string, init);
    });
    await store.put('dev-x.a', new Uint8Array(1));
    await store.list();
    await store.get('dev-x.a');
    await store.delete('dev-x.a');
    expect(asked.map(({ method }) => method)).toEqual(['PUT', 'PROPFIND', 'GET', 'DELETE']);
    for (const init of asked) expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store', redirect: 'manual' });
  });

  it.each([
    ['the header says so', () => new Response('x', { headers: { 'Content-Length': '64000001' } })],
    ['it does not end', () => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(8_000_000)) }))],
  ])('reads no body that is larger than anything of ours: %s', async (_, answer) => {
    const ask = requestsBy({ fetch: async () => answer(), headers: () => ({}) });
    await expect(ask('GET', 'https://cloud.example.org/', [200], wholeBody)).rejects.toMatchObject({ code: 'not-ours' });
  });

  it.each([
    ['120', 120_000],
    ['nonsense', null],
    ['999999999', 86_400_000],
    [new Date(0).toUTCString(), 0],
  ])('that is too early says when to come back: %s', async (header, retryAfter) => {
    const ask = requestsBy({ fetch: async () => new Response('', { status: 503, headers: { 'Retry-After': header } }), headers: () => ({}) });
    await expect(ask('GET', 'https://cloud.example.org/', [200], wholeBody)).rejects.toMatchObject({ code: 'busy', retryAfter });
  });
});

describe('a store that is connected over plain http', () => {
  it.each([
    ['http://nas.home.arpa:8080/dav/', true],
    ['https://nas.home.arpa/dav/', false],
    ['http://127.0.0.1:8080/dav/', false],
    ['http://localhost/dav/', false],
  ])('is told as readable by others, unless it never leaves the machine: %s', async (url, insecure) => {
    const sync = syncOf(new TestDevice('phone'), new FetchServer());
    await sync.connect({ store: 'webdav', address: { ...address, url }, secret: { kind: 'new-code' } });
    expect((await sync.status()).stores[0]).toMatchObject({ insecure, addresses: [url] });
  });
});

describe('a store that the reader says nothing about', () => {
  it.each(stores.filter(({ offer }) => offer.encrypted).map(({ id }) => id))('is encrypted: %s', async (id) => {
    const store = storeOf(id);
    const phone = new TestDevice('phone');
    const entered = Object.fromEntries(store.offer.fields.map(({ name, kind }) => [name, kind === 'address' ? address.url : 'x']));
    const keyring = { load: async () => null, save: async () => undefined, forget: async () => undefined };
    const deps = { truth: phone.store, keyring, area: null, fetch, permitted: async () => true, now: () => phone.clock.now, random: phone.random };
    const part = await store.connect({ store: id, address: entered }, deps, null, { part: undefined, left: undefined });
    expect(store.entered(part).code).toMatch(/^[\w-]{34}$/);
  });
});
