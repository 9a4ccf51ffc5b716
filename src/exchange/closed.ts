import { CATEGORIES, RATINGS, WARNINGS, type Term } from '../domain/vocabulary';
import { Matcher, OutOfSteps } from '../rules/regex/matcher';
import { checkSize, makeProgram } from '../rules/regex/program';
import { BadRegex, readRegexSyntax } from '../rules/regex/syntax';
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

/** Far more than any name of a closed list takes; an expression that needs more is one that matches nothing here. */
const STEPS = 100_000;

/** Whether an expression matches a name, in any case and in linear time; null for one that is refused. */
export function expression(source: string): ((name: string) => boolean) | null {
  try {
    const syntax = readRegexSyntax(source);
    checkSize(syntax);
    const matcher = new Matcher(makeProgram(syntax), false);
    return (name) => endOf(matcher, name) >= 0;
  } catch (error) {
    if (error instanceof BadRegex) return null;
    throw error;
  }
}

function endOf(matcher: Matcher, name: string): number {
  try {
    return matcher.endOfMatch(name, { steps: STEPS });
  } catch (error) {
    if (error instanceof OutOfSteps) return -1;
    throw error;
  }
}
