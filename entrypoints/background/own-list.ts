import { archives } from '../../src/archives/index';
import { optionalSites } from '../../src/archives/optional-sites';
import type { Difference } from '../../src/domain/differences';
import { isSubscriptionSetting, type Subscriptions } from '../../src/exchange/subscriptions/index';
import { text } from '../../src/i18n';
import { compileRules, type RuleSet } from '../../src/rules/compile';
import { DEFAULT_LIST, type RuleList, type StoredRule } from '../../src/rules/rule';
import { isCorrection } from '../../src/rules/themes/corrections';
import { prepareThemes } from '../../src/rules/themes/recognise';
import type { Store } from '../../src/storage/index';
import { nameArchives, statedWords } from '../../src/ui/rule/value-words';
import type { KeptTags } from './kept-tags';
import { readSettings, REVEAL } from './settings';
import { recogniserOf } from './themes';

nameArchives([...archives, ...optionalSites]);

/** The list of rules that name none exists without being stored; its name is ours to translate. */
export function withOwnList(lists: readonly RuleList[]): RuleList[] {
  return lists.some(({ id }) => id === DEFAULT_LIST) ? [...lists] : [{ id: DEFAULT_LIST, name: text('list_mine'), on: true }, ...lists];
}

/** Whether a change is more than some rules, which could be put into the compiled ones. */
export const compilesAnew = (differences: readonly Difference[]): boolean =>
  differences.length > 200 ||
  differences.some(({ kind, id }) => kind === 'list' || (kind === 'setting' && (isSubscriptionSetting(id) || isCorrection(id) || id === REVEAL)));

/** Puts a small change into compiled rules. @returns them */
export function applyTo(set: RuleSet, differences: readonly Difference[]): RuleSet {
  for (const { kind, id, after } of differences) {
    if (kind !== 'rule') continue;
    if (after === null) set.remove(id);
    else set.put({ ...after, id } as StoredRule);
  }
  return set;
}

/** The reader's rules and those of the lists that they subscribe to, ready to judge by; with the revision of the former. */
export async function compileAll(store: Store, tags: KeptTags, subscriptions: Subscriptions): Promise<{ set: RuleSet; revision: number }> {
  const [{ rules, lists, settings, revision }, more, synonyms] = await Promise.all([store.load(), subscriptions.inForce(), tags.synonyms()]);
  const all = [...rules, ...more.rules];
  if (all.some(({ id }) => id.includes('theme:'))) prepareThemes();
  return {
    set: compileRules(all, [...withOwnList(lists), ...more.lists], {
      synonyms,
      quote: statedWords,
      recogniseThemes: recogniserOf(settings),
      reveal: readSettings(settings).reveal,
    }),
    revision,
  };
}
