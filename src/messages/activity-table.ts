import * as z from 'zod/mini';
import type { Action, Reveal } from '../domain/verdict';
import type { Work } from '../domain/work';
import type { Edited } from './answers';

/* The part of the table (see table.ts) that is about what happened on this device. */

const address = z.string().check(z.maxLength(4000));

export const activityRequests = {
  'get-activity': { from: 'own', shape: z.object({}) },
  'forget-activity': { from: 'own', shape: z.object({}) },
  // A work that was folded, to be shown from now on: its address and number, and the rules that folded it.
  'show-work': {
    from: 'own',
    shape: z.object({ url: address, id: z.string().check(z.regex(/^\d{1,15}$/)), rules: z.array(z.string()).check(z.maxLength(20)) }),
  },
  'get-rule-facts': { from: 'own', shape: z.object({}) },
  'count-matches': { from: 'own', shape: z.object({ line: z.string().check(z.maxLength(20_000)) }) },
  'seen-names': { from: 'own', shape: z.object({}) },
  'seen-work': { from: 'own', shape: z.object({ address }) },
} as const;

/** The last 30 days on this device. Days count from 1970, by the reader's clock. */
export interface ActivityAnswer {
  /** Milliseconds since 1970 at which counting began. */
  since: number;
  today: number;
  /** Works that were folded or hidden, by day; days without any are left out. */
  days: { day: number; works: number }[];
  /** Rules that acted, the most frequent first; the rest is a sum. */
  rules: CountedRule[];
  otherRules: number;
  /** The last one first. `shown`: the reader has asked for it since. */
  folded: FoldedAnswer[];
  /** How many works seen recently are kept. */
  seen: number;
}

export interface CountedRule {
  id: string;
  action: Action;
  works: number;
  /** It is there, and the reader's own to change. */
  own: boolean;
  /** Its folds say nothing of the reason. */
  secret: boolean;
}

export interface FoldedAnswer {
  at: number;
  archive: string;
  id: string;
  url: string;
  title: string | null;
  action: 'fold' | 'hide';
  reasons: { rule: string; list: string; listName: string; reveal: Reveal; own: boolean }[];
  shown: boolean;
}

/** What this device knows of rules, by identity. */
export interface RuleFacts {
  /** Since when it counts, and the last day on which each rule acted, in ms. */
  since: number;
  last: Record<string, number>;
  /** Works that a rule acted on in the last 30 and in the last 90 days. */
  hits: Record<string, [month: number, quarter: number]>;
  /** When a rule was last changed, in ms, where it was changed after it was made. */
  edited: Record<string, number>;
}

/** How many works seen recently a rule matches, by itself, and some of them. */
export interface MatchesAnswer {
  matches: number;
  /** How many there are. */
  of: number;
  titles: { title: string | null; url: string }[];
}

/** What comes back for each of these requests. */
export interface ActivityAnswers {
  'get-activity': ActivityAnswer;
  'forget-activity': Edited;
  'show-work': Edited & { text: string };
  'get-rule-facts': RuleFacts;
  'count-matches': MatchesAnswer;
  /** Names of the works seen recently, by the field that they are values of. */
  'seen-names': Record<string, string[]>;
  'seen-work': { at: number; archive: string; work: Work } | null;
}
