import { foldName } from '../../../domain/fold-name';
import type { RulesAnswer } from '../../../messages/table';
import type { StoredRule } from '../../../rules/rule';
import { actionName } from '../../rule/sentence';
import { listName } from '../../rule/list-name';

/** The rules that hold every word of the query: in their text, note, action or list. Without case and accents. */
export function search({ rules, lists }: Pick<RulesAnswer, 'rules' | 'lists'>, query: string): StoredRule[] {
  const words = foldName(query).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return rules;
  const listNames = new Map(lists.map((list) => [list.id, listName(list)]));
  return rules.filter((rule) => {
    const text = foldName([rule.text ?? rule.id, rule.id, rule.note ?? '', actionName(rule.action ?? 'fold'), listNames.get(rule.list ?? 'mine') ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
}
