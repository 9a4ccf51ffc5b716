import * as z from 'zod/mini';
import { printRule } from '../../rules/text/print';
import type { Rule } from '../../rules/rule';
import type { ListDifference } from './difference';
import type { ReadyList } from './subscribed-list';
import { stateSchema, type SubscriptionState } from './subscription';

/** What the last update of a list changed, as lines; the counts are of all, the lines are the first of them. */
export interface LastUpdate {
  /** Ms since 1970. */
  at: number;
  added: number;
  removed: number;
  changed: number;
  lines: { kind: 'added' | 'removed' | 'changed'; text: string; before?: string }[];
}

/** What this device keeps of one subscription. */
export interface Kept {
  /** As chosen; by it the permission is given back when the choice is gone. */
  address: string;
  state: SubscriptionState;
  update?: LastUpdate;
}

/** More lines than anybody reads; the rest is a number. */
const LINES_KEPT = 200;

const count = z.int().check(z.nonnegative());
const keptSchema = z.object({
  address: z.string(),
  state: stateSchema,
  update: z.exactOptional(
    z.object({
      at: z.number(),
      added: count,
      removed: count,
      changed: count,
      lines: z.array(z.object({ kind: z.enum(['added', 'removed', 'changed']), text: z.string(), before: z.exactOptional(z.string()) })),
    }),
  ),
});

/** What was kept, if it can be read; a list that cannot is fetched anew. */
export const readKept = (value: unknown): Kept | null => keptSchema.safeParse(value).data ?? null;

/** A list made ready by one version of Foldaway; another may read its text in another way. */
export interface KeptReady extends ReadyList {
  version: string;
}

/** What this version made ready. It was checked when it was made, so that it need not be each time. */
export function readReady(value: unknown, version: string): ReadyList | null {
  const ready = (typeof value === 'object' ? value : null) as Partial<KeptReady> | null;
  return ready?.version === version && Array.isArray(ready.rules) && ready.head !== undefined ? { head: ready.head, rules: ready.rules } : null;
}

export function updateOf({ added, removed, changed }: ListDifference, at: number): LastUpdate {
  const line = (kind: 'added' | 'removed') => (rule: Rule) => ({ kind, text: printRule(rule) });
  const lines: LastUpdate['lines'] = [
    ...added.slice(0, LINES_KEPT).map(line('added')),
    ...removed.slice(0, LINES_KEPT).map(line('removed')),
    ...changed.slice(0, LINES_KEPT).map(({ before, after }) => ({ kind: 'changed' as const, text: printRule(after), before: printRule(before) })),
  ];
  return { at, added: added.length, removed: removed.length, changed: changed.length, lines: lines.slice(0, LINES_KEPT) };
}
