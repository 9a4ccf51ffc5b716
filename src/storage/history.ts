import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '../domain/base64';
import { deflate, inflate } from '../domain/deflate';
import { HISTORY } from './stored';

/** One kept copy of the whole document. */
export interface Kept {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Why it was made: `daily`, `merge`, `import`, `restore`, `migration`, `undo`. */
  reason: string;
  /** How many rules it holds. */
  rules: number;
  /** Characters it takes in the store. */
  size: number;
}

export interface History {
  kept: Kept[];
  drop: string[];
}

const COPIES_KEPT = 30;
const INFLATED_LIMIT = 200_000_000;

const schema = z.object({
  kept: z.array(z.object({ id: z.string(), at: z.number(), reason: z.string(), rules: z.number(), size: z.number() })),
  drop: z.array(z.string()),
});

export const NO_HISTORY: History = { kept: [], drop: [] };

/** Null for what can't be read. */
export const readHistory = (value: unknown): History | null => (value === undefined ? NO_HISTORY : (schema.safeParse(value).data ?? null));

export const copyKey = (id: string): string => `${HISTORY}/${id}`;

/** Adds a copy of a stored value, taken as it is. Returns the items to store. */
export async function withCopy(history: History, copy: Omit<Kept, 'size'>, value: unknown): Promise<{ history: History; items: Record<string, unknown> }> {
  const text = toBase64(await deflate(new TextEncoder().encode(JSON.stringify(value))));
  const kept = [...history.kept, { ...copy, size: text.length }];
  const old = kept.splice(0, Math.max(0, kept.length - COPIES_KEPT));
  const next = { kept, drop: [...history.drop, ...old.map((one) => one.id)] };
  return { history: next, items: { [HISTORY]: next, [copyKey(copy.id)]: text } };
}

/** The stored value inside a copy, or null when it is gone or damaged. */
export async function readCopy(text: unknown): Promise<unknown> {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(new TextDecoder().decode(await inflate(fromBase64(text), INFLATED_LIMIT)));
  } catch {
    return null;
  }
}
