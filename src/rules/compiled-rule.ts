import type { ReasonTheme } from '../domain/verdict';
import type { Facts } from './facts';
import type { Test, Tools } from './fields/field';
import { fieldNamed } from './fields/index';
import { themesMeeting } from './fields/themes';
import type { Condition, StoredRule } from './rule';
import { readConditions } from './text/parse';

/** A rule's conditions ready to be held against works. */
export interface CompiledRule {
  when: readonly Test[];
  /** Conditions about themes, which are told apart from other words. */
  themes: readonly Condition[];
  unless: readonly Test[];
  /** Says something about the page; only such rules act on the reader's own works. */
  aboutPage: boolean;
}

/** Conditions that this version cannot read are met by nothing. */
export function compileRule(stored: StoredRule, tools: Tools): CompiledRule {
  const conditions = readConditions(stored);
  if (conditions === null) return { when: [() => null], themes: [], unless: [], aboutPage: false };
  const { when, unless } = conditions;
  const compile = (conditions: readonly Condition[]): Test[] =>
    conditions.map((condition) => fieldNamed(condition.field)?.compile(condition, tools) ?? (() => null));
  const aboutTheme = ({ field, not }: Condition): boolean => field === 'theme' && not !== true;
  return {
    when: compile(when.filter((one) => !aboutTheme(one))),
    themes: when.filter(aboutTheme),
    unless: compile(unless),
    aboutPage: when.some(({ field }) => field === 'page'),
  };
}

/** What of a work meets a rule: its words, and apart from them its themes. */
export interface Met {
  words: string[];
  themes: ReasonTheme[];
}

/** What of the work meets all conditions, or null when the rule does not match. */
export function matchRule(rule: CompiledRule, facts: Facts): Met | null {
  const words = new Set<string>();
  for (const test of rule.when) {
    const met = test(facts);
    if (met === null) return null;
    for (const word of met) if (word !== '') words.add(word);
  }
  const themes: ReasonTheme[] = [];
  for (const condition of rule.themes) {
    const met = themesMeeting(condition, facts);
    if (met.length === 0) return null;
    themes.push(...met);
  }
  return rule.unless.some((test) => test(facts) !== null) ? null : { words: [...words], themes };
}
