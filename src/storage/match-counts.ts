import * as z from 'zod/mini';
import type { Deps } from './area';

const KEY = 'match-counts';
const DAY = 86_400_000;
/** Days that are kept; a rule that acted on none of them is told as unused. */
const KEPT_DAYS = 90;
/** Judging is frequent and the counts are not precious: they are written together, some seconds later. */
const WRITE_AFTER = 2000;

const schema = z.object({ since: z.number(), days: z.record(z.string(), z.record(z.string(), z.number())) });

interface Counts {
  /** Milliseconds since 1970 at which counting began. */
  since: number;
  /** By day since 1970, then by rule: how many works it acted on. */
  days: Map<number, Map<string, number>>;
}

/** How often each rule acted on a day. Of this device alone: never synced, no part of an export. */
export class MatchCounts {
  private readonly pending = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deps: Pick<Deps, 'area' | 'now' | 'exclusively'>) {}

  /** Counts rules that acted on a work. */
  note(rules: readonly string[]): void {
    for (const rule of rules) this.pending.set(rule, (this.pending.get(rule) ?? 0) + 1);
    if (this.pending.size > 0) this.timer ??= setTimeout(() => void this.flush(), WRITE_AFTER);
  }

  /** Writes what was counted since the last time. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const noted = [...this.pending];
    this.pending.clear();
    await this.deps.exclusively(async () => {
      const counts = await this.read();
      const today = Math.floor(this.deps.now() / DAY);
      const day = counts.days.get(today) ?? new Map<string, number>();
      for (const [rule, times] of noted) day.set(rule, (day.get(rule) ?? 0) + times);
      counts.days.set(today, day);
      for (const old of counts.days.keys()) if (old <= today - KEPT_DAYS) counts.days.delete(old);
      const days = Object.fromEntries([...counts.days].map(([number, rules]) => [number, Object.fromEntries(rules)]));
      await this.deps.area.set({ [KEY]: { since: counts.since, days } });
    });
  }

  /** When counting began, and for each rule the start of the last day on which it acted, in ms. */
  async lastMatches(): Promise<{ since: number; last: Record<string, number> }> {
    const { since, days } = await this.read();
    const last = new Map<string, number>();
    for (const [day, rules] of [...days].sort(([a], [b]) => a - b)) for (const rule of rules.keys()) last.set(rule, day * DAY);
    return { since, last: Object.fromEntries(last) };
  }

  /** What cannot be read is counted anew; nothing of the reader's is in it. */
  private async read(): Promise<Counts> {
    const parsed = schema.safeParse((await this.deps.area.get([KEY]))[KEY]);
    if (!parsed.success) return { since: this.deps.now(), days: new Map() };
    return { since: parsed.data.since, days: new Map(Object.entries(parsed.data.days).map(([day, rules]) => [Number(day), new Map(Object.entries(rules))])) };
  }
}
