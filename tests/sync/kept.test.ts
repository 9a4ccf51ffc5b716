import { describe, expect, it } from 'vitest';
import { nothingKept, readKept } from '../../src/sync/kept';
import { secretFromPassphrase } from '../../src/sync/lock';
import { TestDevice } from './device';
import { address, FetchServer, syncOf } from './fetch-server';
import before from './fixtures/kept-before-stores.json';
import { MemoryKeyring, MemorySync } from './memory-stores';

const PASSPHRASE = 'crème brûlée forever';

describe('what a version before this list has kept', () => {
  it.each(['passphrase', 'code', 'left'] as const)('is read as it was: %s', (which) => {
    const { webdav, browser, ...rest } = before[which] as Record<string, unknown>;
    const stored = { ...(webdav === undefined ? {} : { webdav }), ...(browser === undefined ? {} : { browser }) };
    expect(readKept(before[which])).toEqual({ ...rest, stores: stored, aside: {} });
    // And as it is stored from now on.
    expect(readKept(JSON.parse(JSON.stringify(readKept(before[which]))))).toEqual(readKept(before[which]));
  });

  it('goes on without a word, under its own key', async () => {
    const server = new FetchServer();
    const keyring = new MemoryKeyring();
    await keyring.save('webdav', await secretFromPassphrase(PASSPHRASE));
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await laptop.put('tag: B');
    await syncOf(laptop, server).connect({ store: 'webdav', address, secret: { kind: 'passphrase', passphrase: PASSPHRASE } });
    phone.states.set('sync', JSON.stringify(before.passphrase));
    const sync = syncOf(phone, server, new MemorySync(), { keyring });
    const { stores: found } = await sync.syncNow();
    expect(found).toMatchObject([
      { store: 'webdav', state: 'ok', encryption: 'passphrase', locked: [] },
      { store: 'browser', state: 'ok' },
    ]);
    expect(await phone.rules()).toEqual(['tag: B']);
    expect((await sync.devices()).find(({ own }) => own)?.name).toBe('Anna’s phone');
  });

  it('loses only the store whose part can not be read, and keeps that part as it was', () => {
    const broken = { ...before.code.webdav, link: 'x' };
    const kept = readKept({ ...before.code, webdav: broken });
    expect(Object.keys(kept.stores)).toEqual(['browser']);
    expect(kept.aside).toEqual({ 'stores.webdav': broken });
    expect(readKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('takes up again what a later version has stored, once it can be read', () => {
    const kept = readKept({ ...readKept(before.code), stores: { webdav: before.code.webdav, browser: 7, later: { a: 1 } }, news: [1] });
    expect(kept.stores).toEqual({ webdav: before.code.webdav });
    expect(kept.aside).toEqual({ 'stores.browser': 7, 'stores.later': { a: 1 }, news: [1] });
    const mended = readKept({ ...kept, aside: { ...kept.aside, 'stores.browser': before.code.browser } });
    expect(mended.stores).toEqual(readKept(before.code).stores);
    expect(mended.aside).toEqual({ 'stores.later': { a: 1 }, news: [1] });
  });

  it.each<[unknown, Record<string, unknown>]>([
    [7, { everything: 7 }],
    ['x', { everything: 'x' }],
    [[], { everything: [] }],
    [
      { stores: null, left: 4 },
      { stores: null, left: 4 },
    ],
    [
      { conflicts: 'x', held: 3 },
      { conflicts: 'x', held: 3 },
    ],
    [{ stores: {}, aside: 3 }, { aside: 3 }],
    [
      JSON.parse('{"__proto__":{"webdav":1},"stores":{"__proto__":1}}'),
      JSON.parse('{"__proto__":{"webdav":1},"stores.__proto__":1}') as Record<string, unknown>,
    ],
  ])('lies aside where it is %j', (value, aside) => {
    const kept = readKept(value);
    expect(JSON.stringify(kept)).toBe(JSON.stringify({ ...nothingKept(), aside }));
    expect(Object.getPrototypeOf(kept.aside)).toBe(Object.prototype);
  });

  it.each([undefined, null])('is nothing where there is %j', (value) => expect(readKept(value)).toEqual(nothingKept()));

  it('is told to the reader, and goes when it is connected again or forgotten', async () => {
    const [device, server] = [new TestDevice('phone'), new FetchServer()];
    device.states.set('sync', JSON.stringify({ stores: { webdav: { address: 1 } }, left: { later: 2 } }));
    const sync = syncOf(device, server);
    expect(await sync.status()).toMatchObject({ stores: [], aside: true, needsYou: true });
    await sync.connect({ store: 'webdav', address, secret: { kind: 'none' } });
    expect(JSON.parse(device.states.get('sync') ?? '')).toMatchObject({ aside: { 'left.later': 2 } });
    await sync.forgetAside();
    expect(await sync.status()).toMatchObject({ stores: [{ store: 'webdav', state: 'ok' }], aside: false, needsYou: false });
  });
});
