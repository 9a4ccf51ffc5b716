import { CATEGORIES, RATINGS, WARNINGS, type Term } from '../domain/vocabulary';
import { isInForce } from './judge';
import { DEFAULT_ACTION, DEFAULT_LIST, type Condition, type RuleList, type StoredRule, type Value } from './rule';
import { fromStored } from './text/parse';
import { printStored } from './text/print';

/** What of the reader's rules an archive's own search can leave out. */
export interface Exclusions {
  /** Names of tags, ratings, warnings and categories, those that matter on the page first. */
  tags: string[];
  /** `exclude` leaves them out, `only` leaves out everything else. */
  crossovers: 'exclude' | 'only' | null;
  complete: 'exclude' | 'only' | null;
  /** Works in other languages are left out. */
  language: string | null;
  words: { from: number | null; to: number | null };
  /** Rules that cannot be said in a search, or not all of them, as text; empty for one that is to name no subject. */
  left: string[];
}

const TAGS: readonly string[] = ['tag', 'fandom', 'relationship', 'character', 'freeform'];
const CLOSED: Readonly<Record<string, readonly Term<string>[]>> = { rating: RATINGS, warning: WARNINGS, category: CATEGORIES };

/**
 * Turns rules that fold or hide into what a search can exclude. A rule of several conditions would exclude too much
 * and is left out.
 * @param matched rules that acted on the works of the page, with the tags that they matched, spelled as on the archive
 */
export function exclusionsOf(
  rules: Iterable<StoredRule>,
  lists: ReadonlyMap<string, RuleList>,
  matched: ReadonlyMap<string, readonly string[]>,
  now: number,
): Exclusions {
  const found: Exclusions = { tags: [], crossovers: null, complete: null, language: null, words: { from: null, to: null }, left: [] };
  const later: string[] = [];
  for (const stored of rules) {
    const list = lists.get(stored.list ?? DEFAULT_LIST);
    const action = stored.action ?? list?.action ?? DEFAULT_ACTION;
    if ((action !== 'fold' && action !== 'hide') || !isInForce(stored, list, now)) continue;
    const read = fromStored(stored);
    const condition = read.ok && read.rule.when.length === 1 && read.rule.unless.length === 0 ? read.rule.when[0] : undefined;
    const here = matched.get(stored.id);
    const leave = (): unknown => found.left.push((stored.reason ?? list?.reveal ?? 'full') === 'full' ? printStored({ ...stored, action }) : '');
    if (condition === undefined) leave();
    else if (TAGS.includes(condition.field) && here !== undefined && condition.not !== true && condition.at === undefined) {
      found.tags.push(...here);
      if (!namesOf(condition, later)) leave();
    } else if (!express(condition, found, here === undefined ? later : found.tags)) leave();
  }
  found.tags = [...new Set([...found.tags, ...later])];
  return found;
}

/** @returns whether the whole condition could be said */
function express(condition: Condition, found: Exclusions, tags: string[]): boolean {
  const { field, not, at, values } = condition;
  const [value] = values;
  const code = value?.type === 'code' && values.length === 1 ? value.code : null;
  if (at !== undefined) return false;
  if (TAGS.includes(field)) return not !== true && namesOf(condition, tags);
  const terms = Object.hasOwn(CLOSED, field) ? CLOSED[field] : undefined;
  if (terms !== undefined) return not !== true && values.every((one) => pushName(terms, one, tags));
  if (field === 'crossover' || field === 'complete') {
    if (code === null) return false;
    const yes = (code === 'yes') !== (not === true);
    found[field === 'complete' ? 'complete' : 'crossovers'] = yes ? 'exclude' : 'only';
    return true;
  }
  if (field === 'language' && not === true && code !== null) {
    found.language = code;
    return true;
  }
  if (field !== 'words' || not === true || value?.type !== 'number' || values.length > 1) return false;
  if (value.op === '<' || value.op === '<=') found.words.from = Math.max(found.words.from ?? 0, value.value + (value.op === '<=' ? 1 : 0));
  else if (value.op === '>' || value.op === '>=') found.words.to = Math.min(found.words.to ?? Infinity, value.value - (value.op === '>=' ? 1 : 0));
  else return false;
  return true;
}

/** Exact names go to `tags`. @returns whether all of them were exact */
function namesOf({ values }: Condition, tags: string[]): boolean {
  let all = true;
  for (const value of values) {
    const plain = value.type === 'name' && value.synonyms !== true ? value.text.replace(/\\([*\\])/g, '\u0000$1') : '*';
    if (/(?<!\u0000)\*/.test(plain) || plain.includes(',')) all = false;
    else tags.push(plain.replaceAll('\u0000', ''));
  }
  return all;
}

function pushName(terms: readonly Term<string>[], value: Value, tags: string[]): boolean {
  const name = value.type === 'code' ? terms.find(({ code }) => code === value.code)?.names[0] : undefined;
  if (name !== undefined) tags.push(name);
  return name !== undefined;
}
