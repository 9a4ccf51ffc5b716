import type { Verdict } from '../../domain/verdict';
import type { Work } from '../../domain/work';
import { randomId, type Deps } from '../area';
import { localDay, MatchCounts, type Counts } from './match-counts';
import { foldedWork, keyOf, MOST_FOLDED, readFolded, type FoldedWork } from './folded-works';
import { SEEN_KEYS, SeenWorks, type SeenWork } from './seen-works';

const FOLDED = 'folded-works';
/** Judging is frequent and nothing here is precious: it is written together, some seconds later. */
const WRITE_AFTER = 2000;
/** More than a reader can look at within that time; the rest is forgotten. */
const MOST_WAITING = 1000;
/** As long as a reader may take to say that it was a mistake. */
const HOLD = 60_000;

interface Noted {
  archive: string;
  work: Work;
  verdict: Verdict;
  at: number;
}

/**
 * What happened on this device: how often rules acted, which works they folded, which works pages showed. It never
 * leaves the device, is no part of the reader's document, and has its bounds. Taking note costs the page nothing:
 * everything is read and written later.
 */
export class Activity {
  private readonly counts: MatchCounts;
  private readonly seenWorks: SeenWorks;
  private waiting: Noted[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Day, work and rule of what was counted: a page that is judged again is no new reading. */
  private counted: { day: number; keys: Set<string> } | null = null;
  /** What was wiped a moment ago, in memory only. */
  private held: { token: string; items: Record<string, unknown> } | null = null;

  constructor(private readonly deps: Deps) {
    this.counts = new MatchCounts(deps.area);
    this.seenWorks = new SeenWorks(deps.area);
  }

  /** Takes note of works that a page has shown to the reader. */
  note(archive: string, judged: readonly { work: Work; verdict: Verdict }[]): void {
    const at = this.deps.now();
    this.waiting.push(...judged.slice(0, MOST_WAITING - this.waiting.length).map(({ work, verdict }) => ({ archive, work, verdict, at })));
    // Where the disk is full the reader's rules have their own way to say so; this is not worth a word.
    if (this.waiting.length > 0) this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), WRITE_AFTER);
  }

  /** Writes what was noted since the last time, in one write. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.deps.exclusively(async () => {
      const noted = this.waiting.splice(0);
      if (noted.length === 0) return;
      const now = this.deps.now();
      const { area } = this.deps;
      const folded = readFolded((await area.get([FOLDED]))[FOLDED]);
      const { matched, works } = this.count(noted, folded, localDay(now));
      const { items, gone } = await this.counts.added(now, matched, works);
      const seen = await this.seenWorks.added(noted);
      const list = newlyFolded(noted, folded);
      await area.set({ ...(matched.length > 0 && items), ...seen, ...(list !== null && { [FOLDED]: list }) });
      if (matched.length > 0 && gone.length > 0) await area.remove(gone);
    });
  }

  /** How often rules acted, day by day. */
  days(): Promise<Counts> {
    return this.deps.exclusively(() => this.counts.all(this.deps.now()));
  }

  /** Works that were folded or hidden, the last one first. */
  folded(): Promise<FoldedWork[]> {
    return this.deps.exclusively(async () => [...readFolded((await this.deps.area.get([FOLDED]))[FOLDED]).values()].reverse());
  }

  /** Works that pages showed lately, newest first. */
  seen(): Promise<SeenWork[]> {
    return this.deps.exclusively(() => this.seenWorks.all());
  }

  /** Wipes everything. @returns the token by which it can be brought back for a minute, from memory; empty when nothing was there */
  async forget(): Promise<string> {
    clearTimeout(this.timer);
    this.timer = undefined;
    return this.deps.exclusively(async () => {
      this.waiting = [];
      this.counted = null;
      const keys = [...(await this.counts.keys(this.deps.now())), ...SEEN_KEYS, FOLDED];
      const items = await this.deps.area.get(keys);
      if (Object.keys(items).length === 0) return '';
      await this.deps.area.remove(keys);
      const held = { token: `activity-${randomId(this.deps.random)}`, items };
      this.held = held;
      setTimeout(() => {
        if (this.held === held) this.held = null;
      }, HOLD);
      return held.token;
    });
  }

  /** Brings back what was wiped under a token, or the last that was wiped. @returns whether there was anything */
  async restore(token?: string): Promise<boolean> {
    return this.deps.exclusively(async () => {
      const { held } = this;
      if (held === null || (token !== undefined && held.token !== token)) return false;
      this.held = null;
      this.counted = null;
      await this.deps.area.set(held.items);
      return true;
    });
  }

  /** The rules that acted, once for each work on a day; and how many works were folded for the first time on it. */
  private count(noted: readonly Noted[], folded: ReadonlyMap<string, FoldedWork>, day: number): { matched: string[]; works: number } {
    if (this.counted?.day !== day) {
      const today = [...folded.values()].filter(({ at }) => localDay(at) === day);
      this.counted = { day, keys: new Set(today.flatMap((one) => [keyOf(one), ...one.reasons.map(({ rule }) => `${keyOf(one)}\n${rule}`)])) };
    }
    const { keys } = this.counted;
    const isNew = (key: string): boolean => keys.size < keys.add(key).size;
    const matched: string[] = [];
    let works = 0;
    for (const { archive, work, verdict } of noted) {
      const key = work.id === null ? null : `${archive}/${work.id}`;
      matched.push(...verdict.reasons.map(({ rule }) => rule).filter((rule) => key === null || isNew(`${key}\n${rule}`)));
      if (isAway(verdict) && (key === null || isNew(key))) works += 1;
    }
    return { matched, works };
  }
}

const isAway = ({ action }: Verdict): boolean => action === 'fold' || action === 'hide';

/** The list with what was folded, without what is shown by now; null when that changes nothing. */
function newlyFolded(noted: readonly Noted[], folded: Map<string, FoldedWork>): FoldedWork[] | null {
  let changed = false;
  for (const { archive, work, verdict, at } of noted) {
    const one = foldedWork(archive, work, verdict, at);
    const key = keyOf({ archive, id: work.id ?? '' });
    if (folded.delete(key) || one !== null) changed = true;
    if (one !== null) folded.set(key, one);
  }
  return changed ? [...folded.values()].slice(-MOST_FOLDED) : null;
}
