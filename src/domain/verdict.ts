import type { Colour } from './look';

/** What is done with an item, weakest last in the order of precedence.ts. */
export type Action = 'show' | 'highlight' | 'note' | 'fold' | 'hide';

/** How much of the reason the fold may say: the reason text itself can be the trigger. */
export type Reveal = 'full' | 'list' | 'none';

/** A theme of the work that a rule is about, and the tags that say so, as the page spells them. */
export interface ReasonTheme {
  /** Its id, worded in public/_locales as `theme_<id>_name`. */
  theme: string;
  level: 'present' | 'referenced';
  words: string[];
}

/** Why an item got its verdict: one rule, and the words of the work that it matched. */
export interface Reason {
  /** The rule's identity (its conditions in canonical form), by which it can be found and changed. */
  rule: string;
  /** Id of the list that the rule belongs to, and its name as the reader knows it. */
  list: string;
  listName: string;
  /** What matched, as the page spells it: tag names, creators, "900 words". */
  words: string[];
  /** What matched conditions about themes; the tags are not among `words`. Absent where the rule has no such condition. */
  themes?: ReasonTheme[];
  reveal: Reveal;
  /** The reader's own words about the rule. */
  note?: string;
}

/** `reasons` are those of the winning action only; empty when no rule matched. */
export interface Verdict {
  action: Action;
  reasons: Reason[];
  /** Of a highlighted item, where a rule says so (of several, the first in the order of `COLOURS`); else the usual one. */
  colour?: Colour;
}
