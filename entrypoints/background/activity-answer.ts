import { DAY } from '../../src/domain/document';
import type { ActivityAnswer, CountedRule, Edited, RequestBody } from '../../src/messages/table';
import { DEFAULT_ACTION, DEFAULT_LIST } from '../../src/rules/rule';
import { printRule, toStored } from '../../src/rules/text/print';
import { hitsIn, localDay, type Activity, type Store } from '../../src/storage/index';
import { ruleFromPage } from './page-rule';

const SHOWN_DAYS = 30;
const SHOWN_RULES = 15;

/** "Show this work": the rule that a press on it makes. */
const showing = (id: string, url: string, strict: boolean) =>
  ruleFromPage({ action: 'show', when: [{ field: 'work', values: [id] }], unless: [], strict }, url);

/** The last 30 days on this device, as the options tell of them. */
export async function getActivity(store: Store, activity: Activity): Promise<ActivityAnswer> {
  const now = Date.now();
  const [counts, folded, seen, { rules, lists }] = await Promise.all([activity.days(), activity.folded(), activity.seen(), store.load()]);
  const today = localDay(now);
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const listOf = new Map(lists.map((list) => [list.id, list]));
  // The rules of a subscription are not among the reader's, but its folds were.
  const silent = new Set(folded.flatMap(({ reasons }) => reasons.flatMap(({ rule, reveal }) => (reveal === 'none' ? rule : []))));
  const counted = (id: string, works: number): CountedRule => {
    const rule = known.get(id);
    const list = listOf.get(rule?.list ?? DEFAULT_LIST);
    const secret = silent.has(id) || (rule !== undefined && (rule.reason ?? list?.reveal) === 'none');
    return { id, works, action: rule?.action ?? list?.action ?? DEFAULT_ACTION, own: rule !== undefined, secret };
  };
  const hits = [...hitsIn(counts, now, SHOWN_DAYS)].sort((a, b) => b[1] - a[1]);
  return {
    since: counts.since,
    today,
    days: counts.days.flatMap(({ day, works }) => (day > today - SHOWN_DAYS && works > 0 ? { day, works } : [])),
    rules: hits.slice(0, SHOWN_RULES).map(([id, works]) => counted(id, works)),
    otherRules: hits.slice(SHOWN_RULES).reduce((sum, [, works]) => sum + works, 0),
    folded: folded
      .filter(({ at }) => at > now - SHOWN_DAYS * DAY)
      .map((one) => ({
        ...one,
        shown: known.get(showing(one.id, one.url, false).id)?.action === 'show',
        reasons: one.reasons.map((reason) => ({ ...reason, own: known.has(reason.rule) })),
      })),
    seen: seen.length,
  };
}

/** Makes the rule by which a folded work is shown from now on. */
export async function showWork(store: Store, { url, id, rules }: RequestBody<'show-work'>): Promise<Edited & { text: string }> {
  // A rule that holds even against "show" is outdone only by one of its kind.
  const strict = (await store.load()).rules.some((rule) => rule.strict === true && rules.includes(rule.id));
  const made = showing(id, url, strict);
  return { ...(await store.edit([{ op: 'put-rule', rule: toStored(made) }])), text: printRule(made) };
}
