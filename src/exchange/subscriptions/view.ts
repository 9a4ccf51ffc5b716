import type { RuleList, StoredRule } from '../../rules/rule';
import { toStored } from '../../rules/text/print';
import type { Kept, LastUpdate } from './kept';
import { statusOf, type SubscriptionStatus } from './schedule';
import { ruleListOf, type SubscribedList } from './subscribed-list';
import type { SubscriptionChoice } from './subscription';

/** What a list says about itself and holds. All texts are the list's own words: data, however they look. */
export interface ListFacts {
  name: string;
  author: string | null;
  /** Address of its home page, when it is one that may be opened. */
  home: string | null;
  version: string | null;
  licence: string | null;
  /** Days after which it wants to be looked at again. */
  expires: number | null;
  rules: number;
  /** Rules that show works, which do nothing until the reader allows it. */
  shows: number;
  /** Lines that cannot be read, the first of them. */
  unreadable: { line: number; text: string }[];
}

/** One subscription as the reader sees it. */
export interface SubscriptionView {
  choice: SubscriptionChoice;
  name: string;
  /** Null as long as the list was never there. */
  facts: ListFacts | null;
  status: SubscriptionStatus;
  update: LastUpdate | null;
}

/** A list before it is subscribed to. */
export interface SubscriptionPreview {
  address: string;
  facts: ListFacts;
  /** The first rules of it. */
  rules: StoredRule[];
}

const PREVIEW_RULES = 200;

export function factsOf(choice: SubscriptionChoice, { head, rules, shows, unreadable }: SubscribedList): ListFacts {
  const home = head.home !== undefined && /^https:\/\//i.test(head.home) && URL.canParse(head.home) ? head.home : null;
  const said = (text: string | undefined): string | null => text?.slice(0, 300) ?? null;
  return {
    name: nameOf(choice, head),
    author: said(head.author),
    home,
    version: said(head.version),
    licence: said(head.licence),
    expires: head.expires ?? null,
    rules: rules.length,
    shows,
    unreadable,
  };
}

export function viewOf(choice: SubscriptionChoice, { state, update }: Kept, list: SubscribedList | null, now: number): SubscriptionView {
  return {
    choice,
    name: nameOf(choice, list?.head ?? { lists: [], rest: [] }),
    facts: list === null ? null : factsOf(choice, list),
    status: statusOf(state, now),
    update: update ?? null,
  };
}

export const previewOf = (choice: SubscriptionChoice, list: SubscribedList): SubscriptionPreview => ({
  address: choice.address,
  facts: factsOf(choice, list),
  rules: list.rules.slice(0, PREVIEW_RULES).map(toStored),
});

const nameOf = (choice: SubscriptionChoice, head: SubscribedList['head']): RuleList['name'] => ruleListOf(choice, head).name.slice(0, 200);
