import { recogniseThemes } from './themes/recognise';
import type { RuleList, StoredRule } from './rule';
import { RuleSet, type Resources } from './rule-set';

export { RuleSet, type SetReport } from './rule-set';

/**
 * Makes rules ready to judge by; `put`, `remove` and `setLists` of the result keep it up to date.
 * @param resources what the archive lists as the same tag (default: nothing), who recognises themes, and how much
 * folds say whose rule and list leave that open (default: everything)
 */
export function compileRules(rules: Iterable<StoredRule>, lists: Iterable<RuleList>, resources: Partial<Resources> = {}): RuleSet {
  return new RuleSet(rules, lists, { synonyms: () => [], quote: (field, value) => `${field}: ${value}`, recogniseThemes, reveal: 'full', ...resources });
}
