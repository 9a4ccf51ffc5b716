import type { Filing, Tools } from './fields/field';
import { fieldNamed } from './fields/index';
import type { Condition, StoredRule, Value } from './rule';
import { readConditions } from './text/parse';

/** How many rules a piece is already shared with; the same piece in many rules is a common one. */
export type Crowd = (filing: Filing) => number;

/**
 * The best way to find a rule; null when every work must be held against it. A condition that is one quoted name,
 * as nine rules of ten are, is not read in full for it.
 */
export function fileRule(stored: StoredRule, tools: Tools, crowd: Crowd): Filing[] | null | 'unreadable' {
  const simple = readOneName(stored.id);
  if (simple !== null) return fileCondition(simple, tools, crowd);
  const conditions = readConditions(stored);
  if (conditions === null) return 'unreadable';
  let best: { filings: Filing[]; weight: number } | null = null;
  for (const condition of conditions.when) {
    const filings = fileCondition(condition, tools, crowd);
    if (filings === null) continue;
    const weight = filings.reduce((most, filing) => Math.max(most, filing.weight + crowding(filing, crowd)), 0);
    if (best === null || weight < best.weight) best = { filings, weight };
  }
  return best?.filings ?? null;
}

/** `field: "name"` and nothing else, without escapes; null for any other text. */
function readOneName(id: string): Condition | null {
  const open = id.indexOf(': "');
  if (open < 0 || id.indexOf('"', open + 3) !== id.length - 1 || id.includes('\\')) return null;
  const field = fieldNamed(id.slice(0, open));
  if (field === undefined || open + 4 >= id.length) return null;
  const text = id.slice(open + 3, -1);
  const value: Value | null = field.kind === 'creator' ? { type: 'creator', name: text } : field.wildcards ? { type: 'name', text } : null;
  return value === null ? null : { field: field.name, values: [value] };
}

/** A condition is found by all its values or not at all, and never by what is not in the work. */
function fileCondition({ field, not, values }: Condition, tools: Tools, crowd: Crowd): Filing[] | null {
  const known = fieldNamed(field);
  if (known === undefined || not === true) return null;
  const filings: Filing[] = [];
  for (const value of values) {
    const ways = known.file(value, tools);
    if (ways === null) return null;
    filings.push(...(ways.length === 1 ? (ways[0] ?? []) : leastCrowded(ways, crowd)));
  }
  return filings;
}

/** Ten rules more under one piece count as much as one step of WEIGHT. */
const crowding = (filing: Filing, crowd: Crowd): number => crowd(filing) / 10;

function leastCrowded(ways: readonly Filing[][], crowd: Crowd): Filing[] {
  const crowds = ways.map((way) => way.reduce((most, filing) => Math.max(most, crowd(filing)), 0));
  return ways[crowds.indexOf(Math.min(...crowds))] ?? [];
}
