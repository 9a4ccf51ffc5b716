import type { RuleList, Rule, StoredRule } from '../../rules/rule';
import type { SaviorList } from '../savior-lists';
import { Parcel, type Exported } from './parcel';
import { hasOwnStar, onlyCondition, plainName, TAG_FIELDS } from './plain-values';

const LISTS = ['authorBlacklist', 'titleBlacklist', 'tagBlacklist', 'tagWhitelist', 'summaryBlacklist'] as const satisfies readonly SaviorList[];
type Written = (typeof LISTS)[number];

/** Rules as ao3 savior's configuration: a script to paste into a user script manager. */
export function exportSavior(rules: readonly StoredRule[], lists: readonly RuleList[]): Exported {
  const parcel = new Parcel();
  const entries = new Map<Written, string[]>(LISTS.map((list) => [list, []]));
  for (const rule of parcel.open(rules, lists)) addRule(parcel, entries, rule);
  const written = LISTS.map(
    (list) => `  ${list}: [${(entries.get(list) ?? []).map((entry) => `\n    ${JSON.stringify(entry)},`).join('')}${entries.get(list)?.length ? '\n  ' : ''}],`,
  );
  return parcel.close([...HEADER, ...written, '};', ''].join('\n'), 'ao3-savior-config.user.js');
}

const HEADER = [
  '// ==UserScript==',
  '// @name        ao3 savior config',
  '// @description Lists for ao3 savior',
  '// @include     http*://archiveofourown.org/*',
  '// @grant       none',
  '// @version     1.0',
  '// ==/UserScript==',
  '',
  'window.ao3SaviorConfig = {',
  '  showReasons: true,',
  '  showPlaceholders: true,',
  '  alertOnVisit: false,',
];

function addRule(parcel: Parcel, entries: Map<Written, string[]>, rule: Rule): void {
  if (rule.action !== 'fold' && rule.action !== 'hide' && rule.action !== 'show') return parcel.leave(rule, 'action_not_there');
  const condition = onlyCondition(rule);
  if (condition === null) return parcel.leave(rule, 'needs_conditions');
  const list = listFor(condition.field, rule.action === 'show');
  if (list === null) return parcel.leave(rule, 'field_not_there');
  const found: string[] = [];
  for (const value of condition.values) {
    if (value.type === 'creator') {
      if (value.name.includes('*')) return parcel.leave(rule, 'regex_not_there');
      found.push(value.pseud === undefined ? value.name : `${value.pseud} (${value.name})`);
      if (value.pseud === undefined) parcel.remark(rule, 'exported_narrower', value.name);
      continue;
    }
    const name = plainName(condition.field, value);
    if (name === null || hasOwnStar(name)) return parcel.leave(rule, 'regex_not_there');
    const starred = name.pieces.length > 1;
    if (starred && list === 'tagWhitelist') return parcel.leave(rule, 'regex_not_there');
    // There a star anywhere means "contains", a title without one is the whole title, and a summary has no stars.
    const anywhere = starred && name.pieces[0] === '' && name.pieces.at(-1) === '';
    if (condition.field === 'summary' || condition.field === 'title') found.push(...textEntry(parcel, rule, condition.field, name.pieces));
    else found.push(name.text);
    if (starred && !anywhere && TAG_FIELDS.includes(condition.field)) parcel.remark(rule, 'exported_wider', name.text);
  }
  if (!['tag', 'creator', 'title', 'summary', 'rating', 'warning', 'category'].includes(condition.field))
    parcel.remark(rule, 'exported_wider', found.join(', '));
  entries.get(list)?.push(...found);
  parcel.take(rule);
}

/** A word is a piece of text there: "die" is found in "Soldier". */
function textEntry(parcel: Parcel, rule: Rule, field: string, pieces: readonly string[]): string[] {
  const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  if (pieces.length !== 3 || pieces[0] !== '' || pieces[2] !== '') parcel.remark(rule, 'exported_wider', longest);
  return [field === 'title' ? `*${longest}*` : longest];
}

function listFor(field: string, shows: boolean): Written | null {
  if (TAG_FIELDS.includes(field)) return shows ? 'tagWhitelist' : 'tagBlacklist';
  if (shows) return null;
  return field === 'creator' ? 'authorBlacklist' : field === 'title' ? 'titleBlacklist' : field === 'summary' ? 'summaryBlacklist' : null;
}
