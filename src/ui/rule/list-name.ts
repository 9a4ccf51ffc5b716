import { text } from '../../i18n';
import { DEFAULT_LIST, type RuleList } from '../../rules/rule';

/** A list as the reader knows it; the first one has a name of ours until the reader gives it another. */
export function listName(list: Pick<RuleList, 'id' | 'name'>): string {
  if (list.name !== '' && list.name !== list.id) return list.name;
  return list.id === DEFAULT_LIST ? text('ui_my_rules') : list.id;
}
