import { CATEGORIES, RATINGS, WARNINGS, type Term } from '../../domain/vocabulary';
import type { Condition, Rule, Value } from '../../rules/rule';

/*
 * What the simple lists of other blockers can hold: a name, perhaps with stars; a creator; a number of a work. Here
 * is what a condition is in those terms.
 */

/** A name without escapes; `pieces` are its parts between stars, one when there is none. */
export interface PlainName {
  text: string;
  pieces: string[];
}

const CLOSED: Readonly<Record<string, readonly Term<string>[]>> = { rating: RATINGS, warning: WARNINGS, category: CATEGORIES };

/** Fields whose names stand in one list in most blockers. */
export const TAG_FIELDS: readonly string[] = ['tag', 'fandom', 'relationship', 'character', 'freeform', 'rating', 'warning', 'category'];

/** The one condition of a rule without exceptions; null for the others, and for those with positions or "not". */
export function onlyCondition(rule: Rule): Condition | null {
  const [condition] = rule.when;
  if (rule.when.length !== 1 || rule.unless.length > 0 || condition === undefined) return null;
  return condition.at === undefined && condition.not === undefined ? condition : null;
}

/** The names of a value; of a rating, warning or category the name that pages show. Null for another kind of value. */
export function plainName(field: string, value: Value): PlainName | null {
  if (value.type === 'name') return cut(value.text);
  if (value.type !== 'code' || !Object.hasOwn(CLOSED, field)) return null;
  const name = CLOSED[field]?.find((term) => term.code === value.code)?.names[0];
  return name === undefined ? null : { text: name, pieces: [name] };
}

/** The pieces of a name value between its stars. */
function cut(text: string): PlainName {
  const pieces = [''];
  for (const found of text.matchAll(/\\([\\*])|\*|[^\\*]+|\\/g)) {
    if (found[0] === '*') pieces.push('');
    else pieces[pieces.length - 1] += found[1] ?? found[0];
  }
  return { text: pieces.join('*'), pieces };
}

/** Whether a text of the name itself has a star, which other blockers would take for a wildcard. */
export const hasOwnStar = ({ pieces }: PlainName): boolean => pieces.some((piece) => piece.includes('*'));
