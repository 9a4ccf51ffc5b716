import { describe, expect, it } from 'vitest';
import { previewBrowser } from '../../src/sync/browser-round';
import { costOf, TOTAL } from '../../src/sync/sync-quota';
import { TestDevice } from './device';
import { MemorySync } from './memory-stores';
import { ruleIds } from './tag-names';

const used = async (area: MemorySync): Promise<number> => costOf(Object.entries(await area.get()));

describe('a round of sync with the browser’s own area', () => {
  it('brings two devices together, which then name the same chunks', async () => {
    const area = new MemorySync();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A', 'tag: B');
    await laptop.put('tag: B', 'tag: C');
    for (const device of [phone, laptop, phone, laptop]) await device.browser(area);
    expect(await phone.rules()).toEqual(['tag: A', 'tag: B', 'tag: C']);
    expect(await laptop.rules()).toEqual(await phone.rules());
    phone.clock.now += 3_600_000;
    for (let i = 0; i < 2; i++) await phone.browser(area);
    expect([...area.data.keys()].filter((key) => key.startsWith('f1c'))).toHaveLength(1);
  });

  it('writes nothing when all is in place', async () => {
    const area = new MemorySync();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    for (const device of [phone, laptop, phone, laptop]) await device.browser(area);
    const { writes } = area;
    for (const device of [phone, laptop]) expect((await device.browser(area)).sent).toBeNull();
    expect(area.writes).toBe(writes);
  });

  it('survives the area being replaced by another device’s, and writes its own again', async () => {
    const [one, other] = [new MemorySync(), new MemorySync()];
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    await phone.browser(one);
    await laptop.put('tag: B');
    await laptop.browser(other);
    await phone.browser(other);
    await laptop.browser(other);
    expect(await phone.rules()).toEqual(['tag: A', 'tag: B']);
    expect(await laptop.rules()).toEqual(['tag: A', 'tag: B']);
  });

  it('waits for the rest of a torn state, but not for ever', async () => {
    const area = new MemorySync();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    const ids = ruleIds(3000);
    await phone.put(...ids);
    await phone.browser(area);
    const chunks = [...area.data.keys()].filter((key) => key.startsWith('f1c'));
    expect(chunks.length).toBeGreaterThan(4);
    const torn = new MemorySync();
    torn.data = new Map([...area.data].filter(([key]) => !chunks.slice(2).includes(key)));
    expect((await laptop.browser(torn)).arriving).toEqual([(await phone.store.document()).device]);
    expect(await laptop.rules()).toEqual([]);
    laptop.clock.now += 90_000_000;
    await laptop.browser(torn);
    const some = (await laptop.rules()).length;
    expect(some).toBeGreaterThan(100);
    expect(some).toBeLessThan(2500);
    for (const [key, value] of area.data) torn.data.set(key, value);
    await laptop.browser(torn);
    expect(await laptop.rules()).toEqual([...ids].sort());
  });

  it('says for how many rules there is room, from the first to the last about the same', async () => {
    const said: number[] = [];
    for (const count of [1, 1000, 5000]) {
      const phone = new TestDevice('phone');
      await phone.put(...ruleIds(count));
      said.push((await phone.browser(new MemorySync())).carried.room);
    }
    for (const room of said) {
      expect(room).toBeGreaterThan(6500);
      expect(room).toBeLessThan(8000);
      expect(room % 100).toBe(0);
    }
  });

  it('removes the manifest of a device that was forgotten, keeps what it wrote, and takes it back when it returns', async () => {
    const area = new MemorySync();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await laptop.put('tag: of the laptop');
    for (const device of [laptop, phone, laptop, phone]) await device.browser(area);
    const { device } = await laptop.store.document();
    await phone.store.edit([{ op: 'forget-device', device }]);
    await phone.browser(area);
    expect(area.data.has(`f1m${device}`)).toBe(false);
    expect(await phone.rules()).toEqual(['tag: of the laptop']);
    await laptop.put('tag: later');
    for (const one of [laptop, phone]) await one.browser(area);
    expect(area.data.has(`f1m${device}`)).toBe(true);
    expect(await phone.rules()).toEqual(['tag: later', 'tag: of the laptop']);
  });

  it('holds 6,000 rules on three devices that edit in turn, within the quota', async () => {
    const area = new MemorySync();
    const devices = [new TestDevice('phone'), new TestDevice('laptop'), new TestDevice('tablet')];
    await devices[0]!.put(...ruleIds(6000));
    for (let round = 0; round < 3; round++) {
      for (const device of devices) {
        device.clock.now += 60_000;
        await device.put(`tag: "edit ${round} on ${device.name}"`);
        expect((await device.browser(area)).carried.rules).toBeGreaterThan(5999);
        expect(await used(area)).toBeLessThanOrEqual(TOTAL);
      }
    }
    for (const device of devices) await device.browser(area);
    for (const device of devices) expect(await device.rules()).toHaveLength(6009);
  }, 60_000);

  it('carries a part when not all fits: new edits first, the same part on every device, nothing removed', async () => {
    const area = new MemorySync();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put(...ruleIds(9000));
    const { carried } = await phone.browser(area);
    expect(carried.of).toBe(9000);
    expect(carried.room).toBe(carried.rules);
    expect(carried.rules).toBeGreaterThan(5500);
    expect(carried.rules).toBeLessThan(9000);
    await laptop.browser(area);
    expect(await laptop.rules()).toHaveLength(carried.rules);
    await phone.put('tag: "brand new"');
    await laptop.put('tag: "from the laptop"');
    for (const device of [phone, laptop, phone, laptop]) {
      await device.browser(area);
      expect(await used(area)).toBeLessThanOrEqual(TOTAL);
    }
    expect(await laptop.rules()).toContain('tag: "brand new"');
    expect(await phone.rules()).toHaveLength(9002);
  }, 60_000);

  it('goes on under a new id when its profile was copied, and both copies keep their edits', async () => {
    const area = new MemorySync();
    const original = new TestDevice('phone');
    await original.put('tag: A', 'tag: gone later');
    await original.browser(area);
    const copied = new TestDevice('phone2', original.area.restarted());
    copied.states = new Map(original.states);
    await original.put('tag: B');
    await original.browser(area);
    await copied.put('tag: C');
    expect(await copied.browser(area)).toMatchObject({ renamed: true });
    expect(await original.browser(area)).toMatchObject({ renamed: false });
    expect(await original.rules()).toEqual(['tag: A', 'tag: B', 'tag: C', 'tag: gone later']);
    expect(await copied.rules()).toEqual(await original.rules());
    await original.remove('tag: gone later', 'tag: C');
    for (const device of [original, copied]) await device.browser(area);
    expect(await copied.rules()).toEqual(['tag: A', 'tag: B']);
  });

  it('ignores what is damaged or foreign in the area', async () => {
    const area = new MemorySync();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    await phone.browser(area);
    for (const [key, value] of Object.entries({ f1cAAAAAAAAAA: '!!!', f1mdevice1: { v: 1 }, 'f1m../x': {}, f1mdevice2: 'text', other: [1], __proto__x: 1 }))
      area.data.set(key, JSON.stringify(value));
    const report = await laptop.browser(area);
    expect(report.damaged.sort()).toEqual(['f1cAAAAAAAAAA', 'f1m../x', 'f1mdevice1', 'f1mdevice2']);
    expect(await laptop.rules()).toEqual(['tag: A']);
    expect(area.data.has('other')).toBe(true);
  });

  it('writes nothing where a later version writes', async () => {
    const area = new MemorySync();
    area.data.set('f2mdevice1', '1');
    const phone = new TestDevice('phone');
    await phone.put('tag: A');
    await expect(phone.browser(area)).rejects.toMatchObject({ code: 'newer-format' });
    expect(area.data.size).toBe(1);
  });

  it('reports a refused write as what it is', async () => {
    const area = new MemorySync();
    const phone = new TestDevice('phone');
    await phone.put('tag: A');
    area.set = () => Promise.reject(new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.'));
    await expect(phone.browser(area)).rejects.toMatchObject({ code: 'busy' });
    area.set = () => Promise.reject(new Error('QuotaExceededError: storage.sync API call exceeded its quota limitations.'));
    await expect(phone.browser(area)).rejects.toMatchObject({ code: 'full' });
  });

  it('says beforehand what joining would do', async () => {
    const area = new MemorySync();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A', 'tag: B');
    await phone.browser(area);
    await laptop.put('tag: B', 'tag: C');
    expect(await previewBrowser({ area, truth: laptop.store, now: () => 0 })).toEqual({ here: 2, there: 2, together: 3, removed: 0, devices: 1 });
  });
});
