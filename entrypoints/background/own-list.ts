import { text } from '../../src/i18n';
import { DEFAULT_LIST, type RuleList } from '../../src/rules/rule';

/** The list of rules that name none exists without being stored; its name is ours to translate. */
export function withOwnList(lists: readonly RuleList[]): RuleList[] {
  return lists.some(({ id }) => id === DEFAULT_LIST) ? [...lists] : [{ id: DEFAULT_LIST, name: text('list_mine'), on: true }, ...lists];
}
