/**
 * Everything that can be wrong with a line, as codes: the words are in the messages, key `rule_error_` + code.
 */
export const ERROR_CODES = [
  'no_condition',
  'line_too_long',
  'unknown_field',
  'unknown_action',
  'missing_colon',
  'missing_value',
  'missing_and',
  'or_needs_unless',
  'and_after_unless',
  'stray_text',
  'quote_not_closed',
  'single_quotes',
  'value_needs_quotes',
  'value_too_long',
  'unknown_value',
  'not_a_number',
  'number_with_comma',
  'range_reversed',
  'not_a_date',
  'not_a_work',
  'regex_not_here',
  'regex_not_closed',
  'regex_flag',
  'regex_syntax',
  'regex_look_around',
  'regex_back_reference',
  'regex_too_large',
  'synonyms_not_here',
  'position_not_here',
  'bad_position',
  'repeated_part',
  'front_matter_not_closed',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Where in a line what went wrong. */
export interface ReadError {
  code: ErrorCode;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units, as text fields count. */
  column: number;
  /** What stands there, as written. */
  found: string;
  /** Words that would be right there, in the language of rules; may be long, may be empty. */
  expected: readonly string[];
  /** The text to put in place of `found`. */
  suggestion?: string;
}

/** What a field finds wrong with a value; the place is known to the caller. */
export interface Trouble {
  trouble: ErrorCode;
  expected?: readonly string[];
  suggestion?: string;
  /** Offset in the value's text, when not its start. */
  at?: number;
}

/** Thrown inside the reader only; `parseRule` turns it into a result. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  constructor(
    readonly code: ErrorCode,
    readonly column: number,
    readonly found: string,
    readonly expected: readonly string[] = [],
    readonly suggestion?: string,
  ) {
    super(code);
  }
}

/** The word of a list that is nearest to what was typed, when it is near enough to be meant. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase().slice(0, 40);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of words) {
    const distance = editDistance(wanted, word.toLowerCase());
    if (distance < least) [best, least] = [word, distance];
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
