import * as z from 'zod/mini';
import type { Verdict } from '../../domain/verdict';
import type { Work } from '../../domain/work';

/** Works that are listed; older ones are forgotten. */
export const MOST_FOLDED = 300;
const MOST_REASONS = 5;
const MOST_TITLE = 300;

const text = z.string().check(z.maxLength(2000));
/** What a rule can name a work by. */
const ID = /^\d{1,15}$/;
const folded = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  archive: text,
  id: z.string().check(z.regex(ID)),
  url: text.check(z.refine((url) => URL.canParse(url))),
  title: z.nullable(text),
  action: z.enum(['fold', 'hide']),
  reasons: z.array(z.object({ rule: z.string(), list: z.string(), listName: z.string(), reveal: z.enum(['full', 'list', 'none']) })),
});

/** A work that a rule folded or hid when it was last judged. */
export type FoldedWork = z.infer<typeof folded>;

export const keyOf = ({ archive, id }: Pick<FoldedWork, 'archive' | 'id'>): string => `${archive}/${id}`;

/** What is to be remembered of a work that was folded; null where there is no address to find it by, or no number to name it by. */
export function foldedWork(archive: string, work: Work, { action, reasons }: Verdict, at: number): FoldedWork | null {
  const { subject, id, url, title } = work;
  if (subject !== 'work' || id === null || !ID.test(id) || url === null || url.length > 2000 || (action !== 'fold' && action !== 'hide')) return null;
  const named = reasons.slice(0, MOST_REASONS).map(({ rule, list, listName, reveal }) => ({ rule, list, listName, reveal }));
  return { at, archive, id, url, title: title?.slice(0, MOST_TITLE) ?? null, action, reasons: named };
}

/** Those that can be read, by archive and number, oldest first. */
export function readFolded(value: unknown): Map<string, FoldedWork> {
  const found = new Map<string, FoldedWork>();
  for (const one of Array.isArray(value) ? value.slice(-MOST_FOLDED) : []) {
    const read = folded.safeParse(one);
    if (read.success) found.set(keyOf(read.data), read.data);
  }
  return found;
}
