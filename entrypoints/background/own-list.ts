import type { Subscriptions } from '../../src/exchange/subscriptions/index';
import { text } from '../../src/i18n';
import { compileRules, type RuleSet } from '../../src/rules/compile';
import { DEFAULT_LIST, type RuleList } from '../../src/rules/rule';
import type { Store } from '../../src/storage/index';
import { synonymsKnown } from './known-tags';

/** The list of rules that name none exists without being stored; its name is ours to translate. */
export function withOwnList(lists: readonly RuleList[]): RuleList[] {
  return lists.some(({ id }) => id === DEFAULT_LIST) ? [...lists] : [{ id: DEFAULT_LIST, name: text('list_mine'), on: true }, ...lists];
}

/** The reader's rules and those of the lists that they subscribe to, ready to judge by; with the revision of the former. */
export async function compileAll(store: Store, subscriptions: Subscriptions): Promise<{ set: RuleSet; revision: number }> {
  const [{ rules, lists, revision }, more, synonyms] = await Promise.all([store.load(), subscriptions.inForce(), synonymsKnown()]);
  return { set: compileRules([...rules, ...more.rules], [...withOwnList(lists), ...more.lists], { synonyms }), revision };
}
