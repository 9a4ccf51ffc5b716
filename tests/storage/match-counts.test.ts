import { beforeEach, describe, expect, it } from 'vitest';
import { hitsIn, lastMatches, MatchCounts } from '../../src/storage/activity/match-counts';
import { MemoryArea } from './memory-area';

process.env.TZ = 'UTC';
const DAY = 86_400_000;
const TODAY = 20_000 * DAY;

describe('counts of matches', () => {
  let area: MemoryArea;
  let now: number;
  const add = async (rules: string[], works = 0): Promise<void> => {
    const { items, gone } = await new MatchCounts(area).added(now, rules, works);
    await area.set(items);
    await area.remove(gone);
  };
  const all = () => new MatchCounts(area).all(now);
  beforeEach(() => {
    area = new MemoryArea();
    now = TODAY + 5;
  });

  it('are kept by rule and day, over the life of a worker', async () => {
    await add(['tag: "A"', 'tag: "A"', 'tag: "B"'], 2);
    await add(['tag: "B"'], 1);
    now += DAY;
    await add(['tag: "A"']);
    expect(await all()).toEqual({
      since: TODAY + 5,
      days: [
        {
          day: 20_000,
          rules: new Map([
            ['tag: "A"', 2],
            ['tag: "B"', 2],
          ]),
          works: 3,
        },
        { day: 20_001, rules: new Map([['tag: "A"', 1]]), works: 0 },
      ],
    });
    expect(lastMatches(await all())).toEqual({ since: TODAY + 5, last: { 'tag: "A"': TODAY + DAY, 'tag: "B"': TODAY } });
  });

  it('tell how often a rule acted lately, today included', async () => {
    await add(['tag: "A"']);
    now += 29 * DAY;
    await add(['tag: "A"', 'tag: "B"']);
    expect(hitsIn(await all(), now, 30)).toEqual(
      new Map([
        ['tag: "A"', 2],
        ['tag: "B"', 1],
      ]),
    );
    now += DAY;
    expect(hitsIn(await all(), now, 30)).toEqual(
      new Map([
        ['tag: "A"', 1],
        ['tag: "B"', 1],
      ]),
    );
    expect(hitsIn(await all(), now, 90)).toEqual(
      new Map([
        ['tag: "A"', 2],
        ['tag: "B"', 1],
      ]),
    );
  });

  it('forget days that are long past, but not when counting began', async () => {
    await add(['tag: "Old"']);
    now += 90 * DAY;
    await add(['tag: "New"']);
    expect(lastMatches(await all())).toEqual({ since: TODAY + 5, last: { 'tag: "New"': TODAY + 90 * DAY } });
    expect([...area.data.keys()].sort()).toEqual(['match-counts', 'match-counts/20090']);
  });

  it('do not grow with the number of rules beyond a bound', async () => {
    await add(Array.from({ length: 5000 }, (_, index) => `tag: "${index}"`));
    await add(['tag: "0"', 'tag: "one too many"']);
    const [day] = (await all()).days;
    expect(day?.rules.size).toBe(3000);
    expect(day?.rules.get('tag: "0"')).toBe(2);
  });

  it.each([[null], ['x'], [{ since: 'never' }], [{ since: 1, days: { 1: { rule: 'many' } } }]])('begin anew where %j is stored', async (value) => {
    await area.set({ 'match-counts': value, 'match-counts/20000': value });
    await add(['tag: "A"']);
    expect(lastMatches(await all())).toEqual({ since: TODAY + 5, last: { 'tag: "A"': TODAY } });
  });

  it('keep what can be read beside a day that cannot', async () => {
    await add(['tag: "A"']);
    now += DAY;
    await add(['toString', 'constructor']);
    await area.set({ 'match-counts/20000': { rules: { x: -1 }, works: 'many' } });
    expect(lastMatches(await all()).last).toEqual({ toString: TODAY + DAY, constructor: TODAY + DAY });
  });
});
