import * as z from 'zod/mini';
import { emptyWork, type ItemKind, type Work } from '../../domain/work';
import { workSchema } from '../../domain/work-schema';
import type { Area } from '../area';

const KEY = 'seen-works';
/** The works lie in parts, of which a write touches one. */
const PARTS = 10;
const IN_PART = 40;
export const MOST_SEEN = PARTS * IN_PART;
/** Few rules look further into a summary, which is the longest text of a work. */
const MOST_SUMMARY = 2000;
/** A work with more is left out: one page must not fill the place of all others. */
const MOST_CHARACTERS = 20_000;

const partSchema = z.array(z.unknown());
const indexSchema = z.object({ part: z.int().check(z.nonnegative(), z.lt(PARTS)), keys: z.array(z.array(z.string())).check(z.length(PARTS)) });
const entrySchema = z.object({ at: z.number(), archive: z.string(), work: z.looseObject({ kind: z.string() }) });
type Index = z.infer<typeof indexSchema>;

/** A work as it was last seen on this device. */
export interface SeenWork {
  /** Milliseconds since 1970. */
  at: number;
  /** Id of the archive. */
  archive: string;
  work: Work;
}

/** Only what differs from an empty work; nothing of anybody's bookmark, which may be private. */
export function packed({ at, archive, work }: SeenWork): object {
  const blank = emptyWork(work.kind);
  const told = Object.entries({ ...work, bookmark: null, summary: work.summary?.slice(0, MOST_SUMMARY) ?? null }).filter(
    ([name, value]) => name === 'kind' || JSON.stringify(value) !== JSON.stringify(blank[name as keyof Work]),
  );
  return { at, archive, work: Object.fromEntries(told) };
}

/** Null for what cannot be read. */
export function unpacked(value: unknown): SeenWork | null {
  const entry = entrySchema.safeParse(value);
  if (!entry.success) return null;
  const { at, archive, work } = entry.data;
  const read = workSchema.safeParse({ ...emptyWork(work.kind as ItemKind), ...work });
  return read.success ? { at, archive, work: read.data } : null;
}

/** By archive and number; null for what is no work that can be found again, or is the reader's own. */
const keyOfSeen = ({ archive, work }: Pick<SeenWork, 'archive' | 'work'>): string | null =>
  work.subject !== 'work' || work.id === null || work.url === null || work.own ? null : `${archive}/${work.id}`;

const partKey = (part: number): string => `${KEY}/${part}`;
const PART_KEYS = Array.from({ length: PARTS }, (_, part) => partKey(part));
const blankIndex = (): Index => ({ part: 0, keys: Array.from({ length: PARTS }, () => []) });
const readIndex = (value: unknown): Index => indexSchema.safeParse(value).data ?? blankIndex();
const readPart = (value: unknown): unknown[] => partSchema.safeParse(value).data ?? [];

/** Keys under which something may be kept. */
export const SEEN_KEYS: readonly string[] = [KEY, ...PART_KEYS];

/** The last few hundred works that pages showed, as far as rules look at them. Of this device alone. */
export class SeenWorks {
  constructor(private readonly area: Area) {}

  /**
   * Takes works in; one that is still there is not written again, unless it is in the part that is written anyway.
   * @returns what is to be stored
   */
  async added(works: readonly SeenWork[]): Promise<Record<string, unknown>> {
    const { [KEY]: kept } = await this.area.get([KEY]);
    const index = readIndex(kept);
    let entries = readPart((await this.area.get([partKey(index.part)]))[partKey(index.part)]);
    // Two values that do not belong together: the part is begun anew.
    if (entries.length !== index.keys[index.part]?.length) [entries, index.keys[index.part]] = [[], []];
    const items: Record<string, unknown> = {};
    for (const one of works) {
      const key = keyOfSeen(one);
      if (key === null) continue;
      const keys = index.keys[index.part] ?? [];
      const place = keys.indexOf(key);
      if (place < 0 && index.keys.some((others) => others.includes(key))) continue;
      const value = packed(one);
      if (JSON.stringify(value).length > MOST_CHARACTERS) continue;
      if (place >= 0) entries[place] = value;
      else if (keys.length < IN_PART) [keys[keys.length], entries[entries.length]] = [key, value];
      else {
        index.part = (index.part + 1) % PARTS;
        [index.keys[index.part], entries] = [[key], [value]];
      }
      items[partKey(index.part)] = entries;
    }
    return Object.keys(items).length === 0 ? {} : { ...items, [KEY]: index };
  }

  /** All that can be read, newest first. */
  async all(): Promise<SeenWork[]> {
    const parts = await this.area.get(PART_KEYS);
    const found = PART_KEYS.flatMap((key) =>
      readPart(parts[key])
        .slice(0, IN_PART)
        .flatMap((one) => unpacked(one) ?? []),
    );
    return found.sort((a, b) => b.at - a.at);
  }
}
