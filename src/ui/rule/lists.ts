import type { RulesAnswer } from '../../messages/table';
import { DEFAULT_LIST, type RuleList } from '../../rules/rule';

/** The lists with the reader's own first, which is there also when nothing was ever set on it. */
export function withOwnList(lists: readonly RuleList[]): RuleList[] {
  const own = lists.find(({ id }) => id === DEFAULT_LIST) ?? { id: DEFAULT_LIST, name: '', on: true };
  return [own, ...lists.filter(({ id }) => id !== DEFAULT_LIST)];
}

/** Every list there is, also those that only rules name. */
export function allLists({ lists, rules, lines }: Pick<RulesAnswer, 'lists' | 'rules' | 'lines'>): RuleList[] {
  const all = new Map(withOwnList(lists).map((list) => [list.id, list]));
  for (const id of [...rules.map((rule) => rule.list ?? DEFAULT_LIST), ...lines.map(({ list }) => list)])
    if (!all.has(id)) all.set(id, { id, name: id, on: true });
  return [...all.values()];
}

/** An identity for a new list that can be said in a rule's line, and that no other list has. */
export function newListId(name: string, lists: readonly RuleList[]): string {
  const base =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\w]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'list';
  const taken = new Set(lists.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
