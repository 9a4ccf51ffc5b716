import { describe, expect, it } from 'vitest';
import { unpack } from '../../src/sync/envelope';
import { readSetup, type Standing, type StoreChoice, type Sync } from '../../src/sync/index';
import { selfOf } from '../../src/sync/open';
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

describe('what the reader is told', () => {
  async function three(): Promise<{ phone: TestDevice; laptop: TestDevice; one: Sync; two: Sync; server: FetchServer }> {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    const [one, two] = [syncOf(phone, server), syncOf(laptop, server)];
    const { code } = await one.connect(newCode);
    await two.connect(withCode(code!));
    return { phone, laptop, one, two, server };
  }

  it('names who sent what, and takes single rules back', async () => {
    const { phone, laptop, one, two } = await three();
    await phone.put('tag: A', 'tag: B');
    await one.syncNow();
    await two.syncNow();
    const [outcome] = (await two.status()).outcomes;
    expect(outcome).toMatchObject({ from: [{ name: 'phone', added: 2, removed: 0, changed: 0 }] });
    await laptop.store.undo(outcome!.undo, ['tag: A']);
    await two.syncNow();
    await one.syncNow();
    expect(await phone.rules()).toEqual(['tag: B']);
  });

  it('lists a conflict with both values, once, and hands back the one that lost', async () => {
    const { phone, laptop, one, two } = await three();
    await phone.put('tag: A');
    for (const sync of [one, two, one]) await sync.syncNow();
    await phone.store.edit([{ op: 'put-rule', rule: { id: 'tag: A', note: 'from the phone' } }]);
    laptop.clock.now += 5000;
    await laptop.store.edit([{ op: 'put-rule', rule: { id: 'tag: A', note: 'from the laptop' } }]);
    await one.syncNow();
    await two.syncNow();
    await two.syncNow();
    const { conflicts } = await two.status();
    expect(conflicts).toMatchObject([{ id: 'tag: A', field: 'note', kept: 'from the laptop', lost: 'from the phone', own: true, deviceName: 'phone' }]);
    const taken: unknown[] = [];
    await expect(two.settleConflict(conflicts[0]!.key, () => Promise.reject(new Error('not stored')))).rejects.toThrow('not stored');
    await two.settleConflict(conflicts[0]!.key, async ({ kind, id, field, lost }) => void taken.push([kind, id, field, lost]));
    expect(taken).toEqual([['rule', 'tag: A', 'note', 'from the phone']]);
    expect((await two.status()).conflicts).toEqual([]);
  });

  it('settles the conflict that the reader saw, although another has come in above it since', async () => {
    const { phone, laptop, one, two } = await three();
    await phone.put('tag: A', 'tag: B');
    for (const sync of [one, two, one]) await sync.syncNow();
    for (const id of ['tag: A', 'tag: B']) {
      await phone.store.edit([{ op: 'put-rule', rule: { id, note: 'from the phone' } }]);
      laptop.clock.now += 5000;
      await laptop.store.edit([{ op: 'put-rule', rule: { id, note: 'from the laptop' } }]);
      for (const sync of [one, two]) await sync.syncNow();
    }
    const { conflicts } = await two.status();
    expect(conflicts.map(({ id }) => id)).toEqual(['tag: B', 'tag: A']);
    const taken: string[] = [];
    for (let twice = 0; twice < 2; twice++) await two.settleConflict(conflicts[1]!.key, async ({ id }) => void taken.push(id));
    expect(taken).toEqual(['tag: A']);
    expect((await two.status()).conflicts.map(({ id }) => id)).toEqual(['tag: B']);
  });

  it.each([['keep', 100, 100] as const, ['remove', 10, 10] as const])('asks about mass removals; answer "%s"', async (answer, here, there) => {
    const { phone, laptop, one, two } = await three();
    const ids = Array.from({ length: 100 }, (_, i) => `tag: ${i}`);
    await phone.put(...ids);
    for (const sync of [one, two, one]) await sync.syncNow();
    await phone.remove(...ids.slice(10));
    await one.syncNow();
    await two.syncNow();
    const { held, needsYou } = await two.status();
    expect(held).toMatchObject([{ name: 'phone', rules: 90, of: 100 }]);
    expect([needsYou, (await one.status()).needsYou]).toEqual([true, false]);
    const told: Standing[] = [];
    two.onStanding((standing) => told.push(standing));
    await two.answerHeld(held[0]!.device, answer);
    expect(told).toEqual([
      { connected: true, needsYou: true },
      { connected: true, needsYou: false },
    ]);
    for (const sync of [two, one, two]) await sync.syncNow();
    expect((await two.status()).held).toEqual([]);
    expect(await laptop.rules()).toHaveLength(here);
    expect(await phone.rules()).toHaveLength(there);
  });

  it('uses the name that the reader gave the device', async () => {
    const { one, two } = await three();
    await one.rename('Anna’s phone');
    await one.syncNow();
    await two.syncNow();
    expect((await two.devices()).map((device) => device.name)).toContain('Anna’s phone');
  });

  it('tells how many rules are of each device', async () => {
    const { phone, laptop, one, two } = await three();
    await phone.put('tag: A', 'tag: B');
    await laptop.put('tag: C');
    for (const sync of [one, two, one]) await sync.syncNow();
    const rules = (await one.devices()).map(({ name, rules: count }) => [name, count]).sort();
    expect(rules).toEqual([
      ['laptop', 1],
      ['phone', 2],
    ]);
  });

  it('lists a forgotten device no more, keeps its rules and its files for a day, and lists it again when it returns', async () => {
    const { phone, laptop, one, two, server } = await three();
    await laptop.put('tag: of the laptop');
    for (const sync of [two, one]) await sync.syncNow();
    const { device } = await laptop.store.document();
    const names = async (sync: Sync): Promise<string[]> => (await sync.devices()).map(({ name }) => name).sort();
    const files = (): number => [...server.backend.files.keys()].filter((name) => name.includes(device)).length;
    const { undo } = await phone.store.edit([{ op: 'forget-device', device }]);
    expect(await names(one)).toEqual(['phone']);
    expect((await one.status()).devices).toBe(1);
    await phone.store.undo(undo);
    expect(await names(one)).toEqual(['laptop', 'phone']);

    await phone.store.edit([{ op: 'forget-device', device }]);
    await one.syncNow();
    expect(files()).toBe(2);
    server.backend.now += 2 * 86_400_000;
    phone.clock.now += 2 * 86_400_000;
    await one.syncNow();
    expect(files()).toBe(0);
    expect(await phone.rules()).toEqual(['tag: of the laptop']);

    await laptop.put('tag: written while forgotten');
    for (const sync of [two, one]) await sync.syncNow();
    expect(await names(one)).toEqual(['laptop', 'phone']);
    expect(await names(two)).toEqual(['laptop', 'phone']);
    expect(await phone.rules()).toEqual(['tag: of the laptop', 'tag: written while forgotten']);
  });

  it('lists a forgotten device again also when it has nothing new to say but that it is there', async () => {
    const { phone, laptop, one, two } = await three();
    for (const sync of [two, one]) await sync.syncNow();
    await phone.store.edit([{ op: 'forget-device', device: (await laptop.store.document()).device }]);
    for (const sync of [one, two, one]) await sync.syncNow();
    expect((await one.devices()).map(({ name }) => name).sort()).toEqual(['laptop', 'phone']);
  });

  it('never lets a device forget itself', async () => {
    const { phone } = await three();
    expect((await phone.store.edit([{ op: 'forget-device', device: (await phone.store.document()).device }])).undo).toBe('');
  });

  it('is nothing any more after disconnecting; the rules stay, and the copy goes when asked', async () => {
    const { phone, one, server } = await three();
    await phone.put('tag: A');
    await one.syncNow();
    const { device } = await phone.store.document();
    await one.disconnect('webdav', true);
    expect([...server.backend.files.keys()].some((name) => name.includes(device))).toBe(false);
    expect((await one.status()).stores).toEqual([]);
    expect(await phone.rules()).toEqual(['tag: A']);
  });
});

