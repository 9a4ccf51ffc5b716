import { describe, expect, it } from 'vitest';
import type { Standing, Sync } from '../../src/sync/index';
import { TestDevice } from './device';
import { FetchServer, newCode, syncOf, withCode } from './fetch-server';

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
