import type { Action } from '../../../domain/verdict';
import type { RuleFacts, RulesAnswer } from '../../../messages/table';
import type { FindingCode } from '../../../rules/health';
import { DEFAULT_ACTION, DEFAULT_LIST, type StoredRule } from '../../../rules/rule';
import { readConditions } from '../../../rules/text/parse';
import { listName } from '../../rule/list-name';
import { actionName } from '../../rule/sentence';
import { sought } from '../../parts/sought';

export type Order = 'kept' | 'added' | 'edited' | 'month' | 'quarter' | 'text' | 'action' | 'list';

/** What the reader looks for among the rules; empty strings ask for nothing. */
export interface Query {
  words: string;
  list: string;
  action: Action | '';
  state: 'on' | 'off' | '';
  /** Name of a field that a condition or an exception looks at. */
  field: string;
  /** `any`: rules with whatever finding. */
  health: FindingCode | 'any' | '';
  order: Order;
}

/** What is known of rules beside themselves; null while it is not known yet. */
export interface Known {
  facts: RuleFacts | null;
  /** Findings by rule and list. */
  findings: ReadonlyMap<string, readonly FindingCode[]> | null;
}

export const findingKey = (rule: string, list: string): string => `${list}\n${rule}`;

export const EVERYTHING: Query = { words: '', list: '', action: '', state: '', field: '', health: '', order: 'kept' };

export const listOf = (rule: StoredRule): string => rule.list ?? DEFAULT_LIST;
export const actionOf = (rule: StoredRule): Action => rule.action ?? DEFAULT_ACTION;
const textOf = (rule: StoredRule): string => rule.text ?? rule.id;

/** The rules that are asked for, by words of their text, note, action or list among others. */
export function findRules(
  { rules, lists }: Pick<RulesAnswer, 'rules' | 'lists'>,
  query: Query,
  { facts, findings }: Known = { facts: null, findings: null },
): StoredRule[] {
  const isSought = sought(query.words);
  const names = new Map(lists.map((list) => [list.id, listName(list)]));
  const found = rules.filter((rule) => {
    if (query.list !== '' && listOf(rule) !== query.list) return false;
    if (query.action !== '' && actionOf(rule) !== query.action) return false;
    if (query.state !== '' && (rule.off === true) !== (query.state === 'off')) return false;
    if (query.field !== '' && !looksAt(rule, query.field)) return false;
    if (query.health !== '') {
      const found = findings?.get(findingKey(rule.id, listOf(rule))) ?? [];
      if (query.health === 'any' ? found.length === 0 : !found.includes(query.health)) return false;
    }
    return isSought(() => [rule.text ?? '', rule.id, rule.note ?? '', actionName(actionOf(rule)), names.get(listOf(rule)) ?? '']);
  });
  if (query.order === 'kept') return found;
  // New rules come to the end.
  if (query.order === 'added') return found.reverse();
  if (query.order === 'edited') return sorted(found.reverse(), ({ id }) => own(facts?.edited, id) ?? 0);
  if (query.order === 'month') return sorted(found, (rule) => hitsOf(facts, rule)[0]);
  if (query.order === 'quarter') return sorted(found, (rule) => hitsOf(facts, rule)[1]);
  return found.sort(comparing(query.order, names));
}

const own = <Value>(record: Readonly<Record<string, Value>> | undefined, id: string): Value | undefined =>
  record !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;

/** How often a rule acted in the last 30 and 90 days. */
export const hitsOf = (facts: RuleFacts | null, { id }: StoredRule): readonly [number, number] => own(facts?.hits, id) ?? [0, 0];

const sorted = (rules: StoredRule[], size: (rule: StoredRule) => number): StoredRule[] => rules.sort((a, b) => size(b) - size(a));

/** A name and a colon may stand in a value too, so the rule is read where they occur at all. */
function looksAt(stored: StoredRule, field: string): boolean {
  if (!stored.id.includes(`${field}:`) && !stored.id.includes(`${field}[`)) return false;
  const read = readConditions(stored);
  return read !== null && [...read.when, ...read.unless].some((condition) => condition.field === field);
}

function comparing(order: 'text' | 'action' | 'list', names: ReadonlyMap<string, string>): (a: StoredRule, b: StoredRule) => number {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const byText = (a: StoredRule, b: StoredRule): number => compare(textOf(a), textOf(b));
  if (order === 'text') return byText;
  if (order === 'action') return (a, b) => compare(actionName(actionOf(a)), actionName(actionOf(b))) || byText(a, b);
  return (a, b) => compare(names.get(listOf(a)) ?? '', names.get(listOf(b)) ?? '') || byText(a, b);
}
