import { isolated, text, type MessageKey } from '../../i18n';
import type { PageRule } from '../../messages/table';
import type { Choice, ChoiceGroup } from './choices';

const VERBS: Record<PageRule['action'], MessageKey> = {
  fold: 'panel_folds',
  hide: 'panel_hides',
  note: 'panel_notes',
  highlight: 'panel_highlights',
  show: 'panel_shows',
};

const joined = (parts: string[], type: 'conjunction' | 'disjunction'): string => new Intl.ListFormat(text('ui_language'), { type }).format(parts);

/** What a rule of these choices does, as a sentence: "Folds works with Relationship: A/B or C/D and Rating: Explicit." */
export function sentenceOf(action: PageRule['action'], chosen: ReadonlyMap<Choice, ChoiceGroup>): string {
  const kinds = new Map<ChoiceGroup, string[]>();
  for (const [choice, group] of chosen) kinds.set(group, [...(kinds.get(group) ?? []), isolated(choice.label)]);
  const conditions = [...kinds].map(([group, labels]) => text('rule_is', text(group.title), joined(labels, 'disjunction')));
  return text(VERBS[action], joined(conditions, 'conjunction'));
}
