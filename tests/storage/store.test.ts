import { describe, expect, it } from 'vitest';
import { MemoryArea, storeOver } from './memory-area';
import type { Op } from '../../src/storage/operations';

const put = (id: string, fields: object = {}): Op => ({ op: 'put-rule', rule: { id, ...fields } });
const ids = (snapshot: { rules: { id: string }[] }): string[] => snapshot.rules.map((rule) => rule.id).sort();

describe('the store', () => {
  it('starts empty, with a device id that it keeps', async () => {
    const area = new MemoryArea();
    const store = storeOver(area);
    expect(await store.load()).toMatchObject({ rules: [], lists: [], lines: [], revision: 0, trouble: [], status: 'ok' });
    const { device } = await store.document();
    expect(device).toMatch(/^[\w-]{11}$/);
    expect((await storeOver(area, 'other').document()).device).toBe(device);
  });

  it('keeps rules, lists, lines and settings over a restart', async () => {
    const area = new MemoryArea();
    await storeOver(area).edit([
      put('tag: Fluff', { action: 'highlight', note: 'nice\tand "warm"\n', list: 'a' }),
      put('tag: "__proto__"'),
      { op: 'put-list', list: { id: 'a', name: 'Comfort', on: false } },
      { op: 'put-line', line: { list: 'a', text: 'fold wrods: <5' } },
      { op: 'set', name: 'site-off:ao3', value: true },
      { op: 'set', name: '__proto__', value: { constructor: 1 } },
    ]);
    const snapshot = await storeOver(area).load();
    expect(snapshot.rules).toEqual([{ id: 'tag: Fluff', action: 'highlight', note: 'nice\tand "warm"\n', list: 'a' }, { id: 'tag: "__proto__"' }]);
    expect(snapshot.lists).toEqual([{ id: 'a', name: 'Comfort', on: false }]);
    expect(snapshot.lines).toEqual([{ list: 'a', text: 'fold wrods: <5' }]);
    expect([...snapshot.settings]).toEqual([
      ['site-off:ao3', true],
      ['__proto__', { constructor: 1 }],
    ]);
    expect(snapshot.revision).toBe(1);
  });

  it('does one atomic write per edit, however many operations it has', async () => {
    const area = new MemoryArea();
    const store = storeOver(area);
    await store.load();
    const before = area.sets;
    await store.edit(Array.from({ length: 15 }, (_, i) => put(`tag: ${i}`)));
    expect(area.sets - before).toBe(1);
  });

  it('writes nothing for an edit that changes nothing', async () => {
    const area = new MemoryArea();
    const store = storeOver(area);
    await store.edit([put('tag: A', { action: 'hide' })]);
    const { sets } = area;
    expect(await store.edit([put('tag: A', { action: 'hide' }), { op: 'remove-rule', id: 'tag: B' }, { op: 'set', name: 'x', value: null }])).toEqual({
      revision: 1,
      undo: '',
      differences: [],
    });
    expect(area.sets).toBe(sets);
  });

  it('sets fields that are left out back to their default', async () => {
    const store = storeOver(new MemoryArea());
    await store.edit([put('tag: A', { action: 'hide', note: 'x', strict: true })]);
    await store.edit([put('tag: A', { note: 'y' })]);
    expect((await store.load()).rules).toEqual([{ id: 'tag: A', note: 'y' }]);
  });

  it('replaces a rule whose conditions were edited', async () => {
    const store = storeOver(new MemoryArea());
    await store.edit([put('tag: A')]);
    await store.edit([{ op: 'put-rule', rule: { id: 'tag: B' }, was: { id: 'tag: A' } }]);
    expect(ids(await store.load())).toEqual(['tag: B']);
  });

  describe('with what the reader saw before', () => {
    const seen = { id: 'tag: A', action: 'hide' as const, list: 'l' };

    it('changes only what differs, so that a change made elsewhere meanwhile stays', async () => {
      const store = storeOver(new MemoryArea());
      await store.edit([{ op: 'put-rule', rule: seen }]);
      await store.edit([{ op: 'put-rule', rule: { ...seen, action: 'fold', note: 'elsewhere' } }]);
      await store.edit([{ op: 'put-rule', rule: { ...seen, off: true }, was: seen }]);
      expect((await store.load()).rules).toEqual([{ ...seen, action: 'fold', note: 'elsewhere', off: true }]);
    });

    it('takes such a change along to the rule that takes its place', async () => {
      const store = storeOver(new MemoryArea());
      await store.edit([{ op: 'put-rule', rule: { ...seen, note: 'elsewhere' } }]);
      await store.edit([{ op: 'put-rule', rule: { id: 'tag: B', list: 'mine' }, was: seen }]);
      expect((await store.load()).rules).toEqual([{ id: 'tag: B', note: 'elsewhere' }]);
    });

    it('has the whole rule when there is nothing left of the one that was seen', async () => {
      const store = storeOver(new MemoryArea());
      await store.edit([{ op: 'put-rule', rule: { ...seen, off: true }, was: seen }]);
      expect((await store.load()).rules).toEqual([{ ...seen, off: true }]);
    });

    it('brings a rule that was removed elsewhere meanwhile back with all its fields', async () => {
      const store = storeOver(new MemoryArea());
      await store.edit([{ op: 'put-rule', rule: seen }]);
      await store.edit([{ op: 'remove-rule', id: seen.id }]);
      await store.edit([{ op: 'put-rule', rule: { ...seen, off: true }, was: seen }]);
      expect((await store.load()).rules).toEqual([{ ...seen, off: true }]);
    });

    it('changes only what differs of a list', async () => {
      const store = storeOver(new MemoryArea());
      const list = { id: 'l', name: 'L', on: true };
      await store.edit([{ op: 'put-list', list }]);
      await store.edit([{ op: 'put-list', list: { ...list, name: 'renamed elsewhere' } }]);
      await store.edit([{ op: 'put-list', list: { ...list, on: false }, was: list }]);
      expect((await store.load()).lists).toEqual([{ id: 'l', name: 'renamed elsewhere', on: false }]);
    });

    it('changes only what was written in the text of a list', async () => {
      const store = storeOver(new MemoryArea());
      await store.edit([{ op: 'put-rule', rule: { ...seen, note: 'elsewhere' } }]);
      await store.edit([{ op: 'replace-list', list: 'l', rules: [{ ...seen, action: 'fold' }], lines: [], was: { rules: [seen], lines: [] } }]);
      expect((await store.load()).rules).toEqual([{ ...seen, action: 'fold', note: 'elsewhere' }]);
    });

    it('takes back only what it had changed', async () => {
      const store = storeOver(new MemoryArea());
      await store.edit([{ op: 'put-rule', rule: seen }]);
      const { undo } = await store.edit([{ op: 'put-rule', rule: { ...seen, off: true } }]);
      await store.edit([{ op: 'put-rule', rule: { ...seen, off: true, note: 'later' } }]);
      await store.undo(undo);
      expect((await store.load()).rules).toEqual([{ ...seen, note: 'later' }]);
    });
  });

  it('takes a list saved in the text editor as a whole, moving rules and dropping what is gone', async () => {
    const store = storeOver(new MemoryArea());
    await store.edit([put('tag: A', { list: 'l' }), put('tag: B', { list: 'l' }), put('tag: C'), { op: 'put-line', line: { list: 'l', text: 'old' } }]);
    await store.edit([{ op: 'replace-list', list: 'l', rules: [{ id: 'tag: B', action: 'hide' }, { id: 'tag: C' }], lines: [{ text: 'new' }] }]);
    const snapshot = await store.load();
    expect(snapshot.rules).toEqual([
      { id: 'tag: B', action: 'hide', list: 'l' },
      { id: 'tag: C', list: 'l' },
    ]);
    expect(snapshot.lines).toEqual([{ list: 'l', text: 'new' }]);
  });

  it('leaves alone what came into a list, or changed in it, while its text was being written', async () => {
    const store = storeOver(new MemoryArea());
    const opened = [{ id: 'tag: A' }, { id: 'tag: B' }, { id: 'tag: C' }];
    await store.edit([...opened.map((rule): Op => ({ op: 'put-rule', rule: { ...rule, list: 'l' } })), { op: 'put-line', line: { list: 'l', text: 'old' } }]);
    const was = { rules: opened.map((rule) => ({ ...rule, list: 'l' })), lines: [{ text: 'old' }] };
    await store.edit([put('tag: new', { list: 'l' }), put('tag: B', { list: 'l', note: 'elsewhere' }), { op: 'put-line', line: { list: 'l', text: 'new' } }]);
    await store.edit([
      {
        op: 'replace-list',
        list: 'l',
        rules: [
          { id: 'tag: B', list: 'l' },
          { id: 'tag: C', action: 'hide', list: 'l' },
        ],
        lines: [],
        was,
      },
    ]);
    const { rules, lines } = await store.load();
    expect(rules).toEqual([
      { id: 'tag: B', list: 'l', note: 'elsewhere' },
      { id: 'tag: C', list: 'l', action: 'hide' },
      { id: 'tag: new', list: 'l' },
    ]);
    expect(lines).toEqual([{ list: 'l', text: 'new' }]);
  });

  it('removes a list with its rules and lines, and undo brings all of it back', async () => {
    const store = storeOver(new MemoryArea());
    await store.edit([
      { op: 'put-list', list: { id: 'l', name: 'L', on: true } },
      put('tag: A', { list: 'l', note: 'n' }),
      put('tag: B'),
      { op: 'put-line', line: { list: 'l', text: '?' } },
    ]);
    const before = await store.load();
    const { undo } = await store.edit([{ op: 'remove-list', id: 'l' }]);
    const after = await store.load();
    expect([after.rules, after.lists, after.lines]).toEqual([[{ id: 'tag: B' }], [], []]);
    await store.undo(undo);
    const back = await store.load();
    expect(back.rules).toEqual(before.rules);
    expect(back.lists).toEqual(before.lists);
    expect(back.lines).toEqual(before.lines);
  });

  it('undoes an undo', async () => {
    const store = storeOver(new MemoryArea());
    const { undo } = await store.edit([put('tag: A', { action: 'hide' }), { op: 'set', name: 's', value: 1 }]);
    const redo = await store.undo(undo);
    expect((await store.load()).rules).toEqual([]);
    expect((await store.load()).settings.size).toBe(0);
    await store.undo(redo.undo);
    expect((await store.load()).rules).toEqual([{ id: 'tag: A', action: 'hide' }]);
    expect((await store.load()).settings.get('s')).toBe(1);
  });

  it('undoes only the rules that are asked for', async () => {
    const store = storeOver(new MemoryArea());
    const { undo } = await store.edit([put('tag: A'), put('tag: B')]);
    await store.undo(undo, ['tag: A']);
    expect(ids(await store.load())).toEqual(['tag: B']);
  });

  it('says so when the journal no longer holds a step', async () => {
    await expect(storeOver(new MemoryArea()).undo('nothing')).rejects.toMatchObject({ code: 'gone' });
  });

  it('holds the last 200 steps and removes the bodies of older ones', async () => {
    const area = new MemoryArea();
    const store = storeOver(area);
    const { undo } = await store.edit([put('tag: first')]);
    for (let i = 0; i < 205; i++) await store.edit([put(`tag: ${i}`)]);
    expect(await store.steps()).toHaveLength(200);
    expect([...area.data.keys()].filter((key) => key.startsWith('journal/'))).toHaveLength(200);
    await expect(store.undo(undo)).rejects.toMatchObject({ code: 'gone' });
  });

  it('tells its listeners what changed, and stops when asked', async () => {
    const store = storeOver(new MemoryArea());
    const heard: number[] = [];
    const stop = store.onChange(({ revision, differences }) => heard.push(revision, differences.length));
    await store.edit([put('tag: A'), put('tag: B')]);
    stop();
    await store.edit([put('tag: C')]);
    expect(heard).toEqual([1, 2]);
  });

  it('takes edits made at the same moment one after the other', async () => {
    const store = storeOver(new MemoryArea());
    await Promise.all(Array.from({ length: 30 }, (_, i) => store.edit([put(`tag: ${i}`)])));
    expect((await store.load()).rules).toHaveLength(30);
    expect((await store.load()).revision).toBe(30);
  });

  it('notices what another worker has written', async () => {
    const area = new MemoryArea();
    const [one, two] = [storeOver(area, 'one'), storeOver(area, 'two')];
    await one.edit([put('tag: A')]);
    await two.load();
    await one.edit([put('tag: B')]);
    await two.edit([put('tag: C')]);
    expect(ids(await storeOver(area).load())).toEqual(['tag: A', 'tag: B', 'tag: C']);
  });

  it('reports a failed write and stays as it was', async () => {
    const area = new MemoryArea();
    const store = storeOver(area);
    await store.edit([put('tag: A')]);
    const { set } = area;
    area.set = () => Promise.reject(new Error('disk full'));
    await expect(store.edit([put('tag: B')])).rejects.toMatchObject({ code: 'write-failed' });
    expect(ids(await store.load())).toEqual(['tag: A']);
    area.set = set;
    await store.edit([put('tag: C')]);
    expect(ids(await storeOver(area).load())).toEqual(['tag: A', 'tag: C']);
  });
});
