import type { Classes } from './phrase';
import type { Theme } from './theme';

/** One theme's data file. Every key but `phrases` and `examples` may be missing. */
export interface ThemeData {
  /** Looked for in free tags. */
  phrases: readonly string[];
  /** Looked for in relationship and character tags too: phrases that cannot be part of a name. */
  everywhere?: readonly string[];
  relationships?: readonly string[];
  characters?: readonly string[];
  fandoms?: readonly string[];
  /** Say by themselves that the theme is only referred to. */
  referenced?: readonly string[];
  /** Say by themselves that it does not occur. */
  negated?: readonly string[];
  /** Clean for this theme, though they contain one of its phrases. */
  exclusions?: readonly string[];
  /** Themes that it is a case of, and that match with it. */
  also?: readonly string[];
  /** Words that are somebody's name when a fandom in parentheses follows. */
  names?: readonly string[];
  /** Endings of words that are all of this theme ("...cest"). */
  endings?: readonly string[];
  /** An attempt is as bad as the deed: "attempted" leaves the level as it is. */
  attemptCounts?: boolean;
  /** Tags that a reader finds in the picker. */
  examples: readonly string[];
}

/** Words that turn a phrase around or weaken it, for one language. */
export interface Words {
  classes: Classes;
  /** Idioms, titles and names: clean for every theme. */
  clean: readonly string[];
  /** In parentheses behind a name, these tell about it; anything else there is its fandom. */
  notes: readonly string[];
  /** Words that people write with letters blanked out. */
  censored: readonly string[];
  /** Deny the noun behind them: "no rape". */
  no: readonly string[];
  /** Deny the clause behind them: "nobody really dies". */
  not: readonly string[];
  /** Deny the very next word: "non-incestuous". */
  adjacent: readonly string[];
  /** Deny what stands before: "(none shown)". */
  notAfter: readonly string[];
  /** Make what follows a mere reference: "past", "mention of". */
  referenced: readonly string[];
  /** Make what stands before a mere reference: "aftermath". */
  referencedAfter: readonly string[];
  attempted: readonly string[];
  attemptedAfter: readonly string[];
  /** End the reach of all the words above: "but". */
  ends: readonly string[];
  /** Take a denial on themselves: "nobody knows about the abuse". */
  opaque: readonly string[];
}

export interface Language {
  words: Words;
  themes: Readonly<Record<Theme, ThemeData>>;
}
