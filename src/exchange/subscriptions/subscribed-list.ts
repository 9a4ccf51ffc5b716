import { REVEALS, type Rule, type RuleList, type StoredRule } from '../../rules/rule';
import { parseList } from '../../rules/text/parse';
import { toStored } from '../../rules/text/print';
import { readHead, type ListHead } from '../list-front';
import type { SubscriptionChoice, Trouble } from './subscription';

/** A list of 50,000 names has 2 to 3 MB. */
export const LARGEST_LIST = 5_000_000;
const MOST_RULES_OF_A_LIST = 50_000;

/** A fetched list, read. What can't be read is counted, and shown with its place in the preview. */
export interface SubscribedList {
  head: ListHead;
  rules: Rule[];
  unreadable: { line: number; text: string }[];
  /** Rules that would show a work, which do nothing until the reader allows it. */
  shows: number;
}

const UNREADABLE_SHOWN = 100;

/**
 * Reads a list's text, as data and nothing else. Rules that it switched off are left out.
 * @returns the trouble when it is no list of ours, or too long for one
 */
export function readSubscribed(text: string): { ok: true; list: SubscribedList } | { ok: false; trouble: Trouble } {
  const { front, lines } = parseList(text);
  const byId = new Map<string, Rule>();
  const unreadable: SubscribedList['unreadable'] = [];
  let errors = 0;
  for (const line of lines) {
    if ('rule' in line) {
      if (line.rule.off !== true) byId.set(line.rule.id, line.rule);
    } else if ('error' in line && ++errors <= UNREADABLE_SHOWN) unreadable.push({ line: line.error.line, text: line.text.slice(0, 200) });
  }
  if (byId.size > MOST_RULES_OF_A_LIST) return { ok: false, trouble: { code: 'too_many_rules', detail: String(byId.size) } };
  // A page that is no list has a line that reads as a rule by accident at most.
  if (byId.size === 0 || errors > byId.size * 4) return { ok: false, trouble: { code: 'not_a_list', detail: unreadable[0]?.text ?? '' } };
  const rules = [...byId.values()];
  return { ok: true, list: { head: readHead(front), rules, unreadable, shows: rules.filter((rule) => rule.action === 'show').length } };
}

/** The list under which the rules of a subscription are judged: below the reader's own. */
export function ruleListOf(choice: SubscriptionChoice, head: ListHead): RuleList {
  return {
    id: choice.id,
    name: choice.name ?? head.name ?? new URL(choice.address).hostname,
    on: choice.on,
    subscription: true,
    ...(choice.allowShow === true && { allowShow: true }),
    ...(choice.reveal !== undefined && { reveal: choice.reveal }),
  };
}

/**
 * A list as plain JSON that can be judged by without reading it again: 50,000 lines take longer to read than a page
 * waits for its first verdict.
 */
export interface ReadyList {
  head: ListHead;
  rules: StoredRule[];
}

/** Any id that is not the reader's own list, so that the action is always said; the real one is put in later. */
const SOME_LIST = 'sub';

export const readyOf = ({ head, rules }: SubscribedList): ReadyList => ({ head, rules: rules.map((rule) => toStored({ ...rule, list: SOME_LIST })) });

/** The rules as they are judged, with what the reader chose put over what the list says. */
export function rulesInForce(choice: SubscriptionChoice, { rules }: ReadyList): StoredRule[] {
  return rules
    .filter((rule) => rule.action !== 'show' || choice.allowShow === true)
    .map((rule) => {
      const judged: StoredRule = { ...rule, list: choice.id };
      if (rule.reason !== undefined && choice.reveal !== undefined) judged.reason = lessOf(rule.reason, choice.reveal);
      if (choice.action !== undefined && rule.action !== 'show') judged.action = choice.action;
      return judged;
    });
}

/** The same from a list as it was read. */
export const rulesOf = (choice: SubscriptionChoice, list: SubscribedList): StoredRule[] => rulesInForce(choice, readyOf(list));

/** The one that tells less; they are listed from the most to the least. */
const lessOf = <T extends (typeof REVEALS)[number]>(a: T, b: T): T => (REVEALS.indexOf(a) > REVEALS.indexOf(b) ? a : b);
