import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate, VERSION } from '../../src/storage/migrations';
import { toStored } from '../../src/storage/stored';
import { MemoryArea, storeOver } from './memory-area';

const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));

async function areaWith(document: unknown): Promise<MemoryArea> {
  const area = new MemoryArea();
  await area.set({ document });
  return area;
}

describe('stored data', () => {
  it.each(Array.from({ length: VERSION }, (_, i) => i + 1))('of version %i is read as it was written', async (version) => {
    const { stored, expected } = fixture(`stored-v${version}.json`) as { stored: unknown; expected: object };
    const store = storeOver(await areaWith(stored));
    const { rules, lists, lines, settings, trouble } = await store.load();
    expect(JSON.parse(JSON.stringify({ rules, lists, lines, settings: [...settings], trouble }))).toEqual(expected);
  });

  it('of today is written as the newest fixture has it', async () => {
    const { stored } = fixture(`stored-v${VERSION}.json`) as { stored: unknown };
    const { document } = await storeOver(await areaWith(stored)).document();
    expect(JSON.parse(JSON.stringify(toStored(document)))).toEqual(stored);
  });

  it('is migrated one step at a time, and not past the last', () => {
    const chain = [(old: object) => ({ ...old, a: 1 }), (old: object) => ({ ...old, b: 2 })];
    expect(migrate({ v: 1, x: 0 }, chain)).toEqual({ v: 3, x: 0, a: 1, b: 2 });
    expect(migrate({ v: 2, x: 0 }, chain)).toEqual({ v: 3, x: 0, b: 2 });
    expect(migrate({ v: 3 }, chain)).toEqual({ v: 3 });
    expect(migrate({ v: 9 }, chain)).toEqual({ v: 9 });
    expect(migrate('text', chain)).toBe('text');
    expect(migrate({ v: 0 }, chain)).toEqual({ v: 0 });
  });
});

