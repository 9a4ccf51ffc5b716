import { describe, expect, it } from 'vitest';
import type { Op } from '../../src/storage/operations';
import { MemoryArea, storeOver } from './memory-area';

const DAY = 86_400_000;
const put = (...ids: string[]): Op[] => ids.map((id) => ({ op: 'put-rule', rule: { id } }));
const remove = (...ids: string[]): Op[] => ids.map((id) => ({ op: 'remove-rule', id }));
const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `tag: ${i}`);

describe('kept copies', () => {
  it('are made before an import, before a big edit and before one that removes, and not before small ones', async () => {
    const store = storeOver(new MemoryArea());
    await store.edit(put('tag: A'));
    await store.edit(put('tag: B'), 'import');
    await store.edit(put(...many(30)));
    await store.edit(put('tag: C'));
    await store.edit(remove('tag: C'));
    expect((await store.copies()).map(({ reason, rules }) => [reason, rules])).toEqual([
      ['edit', 33],
      ['edit', 2],
      ['import', 1],
    ]);
  });

  it('are made daily, once', async () => {
    const clock = { now: Date.UTC(2026, 0, 1) };
    const store = storeOver(new MemoryArea(), 'a', clock);
    await store.edit(put('tag: A'));
    for (const hours of [0, 1, 22, 2, 1]) {
      clock.now += hours * 3_600_000;
      await store.daily();
    }
    expect((await store.copies()).map((copy) => copy.reason)).toEqual(['daily', 'daily']);
  });

  it('are the last 30; older ones leave nothing behind', async () => {
    const clock = { now: Date.UTC(2026, 0, 1) };
    const area = new MemoryArea();
    const store = storeOver(area, 'a', clock);
    for (let i = 0; i < 40; i++) {
      clock.now += DAY;
      await store.edit(put(`tag: ${i}`));
      await store.daily();
    }
    expect(await store.copies()).toHaveLength(30);
    expect([...area.data.keys()].filter((key) => key.startsWith('history/'))).toHaveLength(30);
  });

  it('show what going back would change, and bring back what is missing or everything exactly', async () => {
    const store = storeOver(new MemoryArea());
    await store.edit([...put('tag: A', 'tag: B'), { op: 'set', name: 's', value: 1 }]);
    await store.edit([{ op: 'put-rule', rule: { id: 'tag: B', action: 'hide' } }, ...remove('tag: A'), ...put('tag: C'), { op: 'set', name: 's', value: 2 }]);
    const [copy] = await store.copies();
    expect((await store.compare(copy!.id)).map(({ id, before, after }) => [id, before, after])).toEqual([
      ['tag: A', null, {}],
      ['tag: B', { action: 'hide' }, {}],
      ['tag: C', {}, null],
      ['s', { value: 2 }, { value: 1 }],
    ]);
    const missing = await store.restore(copy!.id, 'missing');
    expect((await store.load()).rules).toEqual([{ id: 'tag: A' }, { id: 'tag: B', action: 'hide' }, { id: 'tag: C' }]);
    await store.undo(missing.undo);
    const exactly = await store.restore(copy!.id, 'exactly');
    expect((await store.load()).rules).toEqual([{ id: 'tag: A' }, { id: 'tag: B' }]);
    expect((await store.load()).settings.get('s')).toBe(1);
    await store.undo(exactly.undo);
    expect((await store.load()).rules.map((rule) => rule.id).sort()).toEqual(['tag: B', 'tag: C']);
    expect((await store.copies()).filter((one) => one.reason === 'restore')).toHaveLength(2);
  });

  it('that are gone or damaged are said to be gone', async () => {
    const area = new MemoryArea();
    const store = storeOver(area);
    await store.edit(put('tag: A'));
    await store.edit(put('tag: B'), 'import');
    const [copy] = await store.copies();
    area.data.set(`history/${copy!.id}`, '"AAAA"');
    await expect(store.restore(copy!.id, 'exactly')).rejects.toMatchObject({ code: 'gone' });
    await expect(store.compare('nothing')).rejects.toMatchObject({ code: 'gone' });
    expect((await store.load()).rules).toHaveLength(2);
  });
});

describe('the trash', () => {
  it('holds removed rules with their fields for 30 days', async () => {
    const clock = { now: Date.UTC(2026, 0, 1) };
    const store = storeOver(new MemoryArea(), 'a', clock);
    await store.edit([{ op: 'put-rule', rule: { id: 'tag: A', note: 'why' } }, ...put('tag: B')]);
    await store.edit(remove('tag: A'));
    clock.now += 20 * DAY;
    await store.edit(remove('tag: B'));
    const { device } = await store.document();
    expect(await store.trash()).toEqual([
      { rule: { id: 'tag: B' }, day: 20474, device },
      { rule: { id: 'tag: A', note: 'why' }, day: 20454, device },
    ]);
    clock.now += 11 * DAY;
    expect((await store.trash()).map((one) => one.rule.id)).toEqual(['tag: B']);
    await store.edit(put('tag: B'));
    expect(await store.trash()).toEqual([]);
  });
});

describe('expiry', () => {
  const day = (n: number): number => Date.UTC(2026, 0, 1) + n * DAY;

  it('drops tombstones 30 days after the removal when every device has synced since; later rules start above them', async () => {
    const clock = { now: day(0) };
    const store = storeOver(new MemoryArea(), 'a', clock);
    await store.edit(put('tag: A', 'tag: B'));
    await store.edit(put('tag: A'));
    await store.edit(remove('tag: A'));
    const gone = async (): Promise<number> => [...(await store.document()).document.entries.get('rule')!.values()].filter((entry) => entry.cl % 2 === 0).length;
    clock.now = day(29);
    await store.daily();
    expect(await gone()).toBe(1);
    clock.now = day(32);
    await store.change(
      (document, by) => ({ ...document, devices: new Map(document.devices).set(by.device, { ...document.devices.get(by.device)!, day: 20454 + 32 }) }),
      { label: 'merge' },
    );
    await store.daily();
    expect(await gone()).toBe(0);
    expect((await store.document()).document.floor).toBe(2);
    await store.edit(put('tag: A', 'tag: new'));
    const { document } = await store.document();
    expect(document.entries.get('rule')!.get('tag: A')!.cl).toBe(3);
    expect(document.entries.get('rule')!.get('tag: new')!.cl).toBe(3);
  });

  it('waits for a device that was away, but not for one that was silent for half a year', async () => {
    const clock = { now: day(0) };
    const store = storeOver(new MemoryArea(), 'a', clock);
    await store.edit(put('tag: A'));
    await store.edit(remove('tag: A'));
    const seen = (other: number): Promise<unknown> =>
      store.change(
        (document, by) => ({
          ...document,
          devices: new Map([
            [by.device, { seq: 2, day: 20454 + 400, name: '', app: '' }],
            ['other', { seq: 1, day: 20454 + other, name: '', app: '' }],
          ]),
        }),
        { label: 'merge' },
      );
    clock.now = day(100);
    await seen(20);
    await store.daily();
    expect((await store.document()).document.entries.get('rule')!.size).toBe(1);
    clock.now = day(201);
    await store.daily();
    expect((await store.document()).document.entries.get('rule')!.size).toBe(0);
  });
});
