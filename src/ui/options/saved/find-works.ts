import type { Action } from '../../../domain/verdict';
import { text, themeName } from '../../../i18n';
import { joined } from '../../parts/joined';
import type { CheckedWork } from './check-files';
import { sought } from '../../parts/sought';

export type Order = 'given' | 'title' | 'creator' | 'verdict' | 'words';

/** What the reader looks for among the works; empty strings ask for nothing. */
export interface Query {
  words: string;
  verdict: Action | 'unjudged' | '';
  theme: string;
  order: Order;
}

export const EVERYTHING: Query = { words: '', verdict: '', theme: '', order: 'given' };

/** From the strongest on. */
export const VERDICTS: readonly (Action | 'unjudged')[] = ['hide', 'fold', 'note', 'highlight', 'show', 'unjudged'];

export const verdictOf = ({ verdict }: CheckedWork): Action | 'unjudged' => verdict?.action ?? 'unjudged';

/** A work without a title is called by its file. */
export const titleOf = ({ work, path }: CheckedWork): string => work.title ?? path;

export const creatorsOf = ({ work }: CheckedWork): string =>
  work.anonymous && work.creators.length === 0
    ? text('rule_anonymous')
    : joined(
        work.creators.map(({ name }) => name),
        'unit',
      );

/** The works that are asked for: every word is somewhere in what the row tells, or among the work's tags. */
export function findWorks(works: readonly CheckedWork[], query: Query): CheckedWork[] {
  const isSought = sought(query.words);
  const found = works.filter((one) => {
    if (query.verdict !== '' && verdictOf(one) !== query.verdict) return false;
    if (query.theme !== '' && !one.themes.includes(query.theme)) return false;
    return isSought(() => saidOf(one));
  });
  return query.order === 'given' ? found : found.sort(comparing(query.order));
}

function saidOf(one: CheckedWork): string[] {
  const { fandoms, relationships, characters, freeforms } = one.work;
  return [titleOf(one), one.path, creatorsOf(one), ...fandoms, ...relationships, ...characters, ...freeforms, ...one.themes.map(themeName)];
}

function comparing(order: Exclude<Order, 'given'>): (a: CheckedWork, b: CheckedWork) => number {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const byTitle = (a: CheckedWork, b: CheckedWork): number => compare(titleOf(a), titleOf(b));
  if (order === 'title') return byTitle;
  if (order === 'creator') return (a, b) => compare(creatorsOf(a), creatorsOf(b)) || byTitle(a, b);
  if (order === 'words') return (a, b) => (b.work.words ?? -1) - (a.work.words ?? -1) || byTitle(a, b);
  return (a, b) => VERDICTS.indexOf(verdictOf(a)) - VERDICTS.indexOf(verdictOf(b)) || byTitle(a, b);
}
