import { emptyWork, type Work } from '../../domain/work';
import { matchRule } from '../compiled-rule';
import { contenderOf, factsOf, isInForce, newBudget } from '../judge';
import { decide } from '../precedence';
import type { Condition, StoredRule } from '../rule';
import type { RuleSet } from '../rule-set';
import { readConditions } from '../text/parse';
import { doneByAnother, type Finding } from './finding';

/** Kinds of names that a made-up work can have by themselves. */
const KINDS = { fandom: 'fandoms', relationship: 'relationships', character: 'characters', freeform: 'freeforms' } as const;

/**
 * Rules that never have an effect, since another rule matches whatever they match and does the same or more. Found
 * by asking: a work that states nothing but the rule's own names is judged, and what matches it matches every work
 * that the rule matches. Stops after each rule, as findDuplicates does.
 */
export function* findShadowed(set: RuleSet, rules: readonly StoredRule[], now: number): Generator<undefined, Finding[]> {
  const findings: Finding[] = [];
  for (const rule of rules) {
    yield;
    const hasItsOwn = rule.note !== undefined || rule.colour !== undefined;
    const works = !hasItsOwn && isInForce(rule, set.listOf(rule), now) ? worksOf(rule) : [];
    const others = works.map((work) => strongerRule(set, rule, work, now));
    const [other] = others;
    if (other !== undefined && other !== null && !others.includes(null)) findings.push(doneByAnother('shadowed', rule, other, set));
  }
  return findings;
}

/** One work for each name of a rule with a single condition of plain names; none for other rules. */
function worksOf(rule: StoredRule): Work[] {
  const conditions = readConditions(rule);
  const [condition] = conditions?.when ?? [];
  if (condition === undefined || conditions?.when.length !== 1 || condition.not === true || condition.at !== undefined) return [];
  const works = condition.values.map((value) => workWith(condition, value));
  return works.every((work) => work !== null) ? works.filter((work) => work !== null) : [];
}

function workWith({ field }: Condition, value: Condition['values'][number]): Work | null {
  if (value.type !== 'name' || value.synonyms === true || /[*\\]/.test(value.text)) return null;
  const kind = Object.hasOwn(KINDS, field) ? KINDS[field as keyof typeof KINDS] : null;
  return kind === null ? null : { ...emptyWork('work'), [kind]: [value.text] };
}

/** Another rule in force that matches the work and would win against this one or do the same. */
function strongerRule(set: RuleSet, rule: StoredRule, work: Work, now: number): StoredRule | null {
  const facts = factsOf(set, work, { page: null, archive: '', now }, newBudget());
  const self = contenderOf(rule, set.listOf(rule));
  let found: StoredRule | null = null;
  set.candidates(facts, (compiled, stored) => {
    if (found !== null || (stored.id === rule.id && stored.list === rule.list)) return;
    // A rule with conditions besides names, or with exceptions, does not match all that this one matches.
    if (compiled.unless.length > 0 || matchRule(compiled, facts) === null) return;
    const list = set.listOf(stored);
    const other = contenderOf(stored, list);
    if (!isInForce(stored, list, now) || stored.until !== undefined || other.subscribed !== self.subscribed) return;
    // Negations hold for the made-up work but not for every work.
    if (readConditions(stored)?.when.some(({ not, at }) => not === true || at !== undefined) !== false) return;
    const { action, winners } = decide([self, other]);
    if (winners.includes(other) && (action !== self.action || other.strict === self.strict || other.strict)) found = stored;
  });
  return found;
}
