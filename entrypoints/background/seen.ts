import { archiveAt } from '../../src/archives/index';
import type { Work } from '../../src/domain/work';
import type { MatchesAnswer, RequestBody } from '../../src/messages/table';
import { workIn } from '../../src/domain/work-address';
import type { StoredRule } from '../../src/rules/rule';
import { parseRule, readConditions } from '../../src/rules/text/parse';
import { ruleId } from '../../src/rules/text/print';
import type { Activity, Store } from '../../src/storage/index';
import type { KeptTags } from './kept-tags';
import { actingAlone } from './single-rule';

const TITLES = 5;

/** How many of the works seen recently a rule matches, whatever else is in force. */
async function countMatches(store: Store, tags: KeptTags, activity: Activity, line: string): Promise<MatchesAnswer> {
  const read = parseRule(line);
  const seen = await activity.seen();
  if (!read.ok) return { matches: 0, of: seen.length, titles: [] };
  const acts = await actingAlone(store, tags, ruleId(read.rule));
  const matches = seen.filter(({ archive, work }) => acts(work, { page: null, own: false, archive }));
  return { matches: matches.length, of: seen.length, titles: matches.slice(0, TITLES).map(({ work }) => ({ title: work.title, url: work.url ?? '' })) };
}

const named: Record<string, (work: Work) => readonly string[]> = {
  fandom: ({ fandoms }) => fandoms,
  relationship: ({ relationships }) => relationships,
  character: ({ characters }) => characters,
  freeform: ({ freeforms }) => freeforms,
  creator: ({ creators }) => creators.map(({ name, login }) => login ?? name),
};

/** Tags that the archive treats as the same as those of rules, as far as they are learnt. */
export function learntNames(rules: readonly StoredRule[], synonyms: (name: string) => readonly string[]): string[] {
  const conditions = rules.filter(({ id }) => id.includes('" synonyms')).flatMap((rule) => Object.values(readConditions(rule) ?? {}).flat());
  return [
    ...new Set(conditions.flatMap(({ values }) => values).flatMap((value) => (value.type === 'name' && value.synonyms === true ? synonyms(value.text) : []))),
  ];
}

async function seenNames(store: Store, tags: KeptTags, activity: Activity): Promise<Record<string, string[]>> {
  const [seen, { rules }, synonyms] = await Promise.all([activity.seen(), store.load(), tags.synonyms()]);
  const names = Object.entries(named).map(([field, namesOf]): [string, string[]] => [field, [...new Set(seen.flatMap(({ work }) => namesOf(work)))]]);
  return Object.fromEntries([...names, ['tag', learntNames(rules, synonyms)]]);
}

/** The work that an address leads to, when a page showed it recently. */
async function seenWork(activity: Activity, address: string) {
  const url = URL.canParse(address) ? new URL(address) : null;
  // A site that the reader has added goes by its host.
  const archive = url === null ? undefined : (archiveAt(url)?.id ?? url.hostname);
  const id = url === null ? undefined : workIn(url);
  if (archive === undefined || id === undefined) return null;
  return (await activity.seen()).find((one) => one.archive === archive && one.work.id === id) ?? null;
}

/** What can be asked of the works that pages showed lately. They are read from the store for each question. */
export function seenHandlers(store: Store, tags: KeptTags, activity: Activity) {
  return {
    'count-matches': ({ line }: RequestBody<'count-matches'>) => countMatches(store, tags, activity, line),
    'seen-names': () => seenNames(store, tags, activity),
    'seen-work': ({ address }: RequestBody<'seen-work'>) => seenWork(activity, address),
  };
}
