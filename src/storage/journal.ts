import * as z from 'zod/mini';
import type { Difference } from '../domain/differences';
import { JOURNAL } from './stored';

/** One change of the document, with what undoes it under its own key. */
export interface Step {
  token: string;
  /** Milliseconds since 1970. */
  at: number;
  /** What made it: a code such as `edit`, `import`, `merge`, `undo`. */
  label: string;
  /** Device ids whose changes came in, for a merge. */
  from?: string[] | undefined;
  /** How many rules, lists, lines and settings it changed. */
  changes: number;
}

/** The journal as stored: its steps, oldest first, and tokens whose bodies are to be removed. */
export interface Journal {
  steps: Step[];
  drop: string[];
}

const STEPS_KEPT = 200;

const step = z.object({
  token: z.string(),
  at: z.number(),
  label: z.string(),
  from: z.optional(z.array(z.string())),
  changes: z.number(),
});
const schema = z.object({ steps: z.array(step), drop: z.array(z.string()) });

const fields = z.nullable(z.record(z.string(), z.json()));
const body = z.array(z.object({ kind: z.string(), id: z.string(), before: fields, after: fields }));

export const NO_JOURNAL: Journal = { steps: [], drop: [] };

/** Null for what can't be read: undo starts anew then. */
export const readJournal = (value: unknown): Journal | null => (value === undefined ? NO_JOURNAL : (schema.safeParse(value).data ?? null));

/** The journal with one more step, the oldest marked for removal, and the items to store with the document. */
export function withStep(journal: Journal, added: Step, undo: readonly Difference[]): { journal: Journal; items: Record<string, unknown> } {
  const steps = [...journal.steps, added];
  const old = steps.splice(0, Math.max(0, steps.length - STEPS_KEPT));
  const next = { steps, drop: [...journal.drop, ...old.map((one) => one.token)] };
  return { journal: next, items: { [JOURNAL]: next, [bodyKey(added.token)]: undo } };
}

export const bodyKey = (token: string): string => `${JOURNAL}/${token}`;

/** What a step changed, or null when it is gone or unreadable. */
export function readBody(value: unknown): Difference[] | null {
  const parsed = body.safeParse(value);
  return parsed.success ? (parsed.data as Difference[]) : null;
}
