import * as z from 'zod/mini';
import { SyncError, type SyncErrorCode } from './error';

/** How things stand between this device and one store; kept, so that a killed worker goes on where it was. */
export const linkSchema = z.object({
  /** Milliseconds since 1970 of the last round that went through. */
  lastOk: z.nullable(z.number()),
  /** When to try again by itself; null = not before the reader does something. */
  nextTry: z.nullable(z.number()),
  failures: z.int().check(z.nonnegative()),
  error: z.nullable(z.object({ code: z.string(), detail: z.string() })),
});
export type Link = z.infer<typeof linkSchema>;

export const freshLink = (now: number): Link => ({ lastOk: null, nextTry: now, failures: 0, error: null });

/** Rounds happen this often when nothing else asks for one. */
const PERIOD = 15 * 60_000;
const MINUTE = 60_000;
const LONGEST = 60 * MINUTE;

/** These do not go away by waiting: wrong password, wrong code, an old version, a missing permission. */
const NEEDS_READER: ReadonlySet<string> = new Set<SyncErrorCode>(['refused', 'locked', 'newer-format', 'no-permission', 'not-ours']);

/** No wait is longer; a later time is left from a clock that was ahead. */
const FURTHEST = 24 * 60 * MINUTE;

/** Whether the time has come to try again by itself. */
export const isDue = ({ nextTry }: Link, now: number): boolean => nextTry !== null && (nextTry <= now || nextTry - now > FURTHEST);

export const needsReader = (link: Link): boolean => link.error !== null && NEEDS_READER.has(link.error.code);

export const succeeded = (now: number): Link => ({ lastOk: now, nextTry: now + PERIOD, failures: 0, error: null });

/**
 * After a failed round: 1, 2, 4 ... 60 minutes, a fifth more or less so that devices don't come in step; longer when
 * the server said so. @param chance from 0 to 1
 */
export function failed(link: Link, error: unknown, now: number, chance: number): Link {
  const known = error instanceof SyncError ? error : new SyncError('local', error instanceof Error ? error.name : 'unknown');
  const failures = link.failures + 1;
  const wait = Math.min(LONGEST, MINUTE * 2 ** (failures - 1)) * (0.8 + 0.4 * chance);
  const next = { lastOk: link.lastOk, failures, error: { code: known.code, detail: known.detail.slice(0, 300) } };
  // A login page in a hotel looks like "not ours": worth another try some time, but no more.
  if (NEEDS_READER.has(known.code)) return { ...next, nextTry: known.code === 'not-ours' ? now + LONGEST : null };
  return { ...next, nextTry: now + Math.max(wait, known.retryAfter ?? 0) };
}
