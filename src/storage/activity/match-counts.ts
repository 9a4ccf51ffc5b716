import * as z from 'zod/mini';
import { DAY } from '../../domain/document';
import type { Area } from '../area';

const KEY = 'match-counts';
/** Days that are kept; a rule that acted on none of them is told as unused. */
const KEPT_DAYS = 90;
/** More rules than act on one day of the heaviest reading; the rest is not counted. */
const MOST_RULES = 3000;

const indexSchema = z.object({ since: z.number(), days: z.array(z.int()) });
const count = z.int().check(z.nonnegative());
const daySchema = z.object({ rules: z.record(z.string(), count), works: count });

/** What happened on one day (see localDay): how many works each rule acted on, and how many works were folded or hidden. */
export interface DayCount {
  day: number;
  rules: ReadonlyMap<string, number>;
  works: number;
}

export interface Counts {
  /** Milliseconds since 1970 at which counting began. */
  since: number;
  /** Oldest first; days on which nothing happened are left out. */
  days: DayCount[];
}

/** Days since 1970 by the reader's own clock: an evening's reading is one day, wherever that is. */
export const localDay = (now: number): number => Math.floor((now - new Date(now).getTimezoneOffset() * 60_000) / DAY);

const dayKey = (day: number): string => `${KEY}/${day}`;

/**
 * How often each rule acted on a day. Of this device alone: never synced, no part of an export. Each day is a value
 * of its own, so that a write is never larger than what happened today.
 */
export class MatchCounts {
  constructor(private readonly area: Area) {}

  /**
   * Adds to a day's counts.
   * @param matched for each work that a rule acted on, the rule
   * @param works how many works were folded or hidden
   * @returns what is to be stored, and keys that are no longer needed
   */
  async added(now: number, matched: readonly string[], works: number): Promise<{ items: Record<string, unknown>; gone: string[] }> {
    const today = localDay(now);
    const { [KEY]: index, [dayKey(today)]: kept } = await this.area.get([KEY, dayKey(today)]);
    const { since, days } = readIndex(index, now);
    const before = readDay(today, kept);
    const rules = new Map(before?.rules);
    for (const rule of matched) if (rules.has(rule) || rules.size < MOST_RULES) rules.set(rule, (rules.get(rule) ?? 0) + 1);
    const stay = [...new Set([...days, today])].filter((day) => day > today - KEPT_DAYS && day <= today);
    return {
      items: { [KEY]: { since, days: stay }, [dayKey(today)]: { rules: Object.fromEntries(rules), works: (before?.works ?? 0) + works } },
      gone: days.filter((day) => !stay.includes(day)).map(dayKey),
    };
  }

  /** All that is kept. What cannot be read is counted anew; nothing of the reader's is in it. */
  async all(now: number): Promise<Counts> {
    const { since, days } = await this.index(now);
    const kept = await this.area.get(days.map(dayKey));
    return { since, days: days.sort((a, b) => a - b).flatMap((day) => readDay(day, kept[dayKey(day)]) ?? []) };
  }

  /** Keys under which something may be kept. */
  async keys(now: number): Promise<string[]> {
    return [KEY, ...(await this.index(now)).days.map(dayKey)];
  }

  private async index(now: number): Promise<z.infer<typeof indexSchema>> {
    return readIndex((await this.area.get([KEY]))[KEY], now);
  }
}

/** When counting began, and for each rule the start of the last day on which it acted, in ms. */
export function lastMatches({ since, days }: Counts): { since: number; last: Record<string, number> } {
  const last = new Map<string, number>();
  for (const { day, rules } of days) for (const rule of rules.keys()) last.set(rule, day * DAY);
  return { since, last: Object.fromEntries(last) };
}

/** How many works each rule acted on in the last days, today included. */
export function hitsIn({ days }: Counts, now: number, lately: number): Map<string, number> {
  const hits = new Map<string, number>();
  for (const { day, rules } of days) {
    if (day <= localDay(now) - lately) continue;
    for (const [rule, times] of rules) hits.set(rule, (hits.get(rule) ?? 0) + times);
  }
  return hits;
}

function readIndex(value: unknown, now: number): z.infer<typeof indexSchema> {
  const read = indexSchema.safeParse(value);
  return read.success ? read.data : { since: now, days: [] };
}

function readDay(day: number, value: unknown): DayCount | null {
  const read = daySchema.safeParse(value);
  return read.success ? { day, rules: new Map(Object.entries(read.data.rules)), works: read.data.works } : null;
}
