import { describe, expect, it } from 'vitest';
import { Killed, MemoryArea, storeOver } from './memory-area';
import type { Op } from '../../src/storage/operations';

const put = (id: string, fields: object = {}): Op => ({ op: 'put-rule', rule: { id, ...fields } });

describe('a worker killed at any step', () => {
  const story: Op[][] = [
    [put('tag: A', { note: '1' }), { op: 'set', name: 's', value: 1 }],
    [{ op: 'remove-rule', id: 'tag: A' }, put('tag: B')],
    Array.from({ length: 30 }, (_, i) => put(`tag: bulk ${i}`)),
    [{ op: 'replace-list', list: 'mine', rules: [{ id: 'tag: B', action: 'hide' }], lines: [{ text: '?' }] }],
  ];

  /** Runs the story; returns how many edits were acknowledged. */
  async function run(area: MemoryArea): Promise<number> {
    const store = storeOver(area);
    let done = 0;
    try {
      for (const ops of story) {
        await store.edit(ops, done === 2 ? 'import' : 'edit');
        done++;
      }
    } catch (error) {
      if (!(error instanceof Killed) && !((error as Error).cause instanceof Killed)) throw error;
    }
    return done;
  }

  const seen = async (area: MemoryArea) => {
    const { rules, lines, settings } = await storeOver(area).load();
    return JSON.stringify([rules, lines, [...settings]]);
  };

  it('has either all of an edit or nothing of it, and never loses one that was acknowledged', async () => {
    const states: string[] = [];
    for (let n = 0; n <= story.length; n++) {
      const area = new MemoryArea();
      const store = storeOver(area);
      for (const ops of story.slice(0, n)) await store.edit(ops);
      states.push(await seen(area));
    }
    expect(new Set(states).size).toBe(story.length + 1);
    let kills = 0;
    for (let call = 1; ; call++) {
      let finished = 0;
      for (const effect of ['before', 'after'] as const) {
        const area = new MemoryArea();
        area.dieAt(call, effect);
        const done = await run(area);
        const found = states.indexOf(await seen(area.restarted()));
        expect(found).toBeGreaterThanOrEqual(done);
        expect(found).toBeLessThanOrEqual(done + 1);
        if (done === story.length) finished++;
        else kills++;
      }
      if (finished === 2) break;
    }
    expect(kills).toBeGreaterThan(15);
  });
});
