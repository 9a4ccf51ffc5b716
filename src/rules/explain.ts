import type { Action, Verdict } from '../domain/verdict';
import type { Work } from '../domain/work';
import type { Test } from './fields/field';
import { fieldNamed } from './fields/index';
import type { Facts, JudgeContext } from './facts';
import { contenderOf, factsOf, isInForce, isOwn, judge, newBudget } from './judge';
import { decide, type Contender } from './precedence';
import { DEFAULT_LIST, type Condition, type StoredRule } from './rule';
import type { RuleSet } from './rule-set';
import { readConditions } from './text/parse';
import { printConditions } from './text/print';

/**
 * What became of a rule. `won`: it gives the verdict; `beaten`: it matches and another rule wins. The others do not
 * act: an exception holds, a condition fails, or the rule is switched off, asleep after its last day, in a list
 * that is off, held back since the work is the reader's own, or not readable by this version.
 */
export type Outcome = 'won' | 'beaten' | 'excepted' | 'near-miss' | 'off' | 'list-off' | 'asleep' | 'own' | 'unreadable';

/** Why a rule that matches has no effect. */
export type BeatenBy = 'strict-show' | 'strict' | 'show' | 'stronger' | 'own-rule' | 'may-not-show';

export interface ExplainedCondition {
  /** The condition as a line of text. */
  text: string;
  part: 'when' | 'unless';
  met: boolean;
  /** Words of the work that meet it. */
  words: string[];
  /** Whether the page states anything that the condition could look at. */
  stated: boolean;
}

export interface ExplainedRule {
  id: string;
  list: string;
  listName: string;
  action: Action;
  strict: boolean;
  outcome: Outcome;
  /** With `beaten`. */
  by?: BeatenBy;
  conditions: ExplainedCondition[];
}

export interface Explanation {
  verdict: Verdict;
  /** The work is the reader's own, so that only rules about the page act. */
  own: boolean;
  /** Rules that act first, then those that nearly did. */
  rules: ExplainedRule[];
}

/** Near misses that are told at most; a long list has many that share one condition with every work. */
const MOST_NEAR_MISSES = 50;

/** Which rules match a work, which nearly do and what they lack, and which one wins and why. */
export function explain(set: RuleSet, work: Work, context: JudgeContext): Explanation {
  const facts = factsOf(set, work, context, newBudget());
  const explained: { rule: ExplainedRule; contender: Contender }[] = [];
  let misses = 0;
  for (const stored of set.all()) {
    const one = explainRule(set, stored, facts);
    if (one === null || (one.rule.outcome === 'near-miss' && ++misses > MOST_NEAR_MISSES)) continue;
    explained.push(one);
  }
  settle(explained.filter(({ rule }) => rule.outcome === 'won'));
  const order: Outcome[] = ['won', 'beaten', 'excepted', 'own', 'off', 'list-off', 'asleep', 'near-miss', 'unreadable'];
  explained.sort((a, b) => order.indexOf(a.rule.outcome) - order.indexOf(b.rule.outcome));
  return { verdict: judge(set, work, context), own: isOwn(facts), rules: explained.map(({ rule }) => rule) };
}

/** Null for a rule that has nothing to do with the work. */
function explainRule(set: RuleSet, stored: StoredRule, facts: Facts): { rule: ExplainedRule; contender: Contender } | null {
  const list = set.listOf(stored);
  const contender = contenderOf(stored, list);
  const id = stored.list ?? DEFAULT_LIST;
  const rule: ExplainedRule = {
    id: stored.id,
    list: id,
    listName: list?.name ?? id,
    action: contender.action,
    strict: contender.strict,
    outcome: 'unreadable',
    conditions: [],
  };
  const read = readConditions(stored);
  if (read === null) return { rule, contender };
  const when = read.when.map((condition) => explainCondition(condition, 'when', set, facts));
  const met = when.filter((condition) => condition.met).length;
  if (met === 0) return null;
  rule.conditions = [...when, ...read.unless.map((condition) => explainCondition(condition, 'unless', set, facts))];
  if (met < when.length) rule.outcome = 'near-miss';
  else if (rule.conditions.some((condition) => condition.part === 'unless' && condition.met)) rule.outcome = 'excepted';
  else if (stored.off === true) rule.outcome = 'off';
  else if (list?.on === false) rule.outcome = 'list-off';
  else if (!isInForce(stored, list, facts.context.now)) rule.outcome = 'asleep';
  else if (isOwn(facts) && !read.when.some(({ field }) => field === 'page')) rule.outcome = 'own';
  else rule.outcome = 'won';
  return { rule, contender };
}

function explainCondition(condition: Condition, part: 'when' | 'unless', set: RuleSet, facts: Facts): ExplainedCondition {
  const compile = (one: Condition): Test | undefined => fieldNamed(one.field)?.compile(one, set.resources);
  const words = compile(condition)?.(facts) ?? null;
  // With no values `not` is met by anything that is stated.
  const stated = words !== null || (compile({ ...condition, not: true, values: [] })?.(facts) ?? null) !== null;
  return { text: printConditions({ when: [condition], unless: [] }), part, met: words !== null, words: words ?? [], stated };
}

/** Tells winners from beaten among the rules that match. */
function settle(matching: { rule: ExplainedRule; contender: Contender }[]): void {
  const { action } = decide(matching.map(({ contender }) => contender));
  const winners = new Set(decide(matching.map(({ contender }) => contender)).winners);
  for (const { rule, contender } of matching) {
    if (winners.has(contender)) continue;
    rule.outcome = 'beaten';
    rule.by = beatenBy(
      contender,
      action,
      matching.map((one) => one.contender),
    );
  }
}

function beatenBy(loser: Contender, action: Action, all: readonly Contender[]): BeatenBy {
  if (loser.subscribed && loser.action === 'show' && !loser.mayShow) return 'may-not-show';
  if (loser.subscribed && all.some((one) => !one.subscribed)) return 'own-rule';
  const side = all.filter((one) => one.subscribed === loser.subscribed && one !== loser);
  if (action === 'show') return side.some((one) => one.action === 'show' && one.strict) ? 'strict-show' : 'show';
  if (side.some((one) => one.action === action && one.strict) && side.concat(loser).some((one) => one.action === 'show')) return 'strict';
  return 'stronger';
}
