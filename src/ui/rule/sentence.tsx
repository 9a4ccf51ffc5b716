import { text, type MessageKey } from '../../i18n';
import type { Action } from '../../domain/verdict';
import type { Condition, Rule } from '../../rules/rule';
import { joined } from '../parts/joined';
import { fieldName } from './field-names';
import { valueWords } from './value-words';

const actions: Record<Action, MessageKey> = {
  show: 'rule_show',
  highlight: 'rule_highlight',
  note: 'rule_note',
  fold: 'rule_fold',
  hide: 'rule_hide',
};

export const actionName = (action: Action): string => text(actions[action]);

/** What a rule does, as a mark that does not rely on its colour. */
export function ActionChip({ action }: { action: Action }) {
  return <span class={`chip chip-${action}`}>{actionName(action)}</span>;
}

/** A condition in words: "Relationship: Snape/Lily or * /Reader". */
function conditionWords(condition: Condition): string {
  const values = joined(
    condition.values.map((value) => valueWords(condition, value)),
    'or',
  );
  const field = condition.at === undefined ? fieldName(condition.field) : text('rule_at', fieldName(condition.field), position(condition.at));
  return text(condition.not ? 'rule_is_not' : 'rule_is', field, values);
}

const position = ([from, to]: [number, number]): string => (from === to ? String(from) : `${from}–${to}`);

/** The conditions of a rule as one sentence. */
export function sentence(rule: Pick<Rule, 'when' | 'unless'>): string {
  const when = joined(rule.when.map(conditionWords), 'and');
  return rule.unless.length === 0 ? when : text('rule_unless', when, joined(rule.unless.map(conditionWords), 'or'));
}
