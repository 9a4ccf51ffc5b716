import { beforeEach, describe, expect, it } from 'vitest';
import type { Reason, Verdict } from '../../src/domain/verdict';
import { emptyWork, type Work } from '../../src/domain/work';
import { Activity } from '../../src/storage/activity/activity';
import { MOST_FOLDED } from '../../src/storage/activity/folded-works';
import { MOST_SEEN } from '../../src/storage/activity/seen-works';
import { queue } from '../../src/storage/area';
import { MemoryArea } from './memory-area';

process.env.TZ = 'UTC';
const DAY = 86_400_000;
const TODAY = 20_000 * DAY;

const work = (id: number, more: Partial<Work> = {}): Work => ({
  ...emptyWork('work'),
  subject: 'work',
  id: String(id),
  url: `https://archiveofourown.org/works/${id}`,
  title: `Work ${id}`,
  freeforms: ['Fluff'],
  ...more,
});
const because = (rule: string): Reason => ({ rule, list: 'mine', listName: 'My rules', words: ['Fluff'], reveal: 'full' });
const folds = (...rules: string[]): Verdict => ({ action: 'fold', reasons: rules.map(because) });
const SHOWN: Verdict = { action: 'show', reasons: [] };

let area: MemoryArea;
let now: number;
let activity: Activity;
const open = (): Activity => {
  let drawn = 0;
  return new Activity({ area, now: () => now, random: (bytes) => void bytes.fill(++drawn), exclusively: queue() });
};
const note = async (works: readonly Work[], verdict = SHOWN): Promise<void> => {
  activity.note(
    'ao3',
    works.map((one) => ({ work: one, verdict })),
  );
  await activity.flush();
};
const range = (from: number, to: number): Work[] => Array.from({ length: to - from }, (_, index) => work(from + index));
const seenIds = async (): Promise<number[]> => (await activity.seen()).map((one) => Number(one.work.id));

beforeEach(() => {
  area = new MemoryArea();
  now = TODAY + 5;
  activity = open();
});

describe('what happened on this device', () => {
  it('is counted once for each work, rule and day, however often a page is judged', async () => {
    await note([work(1), work(2)], folds('tag: "A"'));
    await note([work(1)], folds('tag: "A"'));
    // A worker that starts anew knows it from the list of folded works.
    activity = open();
    await note([work(1), work(2)], folds('tag: "A"'));
    await note([work(1)], folds('tag: "A"', 'tag: "B"'));
    expect((await activity.days()).days).toEqual([
      {
        day: 20_000,
        rules: new Map([
          ['tag: "A"', 2],
          ['tag: "B"', 1],
        ]),
        works: 2,
      },
    ]);
    now += DAY;
    await note([work(1)], folds('tag: "A"'));
    expect((await activity.days()).days[1]).toEqual({ day: 20_001, rules: new Map([['tag: "A"', 1]]), works: 1 });
  });

  it('counts rules that mark a work, but not as folded', async () => {
    await note([work(1)], { action: 'highlight', reasons: [because('tag: "A"')] });
    expect((await activity.days()).days).toEqual([{ day: 20_000, rules: new Map([['tag: "A"', 1]]), works: 0 }]);
    expect(await activity.folded()).toEqual([]);
  });

  it('lists what was folded, the last first, and lets go of what is shown by now', async () => {
    await note([work(1), work(2)], folds('tag: "A"'));
    now += 1000;
    await note([work(1)], folds('tag: "B"'));
    expect((await activity.folded()).map(({ id, reasons }) => [id, reasons[0]?.rule])).toEqual([
      ['1', 'tag: "B"'],
      ['2', 'tag: "A"'],
    ]);
    await note([work(2)], SHOWN);
    expect((await activity.folded()).map(({ id }) => id)).toEqual(['1']);
  });

  it('lists no more than a few hundred', async () => {
    for (let from = 0; from < 900; from += 100) await note(range(from, from + 100), folds('tag: "A"'));
    const folded = await activity.folded();
    expect(folded).toHaveLength(MOST_FOLDED);
    expect(folded[0]?.id).toBe('899');
  });

  it('writes once for all that came within a moment, and reads nothing before', async () => {
    activity.note('ao3', [{ work: work(1), verdict: folds('tag: "A"') }]);
    activity.note('ao3', [{ work: work(2), verdict: SHOWN }]);
    expect(area.calls).toBe(0);
    await activity.flush();
    expect(area.sets).toBe(1);
  });

  it('is wiped at once, and comes back when that was a mistake', async () => {
    await note([work(1)], folds('tag: "A"'));
    activity.note('ao3', [{ work: work(2), verdict: folds('tag: "A"') }]);
    const token = await activity.forget();
    await activity.flush();
    expect(area.data.size).toBe(0);
    expect(await activity.restore('another token')).toBe(false);
    expect(await activity.restore(token)).toBe(true);
    expect(await seenIds()).toEqual([1]);
    expect((await activity.folded()).map(({ id }) => id)).toEqual(['1']);
    expect((await activity.days()).days).toHaveLength(1);
    expect(await activity.restore(token)).toBe(false);
    await activity.forget();
    expect(await activity.forget()).toBe('');
  });

  it.each([[null], [7], ['x'], [[null, 3, { at: 'now' }]], [{ part: 99, keys: [] }], [{ length: 5 }]])(
    'sets aside %j wherever it is stored, and goes on',
    async (value) => {
      const keys = ['folded-works', 'seen-works', 'match-counts', 'match-counts/20000', ...Array.from({ length: 10 }, (_, part) => `seen-works/${part}`)];
      await area.set(Object.fromEntries(keys.map((key) => [key, value])));
      expect(await activity.folded()).toEqual([]);
      expect(await activity.seen()).toEqual([]);
      await note([work(1)], folds('tag: "A"'));
      expect(await seenIds()).toEqual([1]);
      expect((await activity.folded()).map(({ id }) => id)).toEqual(['1']);
      expect((await activity.days()).days).toHaveLength(1);
    },
  );
});

