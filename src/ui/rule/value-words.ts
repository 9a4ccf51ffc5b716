import { CATEGORIES, RATINGS, WARNINGS } from '../../domain/vocabulary';
import { isolated, type MessageKey, text, themeName } from '../../i18n';
import type { AgeValue, Comparison, Condition, DateValue, Value } from '../../rules/rule';
import { numberText } from '../parts/number-text';
import { fieldName } from './field-names';

const numberWords: Record<Comparison, MessageKey> = {
  '<': 'rule_less',
  '<=': 'rule_at_most',
  '=': 'rule_exactly',
  '>=': 'rule_at_least',
  '>': 'rule_more',
};

const dateWords: Record<Comparison, MessageKey> = {
  '<': 'rule_before',
  '<=': 'rule_up_to',
  '=': 'rule_on',
  '>=': 'rule_from',
  '>': 'rule_after',
};

const ageWords: Record<Comparison, MessageKey> = {
  '<': 'rule_age_less',
  '<=': 'rule_age_at_most',
  '=': 'rule_age_exactly',
  '>=': 'rule_age_at_least',
  '>': 'rule_age_more',
};

/** What our own codes are called; a language has the code `no` too. */
const codeWords = new Map<string, MessageKey>([
  ['yes', 'rule_yes'],
  ['no', 'rule_no'],
  ['anonymous', 'rule_anonymous'],
  ['orphaned', 'rule_orphaned'],
  ['work', 'rule_code_work'],
  ['series', 'rule_code_series'],
  ['bookmark', 'rule_code_bookmark'],
  ['external', 'rule_code_external'],
  ['listing', 'rule_code_listing'],
  ['search', 'rule_code_search'],
  ['bookmarks', 'rule_code_bookmarks'],
  ['history', 'rule_code_history'],
  ['collection', 'rule_code_collection'],
  ['user', 'rule_code_user'],
  ['home', 'rule_code_home'],
]);

/** Names of archives by their ids, which the list of archives has; an entry point hands them in. */
const archiveNames = new Map<string, string>();

/** Has archives called by their names; without it, and where a reader has added one, by their ids. */
export function nameArchives(sites: Iterable<{ id: string; name: string }>): void {
  for (const { id, name } of sites) archiveNames.set(id, name);
}

/** One value of a condition in the reader's language. What an archive or the reader named stays as it is. */
export function valueWords(condition: Condition, value: Value): string {
  switch (value.type) {
    case 'name':
      return value.synonyms ? text('rule_with_synonyms', isolated(value.text)) : isolated(value.text);
    case 'regex':
      return text('rule_pattern', isolated(value.source));
    case 'creator':
      return isolated(value.pseud === undefined ? value.name : text('rule_pseud', value.pseud, value.name));
    case 'code':
      return codeName(condition.field, value.code);
    case 'theme':
      return value.level === 'present' ? text('rule_theme_present', themeName(value.theme)) : themeName(value.theme);
    case 'number':
      return text(numberWords[value.op], numberText(value.value));
    case 'range':
      return text('rule_range', numberText(value.from), numberText(value.to));
    case 'date':
      return dateText(value);
    case 'dates':
      return text('rule_range', date(value.from), date(value.to));
    case 'age':
      return ageText(value);
    case 'id':
      return value.host === undefined ? value.id : `${value.host}/${value.id}`;
  }
}

/** What a work states in a field, in the reader's language: "Words: 900", "Kind: series", "Updated: 1 October 2026". */
export function statedWords(field: string, value: string | number): string {
  const words = typeof value === 'number' ? numberText(value) : /^\d{4}-\d\d-\d\d$/.test(value) ? date(value) : codeName(field, value);
  return text('rule_is', fieldName(field), words);
}

const dateText = (value: DateValue): string => text(dateWords[value.op], date(value.date));

/** A year, a month or a day, as precise as it was written. */
function date(written: string): string {
  const [year, month, day] = written.split('-').map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month !== undefined) parts.month = 'long';
  if (day !== undefined) parts.day = 'numeric';
  return new Intl.DateTimeFormat(text('ui_language'), parts).format(at);
}

function ageText({ op, amount, unit }: AgeValue): string {
  const time = new Intl.NumberFormat(text('ui_language'), { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
  return text(ageWords[op], time);
}

function codeName(field: string, code: string): string {
  if (field === 'language') return languageName(code);
  if (field === 'archive') return archiveNames.get(code) ?? code;
  const key = codeWords.get(code);
  if (key !== undefined) return text(key);
  const terms = [...RATINGS, ...WARNINGS, ...CATEGORIES];
  // A tag condition may hold a code of any of them; each code is unique but `other`, which reads the same in all.
  const term = (field === 'rating' ? RATINGS : field === 'warning' ? WARNINGS : field === 'category' ? CATEGORIES : terms).find(
    (one) => one.code === code || one.word === code,
  );
  return term?.names[0] ?? code;
}

/** A language by its code, as the reader calls it; archives write "ptBR" where others write "pt-BR". */
function languageName(code: string): string {
  try {
    const tag = code.replace(/^([a-z]{2,3})([A-Z]{2})$/, '$1-$2');
    return new Intl.DisplayNames(text('ui_language'), { type: 'language' }).of(tag) ?? code;
  } catch {
    return code;
  }
}
