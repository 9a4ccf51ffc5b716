import type { Action } from '../../domain/verdict';
import { contenderOf } from '../judge';
import { DEFAULT_LIST, type StoredRule } from '../rule';
import type { RuleSet } from '../rule-set';
import type { ReadError } from '../text/read-error';

/** What can be wrong with a rule that is in a list. */
export type FindingCode = 'unreadable' | 'impossible' | 'duplicate' | 'shadowed' | 'expired' | 'unused' | 'matches-all' | 'unfiled';

/** What would put it right. */
export type Fix = { do: 'remove' } | { do: 'replace'; text: string } | { do: 'review' };

export interface Finding {
  code: FindingCode;
  /** Identity and list of the rule. */
  rule: string;
  list: string;
  fix: Fix;
  /** With `duplicate` and `shadowed`: the rule that does it already. */
  other?: { rule: string; list: string; action: Action };
  /** With `unreadable`. */
  error?: ReadError;
  /** With `impossible`: the conditions that exclude each other, as text. */
  conditions?: string[];
}

/** Identity and list of a rule, as findings name it. */
export const placeOf = (rule: StoredRule): { rule: string; list: string } => ({ rule: rule.id, list: rule.list ?? DEFAULT_LIST });

/** That a rule could go, since another does it already. */
export function doneByAnother(code: 'duplicate' | 'shadowed', rule: StoredRule, other: StoredRule, set: RuleSet): Finding {
  const { action } = contenderOf(other, set.listOf(other));
  return { code, ...placeOf(rule), other: { ...placeOf(other), action }, fix: { do: 'remove' } };
}
