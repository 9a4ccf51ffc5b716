import type { Condition, Value } from '../rules/rule';
import type { RemarkCode } from './codes';
import type { Draft, NewRule, RemarkPair } from './draft';
import { bylineValue } from './entries';
import { exact, partsInOrder, partsInText, substring, wholeText } from './patterns';

/*
 * The lists that ao3 savior, its forks and AO3 Blocker share, and what their entries mean: tags and titles equal
 * the entry; with any star its parts must occur in this order, anywhere; summaries contain it; a creator's byline
 * equals it. The lists of exceptions know no stars.
 */

export const SAVIOR_LISTS = [
  'tagBlacklist',
  'tagWhitelist',
  'tagHighlights',
  'authorBlacklist',
  'authorWhitelist',
  'titleBlacklist',
  'summaryBlacklist',
] as const;
export type SaviorList = (typeof SAVIOR_LISTS)[number];

type Common = Omit<NewRule, 'when'>;

/**
 * Adds the rules of all lists.
 * @param entriesOf the entries of a list; none for a list that is not there
 */
export function addSaviorLists(draft: Draft, entriesOf: (list: SaviorList) => readonly string[], blocked: Common): void {
  for (const entry of entriesOf('tagBlacklist')) tag(draft, entry, blocked);
  for (const entry of entriesOf('tagHighlights')) tag(draft, entry, { ...blocked, action: 'highlight' });
  for (const entry of entriesOf('titleBlacklist')) {
    if (entry.includes('*')) text(draft, 'title', entry, partsInText(entry), 'contains_anywhere', blocked);
    else text(draft, 'title', entry, wholeText(entry), 'whole_title', blocked);
  }
  for (const entry of entriesOf('summaryBlacklist')) text(draft, 'summary', entry, substring(entry), 'substring_text', blocked);
  for (const entry of entriesOf('authorBlacklist')) author(draft, entry, blocked);
  for (const entry of entriesOf('authorWhitelist')) author(draft, entry, { ...blocked, action: 'show' });
  for (const entry of entriesOf('tagWhitelist')) {
    if (entry.includes('*')) draft.leave(entry, 'star_not_there');
    else draft.add({ ...blocked, action: 'show', when: [{ field: 'tag', values: [exact(entry)] }] }, entry);
  }
}

function tag(draft: Draft, entry: string, rule: Common): void {
  const value = entry.includes('*') ? partsInOrder(entry) : exact(entry);
  if (value === null) return draft.leave(entry, 'matches_everything');
  const when: Condition[] = [{ field: 'tag', values: [value] }];
  draft.add({ ...rule, when }, entry, ...starRemarks(entry));
}

/** Only a star at both ends and nowhere else meant there what it means here. */
function starRemarks(entry: string): RemarkPair[] {
  if (!entry.includes('*')) return [];
  if (/[^*]\*+[^*]/.test(entry)) return [['parts_any_distance', entry]];
  return entry.startsWith('*') && entry.endsWith('*') ? [] : [['contains_anywhere', entry]];
}

function text(draft: Draft, field: string, entry: string, value: Value | null, code: RemarkCode, rule: Common): void {
  if (value === null) draft.leave(entry, 'matches_everything');
  else draft.add({ ...rule, when: [{ field, values: [value] }] }, entry, [code, entry]);
}

function author(draft: Draft, entry: string, rule: Common): void {
  const { value, remark } = bylineValue(entry);
  if (draft.add({ ...rule, when: [{ field: 'creator', values: [value] }] }, entry) && remark !== null) draft.remark(remark);
}
