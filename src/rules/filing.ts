import { foldName } from '../domain/fold-name';
import type { Filing, Tools } from './fields/field';
import { fieldNamed } from './fields/index';
import type { Condition, StoredRule } from './rule';
import { fromStored } from './text/parse';

/** Identities of one plain name: seven rules of ten. They are filed without being read in full. */
const ONE_NAME = /^(?:fandom|character|freeform): "([^"*\\/&]+)"$/;

/** The key of a rule that is one plain name, or null when it must be read in full. */
export function fileQuickly(id: string): string | null {
  const name = ONE_NAME.exec(id)?.[1];
  if (name === undefined) return null;
  const folded = foldName(name);
  return folded === '' ? null : folded;
}

/** The best way to find a rule; null when every work must be held against it. */
export function readFilings(stored: StoredRule, tools: Tools): Filing[] | null | 'unreadable' {
  const parsed = fromStored(stored);
  if (!parsed.ok) return 'unreadable';
  let best: Filing[] | null = null;
  for (const condition of parsed.rule.when) {
    const filings = fileCondition(condition, tools);
    if (filings !== null && (best === null || commonness(filings) < commonness(best))) best = filings;
  }
  return best;
}

/** A condition is found by all its values or not at all, and never by what is not in the work. */
function fileCondition({ field, not, values }: Condition, tools: Tools): Filing[] | null {
  const known = fieldNamed(field);
  if (known === undefined || not === true) return null;
  const filings: Filing[] = [];
  for (const value of values) {
    const some = known.file(value, tools);
    if (some === null) return null;
    filings.push(...some);
  }
  return filings;
}

const commonness = (filings: readonly Filing[]): number => filings.reduce((most, { weight }) => Math.max(most, weight), 0);