describe('a file', () => {
  it('holds everything, merges with a preview, and can be undone', async () => {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A', 'tag: B');
    const file = await syncOf(phone, server).exportFile(null);
    const sync = syncOf(laptop, server);
    await laptop.put('tag: C');
    expect(await sync.previewFile(file, null)).toMatchObject({ here: 1, there: 2, together: 3, backAgain: 0 });
    const { undo, changes } = await sync.importFile(file, null, false);
    expect(changes).toBe(2);
    expect(await laptop.rules()).toEqual(['tag: A', 'tag: B', 'tag: C']);
    expect((await laptop.store.copies())[0]).toMatchObject({ reason: 'import', rules: 1 });
    await laptop.store.undo(undo);
    expect(await laptop.rules()).toEqual(['tag: C']);
    expect((await unpack(file, null)).document.devices.size).toBe(0);
  });

  it('brings back what was removed since, when asked', async () => {
    const phone = new TestDevice('phone');
    const sync = syncOf(phone, new FetchServer());
    await phone.put('tag: A', 'tag: B');
    const file = await sync.exportFile(null);
    await phone.remove('tag: A');
    expect(await sync.previewFile(file, null)).toMatchObject({ backAgain: 1 });
    await sync.importFile(file, null, false);
    expect(await phone.rules()).toEqual(['tag: B']);
    await sync.importFile(file, null, true);
    expect(await phone.rules()).toEqual(['tag: A', 'tag: B']);
  });

  it('with a passphrase opens with that one only', async () => {
    const phone = new TestDevice('phone');
    const sync = syncOf(phone, new FetchServer());
    await phone.put('tag: "Very Private"');
    const file = await sync.exportFile('open sesame please');
    expect(new TextDecoder('latin1').decode(file)).not.toContain('Private');
    for (const wrong of [null, 'open sesame']) await expect(sync.previewFile(file, wrong)).rejects.toMatchObject({ code: 'locked' });
    expect(await sync.previewFile(file, 'open sesame please')).toMatchObject({ there: 1 });
    await expect(sync.previewFile(new TextEncoder().encode('{}'), null)).rejects.toMatchObject({ code: 'not-ours' });
  });
});

describe('the name of a device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox · Linux', 'Firefox 142, 1.0.0'],
    ['Mozilla/5.0 (Android 14; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0', 'Firefox · Android', 'Firefox 142, 1.0.0'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
      'Edge · Windows',
      'Edge 156, 1.0.0',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      'Chrome · macOS',
      'Chrome 156, 1.0.0',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
      'Safari · macOS',
      'Safari 26, 1.0.0',
    ],
    ['something else', '', '1.0.0'],
  ])('is made from %s', (agent, name, app) => {
    expect(selfOf(agent, '1.0.0')).toEqual({ name, app });
  });
});
