import { describe, expect, it } from 'vitest';
import { readSetup, type Sync } from '../../src/sync/index';
import { TestDevice } from './device';
import { address, FetchServer, newCode, syncOf, withCode } from './fetch-server';

const PASSPHRASE = 'crème brûlée forever';

describe('a reader who has lost the code', () => {
  async function lost(): Promise<{ server: FetchServer; phone: TestDevice; laptop: TestDevice; one: Sync; two: Sync }> {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: of the phone');
    await laptop.put('tag: of the laptop');
    const [one, two] = [syncOf(phone, server), syncOf(laptop, server)];
    await one.connect(newCode);
    server.backend.now += 10_000;
    return { server, phone, laptop, one, two };
  }
  const filesOf = async (server: FetchServer, device: TestDevice): Promise<string[]> => {
    const { device: id } = await device.store.document();
    return [...server.backend.files.keys()].filter((name) => name.includes(id));
  };

  it('sees it again on a device that is connected', async () => {
    const { one } = await lost();
    const { code, text } = await one.setup('webdav');
    expect(code).toMatch(/^[\w-]{34}$/);
    expect(readSetup(text!)?.code).toBe(code);
  });

  it('starts anew on one that is not: its rules go there under a new code, and no file of others is touched', async () => {
    const { server, laptop, one, two, phone } = await lost();
    const old = await filesOf(server, phone);
    await expect(two.connect(newCode)).rejects.toMatchObject({ code: 'locked' });
    const { code } = await two.connect(newCode, 'keep');
    expect(await filesOf(server, phone)).toEqual(old);
    expect((await two.status()).stores).toMatchObject([{ state: 'ok', unsent: 0, encryption: 'code' }]);
    expect((await two.status()).stores[0]?.locked).toHaveLength(1);
    expect(await laptop.rules()).toEqual(['tag: of the laptop']);

    // The other device goes on under the old code, is told, and joins when it is given the new one.
    const { stores: there } = await one.syncNow();
    expect(there).toMatchObject([{ state: 'ok', locked: [(await laptop.store.document()).device.slice(0, 6)] }]);
    await one.changeSecret('webdav', { kind: 'code', code: code! });
    await two.syncNow();
    const all = ['tag: of the laptop', 'tag: of the phone'];
    expect([await phone.rules(), await laptop.rules()]).toEqual([all, all]);
    for (const sync of [one, two]) expect((await sync.status()).stores).toMatchObject([{ state: 'ok', locked: [], unsent: 0 }]);
    // Nothing of the old code is left of either.
    const third = new TestDevice('tablet');
    await syncOf(third, server).connect(withCode(code!));
    expect(await third.rules()).toEqual(all);
  });

  it('goes on starting anew after a first round that failed', async () => {
    const { server, laptop } = await lost();
    const { fetch } = server;
    server.fetch = async (input, init) => (init?.method === 'PUT' ? new Response('', { status: 503 }) : fetch(input, init));
    const sync = syncOf(laptop, server);
    server.fetch = fetch;
    await sync.connect(newCode, 'delete');
    expect((await sync.status()).stores[0]).toMatchObject({ state: 'waiting', error: { code: 'busy' } });
    expect(server.backend.files.size).toBe(1);
    expect((await syncOf(laptop, server).syncNow()).stores[0]).toMatchObject({ state: 'ok', locked: [] });
    expect(server.backend.files.size).toBe(1);
    expect(await filesOf(server, laptop)).toHaveLength(1);
  });

  it('may delete what does not open any more; devices that still sync write theirs again', async () => {
    const { server, phone, laptop, one, two } = await lost();
    const { code } = await two.connect(newCode, 'delete');
    expect(await filesOf(server, phone)).toEqual([]);
    expect(await filesOf(server, laptop)).toHaveLength(1);
    expect((await two.status()).stores[0]?.locked).toEqual([]);
    await one.syncNow();
    expect(await filesOf(server, phone)).toHaveLength(1);
    expect(await phone.rules()).toEqual(['tag: of the phone']);
    await one.changeSecret('webdav', { kind: 'code', code: code! });
    expect(await phone.rules()).toEqual(['tag: of the laptop', 'tag: of the phone']);
  });

  it('takes the new code to one device after the other, in any order, while others still have the old one', async () => {
    const { server, phone, laptop, one, two } = await lost();
    const tablet = new TestDevice('tablet');
    const three = syncOf(tablet, server);
    await tablet.put('tag: of the tablet');
    await three.connect(withCode((await one.setup('webdav')).code!));
    await one.syncNow();
    const { code } = await two.connect(newCode, 'keep');
    for (const [sync, locked] of [
      [one, 1],
      [three, 0],
    ] as const) {
      server.backend.now += 10_000;
      await sync.changeSecret('webdav', { kind: 'code', code: code! });
      expect((await sync.status()).stores).toMatchObject([{ state: 'ok', unsent: 0, locked: { length: locked } }]);
    }
    for (const sync of [one, two, three]) expect((await sync.syncNow()).stores).toMatchObject([{ state: 'ok', locked: [], damaged: [] }]);
    const all = ['tag: of the laptop', 'tag: of the phone', 'tag: of the tablet'];
    for (const device of [phone, laptop, tablet]) expect(await device.rules()).toEqual(all);
  });

  it('starts anew on a connected device whose key is gone, without entering anything again', async () => {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    const choice = { store: 'webdav', address, secret: { kind: 'passphrase', passphrase: PASSPHRASE } } as const;
    for (const device of [phone, laptop]) await syncOf(device, server).connect(choice);
    const restarted = syncOf(phone, server);
    expect((await restarted.syncNow()).stores[0]).toMatchObject({ state: 'needs-you', error: { code: 'locked' } });
    server.backend.now += 10_000;
    await expect(restarted.changeSecret('webdav', { kind: 'new-code' })).rejects.toMatchObject({ code: 'locked' });
    expect((await restarted.status()).stores[0]).toMatchObject({ encryption: 'passphrase' });
    const { code } = await restarted.changeSecret('webdav', { kind: 'new-code' }, 'keep');
    expect((await restarted.status()).stores[0]).toMatchObject({ state: 'ok', encryption: 'code' });
    expect((await restarted.setup('webdav')).code).toBe(code);
  });

  it('leaves nothing readable of this device behind when encryption is switched on', async () => {
    const server = new FetchServer();
    const phone = new TestDevice('phone');
    const sync = syncOf(phone, server);
    await phone.put('tag: Readable');
    await sync.connect({ store: 'webdav', address, secret: { kind: 'none' } });
    server.backend.now += 10_000;
    await sync.changeSecret('webdav', { kind: 'new-code' });
    expect([...server.backend.files.values()].map(({ bytes }) => new TextDecoder('latin1').decode(bytes).includes('"lock"'))).toEqual([true]);
  });

  it('with a wrong code still writes nothing, also where a file lies open beside the locked ones', async () => {
    const { server, two } = await lost();
    const careless = new TestDevice('careless');
    await careless.put('tag: open');
    await syncOf(careless, server)
      .connect({ store: 'webdav', address, secret: { kind: 'none' } }, 'keep')
      .catch(() => undefined);
    const files = new Map(server.backend.files);
    expect(files.size).toBe(2);
    await expect(two.connect(newCode)).rejects.toMatchObject({ code: 'locked' });
    expect(server.backend.files).toEqual(files);
  });
});
