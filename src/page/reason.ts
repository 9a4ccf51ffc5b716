import type { Verdict } from '../domain/verdict';
import { counted, isolated, text, themeReason } from '../i18n';

const BARE = { show: 'fold_shown', highlight: 'fold_highlighted', note: 'fold_noted', fold: 'fold_folded', hide: 'fold_hidden' } as const;

/**
 * What a fold says about its reason: the reader's note, else themes and words of the work; the list's name, or nothing,
 * where the rule asks for that. The strictest rule among several decides.
 */
export function reasonText(verdict: Verdict): string {
  const { reasons } = verdict;
  const bare = text(BARE[verdict.action]);
  if (reasons.length === 0 || reasons.some((reason) => reason.reveal === 'none')) return bare;
  const parts = reasons.some((reason) => reason.reveal === 'list')
    ? reasons.map((reason) => isolated(reason.listName))
    : reasons.flatMap(({ note, themes = [], words }) => (note === undefined ? [...themes.map(themeReason), ...words.map(isolated)] : [isolated(note)]));
  const unique = [...new Set(parts)].filter((part) => part !== '');
  if (unique.length === 0) return bare;
  const shown = unique.slice(0, 4).join(text('fold_separator'));
  const rest = unique.length - 4;
  const all = rest > 0 ? `${shown} ${counted('fold_more', rest)}` : shown;
  return text('fold_because', bare, all);
}
