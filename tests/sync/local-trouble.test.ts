import { describe, expect, it } from 'vitest';
import type { Sync } from '../../src/sync/index';
import type { SyncArea } from '../../src/sync/sync-quota';
import { MemoryArea } from '../storage/memory-area';
import { TestDevice } from './device';
import { FetchServer, newCode, syncOf, withCode } from './fetch-server';
import { MemorySync } from './memory-stores';
import { ruleIds } from './tag-names';

const YEARS = 10 * 365 * 86_400_000;

/** Sync that keeps everything in one area, as the browser does, and may be killed also while it waits for others. */
function oneLife(device: TestDevice, server: FetchServer, browserArea: MemorySync | null = null): Sync {
  const { area } = device;
  const mortal: SyncArea | null = browserArea && {
    get: () => area.meanwhile(() => browserArea.get()),
    set: (items) => area.meanwhile(() => browserArea.set(items)),
    remove: (keys) => area.meanwhile(() => browserArea.remove(keys)),
  };
  return syncOf(device, server, mortal, {
    keep: { load: async () => (await area.get(['sync']))['sync'], save: (value) => area.set({ sync: value }) },
    fetch: ((input: string, init: RequestInit) => area.meanwhile(() => server.fetch(input, init))) as typeof fetch,
  });
}

describe('a worker that is killed at any moment of a round', () => {
  it.each(['before', 'after'] as const)('(%s the moment has had its effect) loses nothing, and the next round goes on', async (effect) => {
    let moment = 0;
    for (let killed = true; killed;) {
      moment++;
      const server = new FetchServer();
      const browserArea = new MemorySync();
      const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
      const [one, two] = [syncOf(phone, server, browserArea), oneLife(laptop, server, browserArea)];
      const { code } = await one.connect(newCode);
      await two.connect(withCode(code!));
      for (const sync of [one, two]) await sync.connect({ store: 'browser' });
      await phone.put('tag: A', 'tag: B', 'tag: C');
      for (const sync of [one, two, one]) await sync.syncNow();
      await phone.put('tag: from the phone');
      await phone.remove('tag: A');
      await laptop.put('tag: from the laptop');
      await laptop.remove('tag: B');
      await one.syncNow();

      laptop.area.dieAt(moment, effect);
      const edit = laptop.put('tag: written meanwhile').then(
        () => true,
        () => false,
      );
      const [stored] = await Promise.all([edit, two.syncNow().catch(() => null)]);
      const acknowledged = stored ? ['tag: written meanwhile'] : [];

      const again = new TestDevice(`laptop ${moment}`, laptop.area.restarted(), laptop.clock.now);
      const later = oneLife(again, server, browserArea);
      for (const sync of [later, one, later, one]) await sync.syncNow();
      const found = await again.rules();
      expect(await phone.rules()).toEqual(found);
      expect(found.filter((id) => id !== 'tag: written meanwhile' || acknowledged.includes(id))).toEqual(
        ['tag: C', 'tag: from the laptop', 'tag: from the phone', ...acknowledged].sort(),
      );
      for (const store of (await later.status()).stores) expect(store).toMatchObject({ state: 'ok', unsent: 0 });
      expect((await later.status()).renamed).toBeNull();
      expect((await again.store.load()).trouble).toEqual([]);
      ({ killed } = laptop.area);
    }
    expect(moment).toBeGreaterThan(20);
  });
});

describe('a device that can not store', () => {
  const ready = async () => {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    const [one, two] = [syncOf(phone, server), oneLife(laptop, server)];
    const { code } = await one.connect(newCode);
    await two.connect(withCode(code!));
    await phone.put('tag: A');
    await one.syncNow();
    return { server, phone, laptop, one, two };
  };

  it('what came in says so, has changed nothing, and takes it in when there is room again', async () => {
    const { laptop, two } = await ready();
    const { set } = laptop.area;
    laptop.area.set = () => Promise.reject(new Error('QuotaExceededError'));
    const { stores } = await two.syncNow();
    expect(stores[0]).toMatchObject({ state: 'waiting', error: { code: 'local' } });
    expect(await laptop.rules()).toEqual([]);
    laptop.area.set = set;
    expect((await two.syncNow()).stores[0]).toMatchObject({ state: 'ok', error: null });
    expect(await laptop.rules()).toEqual(['tag: A']);
  });

  it('only how far it has come merges the same again, once', async () => {
    const { laptop, two, phone, one } = await ready();
    const { set } = laptop.area;
    laptop.area.set = (items) => ('sync' in items ? Promise.reject(new Error('QuotaExceededError')) : set.call(laptop.area, items));
    await two.syncNow();
    expect(await laptop.rules()).toEqual(['tag: A']);
    laptop.area.set = set;
    await laptop.put('tag: B');
    for (const sync of [two, one, two]) await sync.syncNow();
    expect(await phone.rules()).toEqual(['tag: A', 'tag: B']);
    expect((await two.status()).stores[0]).toMatchObject({ state: 'ok', unsent: 0 });
  });
});

describe('a clock that is set back by years', () => {
  it('does not keep the next try waiting for years', async () => {
    const server = new FetchServer();
    const phone = new TestDevice('phone');
    const sync = syncOf(phone, server);
    phone.clock.now += YEARS;
    await sync.connect(newCode);
    phone.clock.now -= YEARS;
    const { requests } = server;
    await sync.tick();
    expect(server.requests).toBeGreaterThan(requests);
    const { requests: then } = server;
    await sync.tick();
    expect(server.requests).toBe(then);
  });

  it('does not keep the half of a state waiting for years', async () => {
    const area = new MemorySync();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put(...ruleIds(3000));
    await phone.browser(area);
    const chunk = [...area.data.keys()].find((key) => key.startsWith('f1c'))!;
    area.data.delete(chunk);
    laptop.clock.now += YEARS;
    await laptop.browser(area);
    laptop.clock.now -= YEARS;
    await laptop.browser(area);
    expect(await laptop.rules()).toEqual([]);
    laptop.clock.now += 90_000_000;
    await laptop.browser(area);
    expect((await laptop.rules()).length).toBeGreaterThan(1000);
  });

  it('keeps copies daily all the same', async () => {
    const phone = new TestDevice('phone', new MemoryArea());
    await phone.put('tag: A');
    phone.clock.now += YEARS;
    await phone.store.daily();
    phone.clock.now -= YEARS;
    await phone.store.daily();
    await phone.store.daily();
    expect((await phone.store.copies()).map(({ reason }) => reason)).toEqual(['daily', 'daily']);
  });
});
