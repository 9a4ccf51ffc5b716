import { describe, expect, it } from 'vitest';
import type { Sync } from '../../src/sync/index';
import { TestDevice } from './device';
import { FetchServer, newCode, syncOf, withCode } from './fetch-server';
import { MemorySync } from './memory-stores';

describe('rounds by themselves', () => {
  async function connected(): Promise<{ server: FetchServer; phone: TestDevice; sync: Sync }> {
    const server = new FetchServer();
    const phone = new TestDevice('phone');
    const sync = syncOf(phone, server);
    await sync.connect(newCode);
    return { server, phone, sync };
  }

  it('come every quarter of an hour, and at once after an edit', async () => {
    const { server, phone, sync } = await connected();
    const { requests } = server;
    await sync.tick();
    expect(server.requests).toBe(requests);
    await phone.put('tag: A');
    expect((await sync.status()).stores[0]!.unsent).toBe(1);
    await sync.tick(true);
    expect((await sync.status()).stores[0]!.unsent).toBe(0);
    phone.clock.now += 15 * 60_000;
    const before = server.requests;
    await sync.tick();
    expect(server.requests).toBeGreaterThan(before);
  });

  it('wait longer and longer after failures, over restarts, and keep what was edited meanwhile', async () => {
    const { server, phone, sync } = await connected();
    server.down = 'network';
    await phone.put('tag: A');
    const waits: number[] = [];
    let current = sync;
    phone.clock.now += 20 * 60_000;
    for (let i = 0; i < 9; i++) {
      await current.tick();
      const [store] = (await current.status()).stores;
      expect(store).toMatchObject({ state: 'waiting', error: { code: 'offline' }, unsent: 1 });
      waits.push(store!.nextTry! - phone.clock.now);
      phone.clock.now = store!.nextTry!;
      current = syncOf(phone, server);
    }
    for (let i = 0; i < 9; i++) {
      const minutes = Math.min(60, 2 ** i);
      expect(waits[i]! / 60_000).toBeGreaterThanOrEqual(minutes * 0.79);
      expect(waits[i]! / 60_000).toBeLessThanOrEqual(minutes * 1.21);
    }
    server.down = null;
    await current.tick();
    expect((await current.status()).stores[0]).toMatchObject({ state: 'ok', unsent: 0 });
  });

  it('stop after a refused password until the reader acts', async () => {
    const { server, phone, sync } = await connected();
    server.down = 401;
    await sync.syncNow();
    expect((await sync.status()).stores[0]).toMatchObject({ state: 'needs-you', error: { code: 'refused' }, nextTry: null });
    const { requests } = server;
    phone.clock.now += 86_400_000;
    await sync.tick(true);
    expect(server.requests).toBe(requests);
    server.down = null;
    expect((await sync.syncNow()).stores[0]!.state).toBe('ok');
  });

  it('say so when the permission is missing, without a request', async () => {
    const { server, phone } = await connected();
    const { requests } = server;
    const sync = syncOf(phone, server, null, { permitted: async () => false });
    expect((await sync.syncNow()).stores[0]).toMatchObject({ state: 'needs-you', error: { code: 'no-permission' } });
    await expect(sync.preview(newCode)).rejects.toMatchObject({ code: 'no-permission' });
    expect(server.requests).toBe(requests);
  });

  it('with two stores carry what came by one to the other', async () => {
    const server = new FetchServer();
    const area = new MemorySync();
    const [phone, hub, tablet] = [new TestDevice('phone'), new TestDevice('hub'), new TestDevice('tablet')];
    const [one, both, two] = [syncOf(phone, server), syncOf(hub, server, area), syncOf(tablet, server, area)];
    const { code } = await one.connect(newCode);
    await phone.put('tag: from the phone');
    await one.syncNow();
    await both.connect({ store: 'browser' });
    await both.connect(withCode(code!));
    await both.syncNow();
    await two.connect({ store: 'browser' });
    expect(await tablet.rules()).toEqual(['tag: from the phone']);
    expect((await two.status()).stores[0]).toMatchObject({ store: 'browser', carried: { rules: 1, of: 1 } });
    await tablet.put('tag: from the tablet');
    await two.syncNow();
    await both.arrived();
    await both.syncNow();
    await one.syncNow();
    expect(await phone.rules()).toEqual(['tag: from the phone', 'tag: from the tablet']);
  });
});
