import { archiveAt } from '../../src/archives/index';
import type { Work } from '../../src/domain/work';
import type { MatchesAnswer, RequestBody } from '../../src/messages/table';
import { compileRules } from '../../src/rules/compile';
import { judge, newBudget } from '../../src/rules/judge';
import { parseRule } from '../../src/rules/text/parse';
import { ruleId } from '../../src/rules/text/print';
import type { Activity, Store } from '../../src/storage/index';
import { synonymsKnown } from './known-tags';
import { recogniserOf } from './themes';

const TITLES = 5;

/** How many of the works seen recently a rule matches, whatever else is in force. */
async function countMatches(store: Store, activity: Activity, line: string): Promise<MatchesAnswer> {
  const read = parseRule(line);
  const [seen, { settings }, synonyms] = await Promise.all([activity.seen(), store.load(), synonymsKnown()]);
  if (!read.ok) return { matches: 0, of: seen.length, titles: [] };
  const alone = compileRules([{ id: ruleId(read.rule) }], [], { synonyms, recogniseThemes: recogniserOf(settings) });
  const budget = newBudget();
  const now = Date.now();
  const matches = seen.filter(({ archive, work }) => judge(alone, work, { page: null, own: false, archive, now }, budget).action === 'fold');
  return { matches: matches.length, of: seen.length, titles: matches.slice(0, TITLES).map(({ work }) => ({ title: work.title, url: work.url ?? '' })) };
}

const named: Record<string, (work: Work) => readonly string[]> = {
  fandom: ({ fandoms }) => fandoms,
  relationship: ({ relationships }) => relationships,
  character: ({ characters }) => characters,
  freeform: ({ freeforms }) => freeforms,
  creator: ({ creators }) => creators.map(({ name, login }) => login ?? name),
};

async function seenNames(activity: Activity): Promise<Record<string, string[]>> {
  const seen = await activity.seen();
  return Object.fromEntries(Object.entries(named).map(([field, namesOf]) => [field, [...new Set(seen.flatMap(({ work }) => namesOf(work)))]]));
}

/** The work that an address leads to, when a page showed it recently. */
async function seenWork(activity: Activity, address: string) {
  const url = URL.canParse(address) ? new URL(address) : null;
  const archive = url === null ? undefined : archiveAt(url)?.id;
  const id = /\/(?:works|s)\/(\d+)/.exec(url?.pathname ?? '')?.[1];
  if (archive === undefined || id === undefined) return null;
  return (await activity.seen()).find((one) => one.archive === archive && one.work.id === id) ?? null;
}

/** What can be asked of the works that pages showed lately. They are read from the store for each question. */
export function seenHandlers(store: Store, activity: Activity) {
  return {
    'count-matches': ({ line }: RequestBody<'count-matches'>) => countMatches(store, activity, line),
    'seen-names': () => seenNames(activity),
    'seen-work': ({ address }: RequestBody<'seen-work'>) => seenWork(activity, address),
  };
}
