import { beforeEach, describe, expect, it } from 'vitest';
import { queue } from '../../src/storage/area';
import { MatchCounts } from '../../src/storage/match-counts';

const DAY = 86_400_000;
const TODAY = 20_000 * DAY;

describe('counts of matches', () => {
  let stored: Record<string, unknown>;
  let now: number;
  const open = (): MatchCounts =>
    new MatchCounts({
      area: {
        get: async (keys) => Object.fromEntries(keys.filter((key) => key in stored).map((key) => [key, structuredClone(stored[key])])),
        set: async (items) => void Object.assign(stored, structuredClone(items)),
        remove: async (keys) => keys.forEach((key) => delete stored[key]),
      },
      now: () => now,
      exclusively: queue(),
    });
  beforeEach(() => {
    stored = {};
    now = TODAY + 5;
  });

  it('are kept by rule and day, over the life of a worker', async () => {
    const counts = open();
    counts.note(['tag: "A"', 'tag: "A"', 'tag: "B"']);
    await counts.flush();
    now += DAY;
    const later = open();
    later.note(['tag: "A"']);
    await later.flush();
    expect(stored['match-counts']).toEqual({ since: TODAY + 5, days: { 20000: { 'tag: "A"': 2, 'tag: "B"': 1 }, 20001: { 'tag: "A"': 1 } } });
    expect(await open().lastMatches()).toEqual({ since: TODAY + 5, last: { 'tag: "A"': TODAY + DAY, 'tag: "B"': TODAY } });
  });

  it('forget days that are long past, but not when counting began', async () => {
    const counts = open();
    counts.note(['tag: "Old"']);
    await counts.flush();
    now += 90 * DAY;
    counts.note(['tag: "New"']);
    await counts.flush();
    expect(await counts.lastMatches()).toEqual({ since: TODAY + 5, last: { 'tag: "New"': TODAY + 90 * DAY } });
  });

  it.each([[null], ['x'], [{ since: 'never' }], [{ since: 1, days: { 1: { rule: 'many' } } }]])('begin anew where %j is stored', async (value) => {
    stored['match-counts'] = value;
    const counts = open();
    counts.note(['tag: "A"']);
    await counts.flush();
    expect(await counts.lastMatches()).toEqual({ since: TODAY + 5, last: { 'tag: "A"': TODAY } });
  });
});
