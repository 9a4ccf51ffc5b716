import { CATEGORIES, RATINGS, WARNINGS, type Term } from '../domain/vocabulary';
import type { CodeValue } from '../rules/rule';

const VOCABULARIES: Readonly<Record<string, readonly Term<string>[]>> = { rating: RATINGS, warning: WARNINGS, category: CATEGORIES };

/**
 * Ratings, warnings and categories are codes here, so that a pattern about their names becomes the codes of the
 * names that it matches.
 * @param matches asked for every name that an archive has used
 */
export function closedValues(field: string, matches: (name: string) => boolean): CodeValue[] {
  const terms = Object.hasOwn(VOCABULARIES, field) ? (VOCABULARIES[field] ?? []) : [];
  return terms.filter((term) => term.names.some((name) => isShown(name, term.code) && matches(name))).map((term) => ({ type: 'code', code: term.code }));
}

/** Short forms such as "M" and "cntw" are for typing; no page of the archive shows them. */
const isShown = (name: string, code: string): boolean => name !== code && (name.length > 2 || name.includes('/'));

export const isClosed = (field: string): boolean => Object.hasOwn(VOCABULARIES, field);
