/** What is done with an item, weakest last in the order of precedence.ts. */
export type Action = 'show' | 'highlight' | 'note' | 'fold' | 'hide';

/** How much of the reason the fold may say: the reason text itself can be the trigger. */
export type Reveal = 'full' | 'list' | 'none';

/** Why an item got its verdict: one rule, and the words of the work that it matched. */
export interface Reason {
  /** The rule's identity (its conditions in canonical form), by which it can be found and changed. */
  rule: string;
  /** Id of the list that the rule belongs to, and its name as the reader knows it. */
  list: string;
  listName: string;
  /** What matched, as the page spells it: tag names, creators, "900 words". */
  words: string[];
  reveal: Reveal;
  /** The reader's own words about the rule. */
  note?: string;
}

/** `reasons` are those of the winning action only; empty when no rule matched. */
export interface Verdict {
  action: Action;
  reasons: Reason[];
}
