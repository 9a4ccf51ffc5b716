import { foldName } from '../../../domain/fold-name';
import type { Action } from '../../../domain/verdict';
import type { RulesAnswer } from '../../../messages/table';
import { DEFAULT_ACTION, DEFAULT_LIST, type StoredRule } from '../../../rules/rule';
import { listName } from '../../rule/list-name';
import { actionName } from '../../rule/sentence';

export type Order = 'kept' | 'text' | 'action' | 'list';

/** What the reader looks for among the rules; empty strings ask for nothing. */
export interface Query {
  words: string;
  list: string;
  action: Action | '';
  state: 'on' | 'off' | '';
  order: Order;
}

export const EVERYTHING: Query = { words: '', list: '', action: '', state: '', order: 'kept' };

export const listOf = (rule: StoredRule): string => rule.list ?? DEFAULT_LIST;
export const actionOf = (rule: StoredRule): Action => rule.action ?? DEFAULT_ACTION;
const textOf = (rule: StoredRule): string => rule.text ?? rule.id;

/**
 * The rules that are asked for. Every word must be found in a rule's text, note, action or list, without regard
 * to case, accents and kinds of quotes.
 */
export function findRules({ rules, lists }: Pick<RulesAnswer, 'rules' | 'lists'>, query: Query): StoredRule[] {
  const words = foldName(query.words).split(/\s+/).filter((word) => word !== '');
  const names = new Map(lists.map((list) => [list.id, listName(list)]));
  const found = rules.filter((rule) => {
    if (query.list !== '' && listOf(rule) !== query.list) return false;
    if (query.action !== '' && actionOf(rule) !== query.action) return false;
    if (query.state !== '' && (rule.off === true) !== (query.state === 'off')) return false;
    if (words.length === 0) return true;
    const said = foldName([rule.text ?? '', rule.id, rule.note ?? '', actionName(actionOf(rule)), names.get(listOf(rule)) ?? ''].join(' '));
    return words.every((word) => said.includes(word));
  });
  return query.order === 'kept' ? found : found.sort(comparing(query.order, names));
}

function comparing(order: Exclude<Order, 'kept'>, names: ReadonlyMap<string, string>): (a: StoredRule, b: StoredRule) => number {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const byText = (a: StoredRule, b: StoredRule): number => compare(textOf(a), textOf(b));
  if (order === 'text') return byText;
  if (order === 'action') return (a, b) => compare(actionName(actionOf(a)), actionName(actionOf(b))) || byText(a, b);
  return (a, b) => compare(names.get(listOf(a)) ?? '', names.get(listOf(b)) ?? '') || byText(a, b);
}
