import { foldPattern } from '../match/pattern';
import { keysOfWanted } from '../match/relationship';
import type { Condition, StoredRule, Value } from '../rule';
import type { RuleSet } from '../rule-set';
import { readConditions } from '../text/parse';
import { doneByAnother, type Finding } from './finding';

/**
 * Rules whose conditions mean the same, though they are written differently: "Café" and "cafe", A/B and B/A. Stops after
 * each rule, so that whoever goes on with it can do something else meanwhile.
 */
export function* findDuplicates(set: RuleSet, rules: readonly StoredRule[]): Generator<undefined, Finding[]> {
  const first = new Map<string, StoredRule>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    yield;
    const conditions = readConditions(rule);
    if (conditions === null) continue;
    const meaning = JSON.stringify([conditions.when.map(meaningOf).sort(), conditions.unless.map(meaningOf).sort()]);
    const other = first.get(meaning);
    if (other === undefined) first.set(meaning, rule);
    else findings.push(doneByAnother('duplicate', rule, other, set));
  }
  return findings;
}

function meaningOf({ field, at, not, values }: Condition): string {
  return JSON.stringify([field, at, not, [...new Set(values.map((value) => valueMeaning(field, value)))].sort()]);
}

function valueMeaning(field: string, value: Value): string {
  if (value.type === 'creator') return JSON.stringify([foldPattern(value.name), foldPattern(value.pseud ?? ''), value.id]);
  if (value.type !== 'name') return JSON.stringify(value);
  const folded = foldPattern(value.text);
  const [pair] = field === 'relationship' || field === 'tag' ? keysOfWanted(folded) : [];
  return JSON.stringify([pair ?? folded, value.synonyms]);
}
