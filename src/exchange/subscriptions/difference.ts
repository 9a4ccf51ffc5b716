import type { Rule } from '../../rules/rule';

/** What an update of a list changed, by the identity of its rules. */
export interface ListDifference {
  added: Rule[];
  removed: Rule[];
  /** Same conditions, another action, reason, note, date or colour. */
  changed: { before: Rule; after: Rule }[];
}

export function differenceOf(before: readonly Rule[], after: readonly Rule[]): ListDifference {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const difference: ListDifference = { added: [], removed: [], changed: [] };
  for (const rule of after) {
    const known = old.get(rule.id);
    old.delete(rule.id);
    if (known === undefined) difference.added.push(rule);
    else if (!isSame(known, rule)) difference.changed.push({ before: known, after: rule });
  }
  difference.removed.push(...old.values());
  return difference;
}

const PARTS = ['action', 'reason', 'note', 'strict', 'until', 'colour'] as const;

const isSame = (a: Rule, b: Rule): boolean => PARTS.every((part) => a[part] === b[part]);
