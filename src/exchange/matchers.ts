import type { Condition, Value } from '../rules/rule';
import type { LeftCode, RemarkCode } from './codes';
import { closedValues, expression, isClosed } from './closed';
import { contains, exact, literal, substring, wholeText } from './patterns';

/*
 * AO3 Enhancements and its fork compare in three ways: `exact` (with case), `contains` and `regex` (both in lower
 * case). Their kinds of tag are one letter each.
 */

const FIELDS: Readonly<Record<string, string>> = { r: 'rating', w: 'warning', c: 'category', f: 'fandom', R: 'relationship', C: 'character', F: 'freeform' };

/** The field for a kind of tag; any tag when the kind is missing or unknown, as it was there. */
export const fieldOfType = (type: string): string => (Object.hasOwn(FIELDS, type) ? (FIELDS[type] ?? 'tag') : 'tag');

export interface Matched {
  condition: Condition;
  remarks: RemarkCode[];
}

/**
 * The condition for a matcher and its value, or why there is none.
 * @param field name of the field; under `title` an exact value is the whole title
 */
export function matcherCondition(field: string, matcher: string, value: string): Matched | LeftCode {
  const text = value.trim();
  if (text === '') return matcher === 'exact' ? 'empty' : 'matches_everything';
  if (isClosed(field)) return closed(field, matcher, text);
  const remarks: RemarkCode[] = [];
  if (matcher === 'regex') {
    if (/\\[SDWBP]/.test(value)) remarks.push('regex_case_escapes');
    return { condition: one(field, { type: 'regex', source: value }), remarks };
  }
  if (matcher === 'contains') {
    if (field === 'creator') return { condition: one(field, { type: 'creator', name: `*${literal(text)}*` }), remarks };
    return { condition: one(field, field === 'title' ? substring(text) : contains(text)), remarks };
  }
  if (matcher !== 'exact' && matcher !== '') return 'unknown_shape';
  if (field === 'title') return { condition: one(field, wholeText(text)), remarks: ['whole_title'] };
  if (field === 'relationship' && text.includes('/')) remarks.push('any_order');
  if (field === 'creator') return { condition: one(field, { type: 'creator', name: literal(text) }), remarks };
  return { condition: one(field, exact(text)), remarks };
}

const one = (field: string, value: Value): Condition => ({ field, values: [value] });

function closed(field: string, matcher: string, text: string): Matched | LeftCode {
  const wanted = text.toLowerCase();
  const test =
    matcher === 'regex' ? expression(text) : (name: string) => (matcher === 'contains' ? name.toLowerCase().includes(wanted) : name.toLowerCase() === wanted);
  if (test === null) return 'bad_regex';
  const values = closedValues(field, test);
  return values.length === 0
    ? 'unknown_value'
    : { condition: { field, values }, remarks: matcher === 'contains' || matcher === 'regex' ? ['closed_names'] : [] };
}