describe('data that can not be read', () => {
  const good = { v: 1, entries: '=setting\ns\t\t\t{"value":[1,"d",true]}\n=rule\ntag: A\ntag: B', devices: [], floor: 0 };

  it.each([
    ['entry', { ...good, entries: '=setting\ns\t\t{"value":true}\n=rule\ntag: A\ntag: bad\tx\ntag: B' }],
    ['entry', { ...good, entries: '=setting\ns\t\t{"value":true}\n=rule\ntag: A\ntag: bad\t1\t[]\ntag: B' }],
    ['entry', { ...good, entries: '=setting\ns\t\t{"value":true}\n=rule\ntag: A\ntag: bad\t1\t\t{"note":1}\ntag: B' }],
    ['entry', { ...good, entries: `${good.entries}\ntag: gone\t2@5,dev` }],
    ['entry', { ...good, entries: `${good.entries}\ntag: base\t\t\t\t5,{"note":-1}` }],
    ['device', { ...good, devices: [['device', { seq: -1 }]] }],
    ['device', { ...good, devices: [['a:b', { seq: 1, day: 1, name: '', app: '' }]] }],
  ])('(one %s) is set aside and told; the rest works', async (code, document) => {
    const area = await areaWith(document);
    const store = storeOver(area);
    const snapshot = await store.load();
    expect(snapshot.rules).toEqual([{ id: 'tag: A' }, { id: 'tag: B' }]);
    expect(snapshot.settings.get('s')).toBe(true);
    expect(snapshot.trouble).toHaveLength(1);
    expect(snapshot.trouble[0]!.code).toBe(code);
    await store.edit([{ op: 'put-rule', rule: { id: 'tag: C' } }]);
    const later = storeOver(area.restarted());
    expect((await later.load()).trouble).toEqual(snapshot.trouble);
    expect(await later.setAside()).toHaveLength(1);
    await later.forgetSetAside();
    expect((await later.load()).trouble).toEqual([]);
    expect((await storeOver(area).load()).rules).toHaveLength(3);
  });

  it.each([false, true])(
    'is obeyed as far as it can be read while there is no room to set the rest aside, which is done with the next edit (copy first: %s)',
    async (copies) => {
      const area = await areaWith({ ...good, entries: `${good.entries}\ntag: bad\tx` });
      const { set } = area;
      area.set = () => Promise.reject(new Error('QuotaExceededError'));
      const store = storeOver(area);
      expect(await store.load()).toMatchObject({ rules: [{ id: 'tag: A' }, { id: 'tag: B' }], trouble: [{ code: 'entry' }] });
      await expect(store.edit([{ op: 'put-rule', rule: { id: 'tag: C' } }])).rejects.toMatchObject({ code: 'write-failed' });
      area.set = set;
      await store.edit([{ op: 'put-rule', rule: { id: 'tag: C' } }], copies ? 'import' : 'edit');
      const later = storeOver(area.restarted());
      expect((await later.load()).rules.map(({ id }) => id)).toEqual(['tag: A', 'tag: B', 'tag: C']);
      expect((await later.setAside()).map((part) => part.value)).toEqual([{ kind: 'rule', line: 'tag: bad\tx' }]);
      expect(await later.steps()).toHaveLength(1);
      expect(await later.copies()).toHaveLength(copies ? 1 : 0);
    },
  );

  it('(the whole value) is set aside, and the newest copy takes its place as a new device', async () => {
    const area = new MemoryArea();
    const store = storeOver(area);
    await store.edit([{ op: 'put-rule', rule: { id: 'tag: A' } }]);
    await store.edit([{ op: 'put-rule', rule: { id: 'tag: B' } }], 'import');
    const { device } = await store.document();
    area.data.set('document', '"nonsense"');
    const again = storeOver(area, 'again');
    expect((await again.load()).rules).toEqual([{ id: 'tag: A' }]);
    expect((await again.load()).trouble).toEqual([{ code: 'document', detail: '"nonsense"' }]);
    expect((await again.document()).device).not.toBe(device);
    expect((await again.setAside()).map((part) => part.value)).toEqual(['nonsense']);
  });

  it.each(['journal', 'history'] as const)('(the %s) is set aside once, and starts anew', async (key) => {
    const area = new MemoryArea();
    await storeOver(area).edit([{ op: 'put-rule', rule: { id: 'tag: A' } }]);
    area.data.set(key, '{"steps":7}');
    expect((await storeOver(area, 'again').load()).trouble).toEqual([{ code: key, detail: '{"steps":7}' }]);
    const later = storeOver(area, 'later');
    const { undo } = await later.edit([{ op: 'put-rule', rule: { id: 'tag: B' } }]);
    expect((await later.setAside()).map(({ code, value }) => [code, value])).toEqual([[key, { steps: 7 }]]);
    await later.undo(undo);
    expect((await later.load()).rules).toEqual([{ id: 'tag: A' }]);
  });

  it('(a list of set-aside parts) becomes one more part', async () => {
    const area = await areaWith(good);
    await area.set({ 'set-aside': 'broken', device: { id: 'abcdefgh' } });
    expect(await storeOver(area).setAside()).toMatchObject([{ value: 'broken' }]);
  });

  it('(the journal and the history) start anew without touching the rules', async () => {
    const area = await areaWith(good);
    await area.set({ journal: 7, history: [], revision: null, device: { id: 5 } });
    expect((await storeOver(area).load()).rules).toHaveLength(2);
    expect(await storeOver(area).steps()).toEqual([]);
    expect(await storeOver(area).copies()).toEqual([]);
  });

  it('is never lost when the worker is killed while setting it aside', async () => {
    const bad = { ...good, entries: '=setting\ns\t\t{"value":true}\n=rule\ntag: A\ntag: bad\tx' };
    for (const effect of ['before', 'after'] as const) {
      for (let call = 1; call <= 4; call++) {
        const area = (await areaWith(bad)).restarted();
        area.dieAt(call, effect);
        await storeOver(area)
          .load()
          .catch(() => undefined);
        const later = area.restarted();
        expect((await storeOver(later).setAside()).map((part) => part.value)).toEqual([{ kind: 'rule', line: 'tag: bad\tx' }]);
      }
    }
  });
});

describe('data of a later version', () => {
  it('is read as far as possible and never written', async () => {
    const later = { v: VERSION + 1, entries: '=rule\ntag: A\ntag: odd\tx', devices: [], floor: 0, more: true };
    const area = await areaWith(later);
    const store = storeOver(area);
    expect(await store.load()).toMatchObject({ status: 'newer-version', rules: [{ id: 'tag: A' }], trouble: [{ code: 'newer-version', detail: '2' }] });
    await expect(store.edit([{ op: 'put-rule', rule: { id: 'tag: B' } }])).rejects.toMatchObject({ code: 'newer-version' });
    await store.daily();
    expect(JSON.parse(area.data.get('document')!)).toEqual(later);
    expect([...area.data.keys()]).toEqual(['document']);
  });

  it('is not written either when nothing of it can be read', async () => {
    const area = await areaWith({ v: VERSION + 1, blob: 'AAAA' });
    const store = storeOver(area);
    expect(await store.load()).toMatchObject({ status: 'newer-version', rules: [] });
    await expect(store.edit([{ op: 'set', name: 's', value: 1 }])).rejects.toMatchObject({ code: 'newer-version' });
    expect([...area.data.keys()]).toEqual(['document']);
  });
});
