import { COLOURS } from '../domain/look';
import type { Reason, Reveal, Verdict } from '../domain/verdict';
import type { Work } from '../domain/work';
import { matchRule, type Met } from './compiled-rule';
import { Facts, type Budget, type JudgeContext } from './facts';
import { decide, type Contender } from './precedence';
import { DEFAULT_ACTION, DEFAULT_LIST, type RuleList, type StoredRule } from './rule';
import type { RuleSet } from './rule-set';

export type { Budget, JudgeContext } from './facts';

/**
 * Steps of regular expressions for a page. A step is one character read by one expression, 5 to 50 ns, so that all
 * of a page's expressions together stay below 50 ms.
 */
const STEPS_FOR_A_PAGE = 500_000;

export const newBudget = (): Budget => ({ steps: STEPS_FOR_A_PAGE, refused: 0 });

/** A rule that matches a work. */
export interface Match extends Contender, Met {
  stored: StoredRule;
  list: RuleList | undefined;
}

/**
 * What is to be done with a work, and why. Never throws; takes no notice of what the page does not state.
 * @param budget shared by the works of a page
 */
export function judge(set: RuleSet, work: Work, context: JudgeContext, budget: Budget = newBudget()): Verdict {
  const { action, winners } = decide(matchesOf(set, factsOf(set, work, context, budget)));
  const colour = action === 'highlight' ? COLOURS.find((one) => winners.some(({ stored }) => stored.colour === one)) : undefined;
  return { action, reasons: winners.map((match) => reasonOf(match, set.resources.reveal)), ...(colour !== undefined && { colour }) };
}

export const factsOf = (set: RuleSet, work: Work, context: JudgeContext, budget: Budget): Facts =>
  new Facts(work, context, budget, set.resources.recogniseThemes);

/** Every rule in force that matches, in the order in which the rules were found. */
export function matchesOf(set: RuleSet, facts: Facts): Match[] {
  const matches: Match[] = [];
  const own = isOwn(facts);
  set.candidates(facts, (rule, stored) => {
    const list = set.listOf(stored);
    if (own && !rule.aboutPage) return;
    if (!isInForce(stored, list, facts.context.now)) return;
    const met = matchRule(rule, facts);
    if (met !== null) matches.push({ ...contenderOf(stored, list), stored, list, ...met });
  });
  return matches;
}

export function contenderOf(stored: StoredRule, list: RuleList | undefined): Contender {
  return {
    action: stored.action ?? list?.action ?? DEFAULT_ACTION,
    strict: stored.strict === true,
    subscribed: list?.subscription === true,
    mayShow: list?.allowShow === true,
  };
}

/** The reader's own works and bookmarks are left alone. The history is the reader's own page of other people's works. */
export function isOwn({ work, context }: Facts): boolean {
  return work.own || work.bookmark?.own === true || (context.own === true && context.page !== 'history');
}

/** Switched off, in a list that is switched off, or past its last day (UTC), a rule does nothing. */
export function isInForce(stored: StoredRule, list: RuleList | undefined, now: number): boolean {
  if (stored.off === true || list?.on === false) return false;
  // A day that is none (from another device) does not put a rule to sleep.
  return stored.until === undefined || !(now >= Date.parse(`${stored.until}T24:00:00Z`));
}

function reasonOf({ stored, list, words, themes }: Match, usual: Reveal): Reason {
  const id = stored.list ?? DEFAULT_LIST;
  const reason: Reason = { rule: stored.id, list: id, listName: list?.name ?? id, words, reveal: stored.reason ?? list?.reveal ?? usual };
  if (themes.length > 0) reason.themes = themes;
  if (stored.note !== undefined) reason.note = stored.note;
  return reason;
}
