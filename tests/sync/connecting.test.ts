import { describe, expect, it } from 'vitest';
import { readSetup, type StoreChoice } from '../../src/sync/index';
import { printSetup } from '../../src/sync/setup';
import { TestDevice } from './device';
import { address, FetchServer, newCode, syncOf, withCode } from './fetch-server';
import { MemorySync } from './memory-stores';

describe('connecting', () => {
  it('hands out a sync code, with which the second device joins after a preview', async () => {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A', 'tag: B');
    await laptop.put('tag: C');
    const [one, two] = [syncOf(phone, server), syncOf(laptop, server)];
    const { code } = await one.connect(newCode);
    expect(code).toMatch(/^[\w-]{34}$/);
    const setup = readSetup((await one.setup('webdav')).text!)!;
    expect(setup).toEqual({ store: 'webdav', address: { url: address.url, user: 'anna', folder: 'foldaway' }, code });
    expect(await two.preview(withCode(setup.code))).toEqual({ here: 1, there: 2, together: 3, removed: 0, devices: 1 });
    await two.connect(withCode(setup.code.toLowerCase()));
    expect(await laptop.rules()).toEqual(['tag: A', 'tag: B', 'tag: C']);
    await one.syncNow();
    expect(await phone.rules()).toEqual(await laptop.rules());
    expect((await one.status()).stores).toMatchObject([
      { store: 'webdav', where: 'cloud.example.org', state: 'ok', unsent: 0, insecure: false, encryption: 'code' },
    ]);
    expect((await two.devices()).map(({ name, own }) => [name, own]).sort()).toEqual([
      ['laptop', true],
      ['phone', false],
    ]);
  });

  it('with another code or none is refused and leaves everything as it was', async () => {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    await syncOf(phone, server).connect(newCode);
    const files = new Map(server.backend.files);
    const two = syncOf(laptop, server);
    for (const secret of [
      { kind: 'new-code' },
      { kind: 'none' },
      { kind: 'passphrase', passphrase: 'a long passphrase' },
      { kind: 'code', code: 'nonsense' },
    ] as const)
      await expect(two.connect({ store: 'webdav', address, secret })).rejects.toMatchObject({ code: 'locked' });
    expect(server.backend.files).toEqual(files);
    expect((await two.status()).stores).toEqual([]);
    expect(await laptop.rules()).toEqual([]);
  });

  it('works with a passphrase, of which only a key is kept', async () => {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    const choice: StoreChoice = { store: 'webdav', address, secret: { kind: 'passphrase', passphrase: 'crème brûlée forever' } };
    await syncOf(phone, server).connect(choice);
    await syncOf(laptop, server).connect({ ...choice, secret: { kind: 'passphrase', passphrase: 'crème brûlée forever'.normalize('NFD') } });
    expect(await laptop.rules()).toEqual(['tag: A']);
    expect(phone.states.get('sync')).not.toContain('forever');
  });

  it('to the wrong place fails plainly', async () => {
    const server = new FetchServer();
    const sync = syncOf(new TestDevice('phone'), server);
    for (const [down, code] of [
      ['network', 'offline'],
      [401, 'refused'],
      [405, 'not-ours'],
      [500, 'server'],
    ] as const) {
      server.down = down;
      await expect(sync.connect(newCode)).rejects.toMatchObject({ code });
    }
    expect((await sync.status()).stores).toEqual([]);
  });

  it('again with a new code writes this device’s files anew', async () => {
    const server = new FetchServer();
    const phone = new TestDevice('phone');
    await phone.put('tag: A');
    const sync = syncOf(phone, server);
    await sync.connect({ store: 'webdav', address, secret: { kind: 'none' } });
    const { code } = await sync.connect({ store: 'webdav', address, secret: { kind: 'new-code' } });
    const laptop = new TestDevice('laptop');
    server.backend.now += 10_000;
    await syncOf(laptop, server).connect(withCode(code!));
    expect(await laptop.rules()).toEqual(['tag: A']);
  });
});

describe('disconnecting', () => {
  it('and connecting again to the same folder goes on as the same device', async () => {
    const server = new FetchServer();
    const phone = new TestDevice('phone');
    await phone.put('tag: A');
    const sync = syncOf(phone, server);
    const { code } = await sync.connect(newCode);
    const { device } = await phone.store.document();
    await sync.disconnect('webdav');
    await phone.put('tag: B');
    await sync.connect(withCode(code!));
    expect((await phone.store.document()).device).toBe(device);
    expect((await sync.status()).renamed).toBeNull();
    expect([...server.backend.files.keys()].sort()).toEqual([`dev-${device}.a`, `dev-${device}.b`]);
  });
});

describe('connecting the browser’s sync again', () => {
  it('goes on as the same device, connected or not', async () => {
    const area = new MemorySync();
    const phone = new TestDevice('phone');
    await phone.put('tag: A');
    const sync = syncOf(phone, new FetchServer(), area);
    const { device } = await phone.store.document();
    await sync.connect({ store: 'browser' });
    await sync.connect({ store: 'browser' });
    await sync.disconnect('browser');
    await phone.put('tag: B');
    await sync.connect({ store: 'browser' });
    expect((await phone.store.document()).device).toBe(device);
    await sync.disconnect('browser', true);
    expect(area.data.size).toBe(0);
    expect(await phone.rules()).toEqual(['tag: A', 'tag: B']);
  });
});

describe('a setup text', () => {
  it('of the first version, which named no store, is of WebDAV', () => {
    const text = `foldaway-sync:${Buffer.from(JSON.stringify({ url: 'https://dav.test/', user: 'anna', folder: 'foldaway', code: 'C' })).toString('base64url')}`;
    expect(readSetup(text)).toEqual({ store: 'webdav', address: { url: 'https://dav.test/', user: 'anna', folder: 'foldaway' }, code: 'C' });
  });

  it.each([
    { store: 'webdav', address: { url: 'no address', user: 'a', folder: 'f' }, code: '' },
    { store: 'webdav', address: { url: 'https://dav.test/' }, code: '' },
    { store: 'later', address: {}, code: '' },
    { store: 'browser', address: {}, code: '' },
  ])('that nothing can be done with is none: %j', (setup) => expect(readSetup(printSetup(setup))).toBeNull());
});
