import type { Facts } from './facts';
import type { Test, Tools } from './fields/field';
import { fieldNamed } from './fields/index';
import type { Condition, StoredRule } from './rule';
import { readConditions } from './text/parse';

/** A rule's conditions ready to be held against works. */
export interface CompiledRule {
  when: readonly Test[];
  unless: readonly Test[];
  /** Says something about the page; only such rules act on the reader's own works. */
  aboutPage: boolean;
}

/** Conditions that this version cannot read are met by nothing. */
export function compileRule(stored: StoredRule, tools: Tools): CompiledRule {
  const conditions = readConditions(stored);
  if (conditions === null) return { when: [() => null], unless: [], aboutPage: false };
  const { when, unless } = conditions;
  const compile = (conditions: readonly Condition[]): Test[] => conditions.map((condition) => fieldNamed(condition.field)?.compile(condition, tools) ?? (() => null));
  return { when: compile(when), unless: compile(unless), aboutPage: when.some(({ field }) => field === 'page') };
}

/** The words of the work that meet all conditions, or null when the rule does not match. */
export function matchRule(rule: CompiledRule, facts: Facts): string[] | null {
  const words = new Set<string>();
  for (const test of rule.when) {
    const met = test(facts);
    if (met === null) return null;
    for (const word of met) if (word !== '') words.add(word);
  }
  return rule.unless.some((test) => test(facts) !== null) ? null : [...words];
}