describe('works seen recently', () => {
  it('are kept whole as far as rules look, and nothing of bookmarks', async () => {
    const bookmark = { id: '1', bookmarker: null, tags: ['secret'], collections: [], notes: 'secret', date: null, private: true, rec: false, own: false };
    const one = work(1, { summary: 'x'.repeat(5000), words: 1200, bookmark });
    await note([one]);
    const [seen] = await activity.seen();
    expect(seen).toEqual({ at: now, archive: 'ao3', work: { ...one, summary: 'x'.repeat(2000), bookmark: null } });
    expect([...area.data.values()].join()).not.toContain('secret');
  });

  it('are no works of the reader, no series, nothing without a number, and nothing huge', async () => {
    await note([
      work(1, { own: true }),
      work(2, { subject: 'series' }),
      { ...work(3), id: null },
      work(4, { freeforms: Array.from({ length: 2000 }, () => 'A long tag name') }),
      work(5),
    ]);
    expect(await seenIds()).toEqual([5]);
  });

  it('stay a few hundred, the last ones', async () => {
    for (let from = 0; from < 2000; from += 30) {
      now += 1;
      await note(range(from, from + 30));
    }
    const ids = await seenIds();
    expect(ids.length).toBeLessThanOrEqual(MOST_SEEN);
    expect(ids.length).toBeGreaterThan(MOST_SEEN - 50);
    expect(Math.min(...ids)).toBeGreaterThan(2010 - MOST_SEEN - 1);
    expect(ids[0]).toBeGreaterThan(1970);
    expect([...area.data.keys()].filter((key) => key.startsWith('seen-works/'))).toHaveLength(10);
  });

  it('are kept once each, and touch little when they are written', async () => {
    await note(range(0, 100));
    const before = new Map(area.data);
    await note(range(0, 20));
    expect(new Map(area.data)).toEqual(before);
    await note([work(99, { title: 'A new title' })]);
    const touched = [...area.data].filter(([key, value]) => before.get(key) !== value).map(([key]) => key);
    expect(touched).toEqual(['seen-works/2']);
    expect((await activity.seen()).find((one) => one.work.id === '99')?.work.title).toBe('A new title');
    expect(await seenIds()).toHaveLength(100);
  });

  it('are left out one by one where they cannot be read', async () => {
    await note(range(0, 3));
    const part = JSON.parse(area.data.get('seen-works/0') ?? '[]') as { work: object }[];
    part[1] = { ...part[1], work: { kind: 'work', title: { hostile: true } } };
    await area.set({ 'seen-works/0': part });
    expect(await seenIds()).toEqual([0, 2]);
  });
});
