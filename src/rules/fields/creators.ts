import { foldName } from '../../domain/fold-name';
import type { Creator } from '../../domain/work';
import type { Facts } from '../facts';
import { cutAtStars, foldPattern, longest, matchesWhole } from '../match/pattern';
import type { CreatorValue, Value } from '../rule';
import { quote, quoteIfNeeded, textOf, tidy, type RawValue } from '../text/raw-value';
import type { Trouble } from '../text/read-error';
import { defineField, WEIGHT, type Field, type Filing, type Style } from './field';
import { edged, tidyPattern } from './names';
import { fileRegex, readRegex, testRegex, writeRegex } from './regex-values';

/*
 * Accounts. Compared by number where both sides have one, else by login, else (no login: imported and external
 * works) by the name shown; so neither a new name nor a pseud escapes.
 */

/** Login of the account to which archives give the works that their creators leave. */
const ORPHANAGE = 'orphan_account';

/** What is compared: one creator, or the statement that there is none to see. */
type Item = Creator | 'anonymous' | { number: string };

const SUFFIX = /^(?:#(\d+))?\s*(?:\(([^()]+)\))?$/;
/** For a text in which white space is collapsed, so that the time is linear in it. */
const BARE = /^(.*?)\s*(?:#(\d+))?\s*(?:\(([^()]+)\))?$/;

function readCreator(raw: RawValue): Value | Trouble {
  if (raw.regex !== null) return readRegex(raw);
  if (raw.synonyms) return { trouble: 'synonyms_not_here' };
  const [, name, id, pseud] = raw.quoted === null ? (BARE.exec(tidy(raw.bare)) ?? []) : [raw.bare, raw.quoted, ...(SUFFIX.exec(raw.bare)?.slice(1) ?? ['?'])];
  if (id === '?') return { trouble: 'stray_text', expected: [',', 'and', 'unless', '(pseud)'] };
  const text = textOf({ ...raw, quoted: raw.quoted === null ? null : (name ?? ''), bare: name ?? '' });
  if (typeof text !== 'string') return text;
  const folded = foldName(text);
  if (id === undefined && pseud === undefined && folded === 'anonymous') return { type: 'code', code: 'anonymous' };
  if (pseud === undefined && (folded === 'orphaned' || folded === ORPHANAGE)) return { type: 'code', code: 'orphaned' };
  const value: CreatorValue = { type: 'creator', name: tidyPattern(text) };
  if (pseud !== undefined) value.pseud = tidyPattern(tidy(pseud));
  if (id !== undefined) value.id = id;
  return foldPattern(value.name) === '' ? { trouble: 'missing_value' } : value;
}

function writeCreator(value: Value, style: Style): string | null {
  if (value.type === 'regex') return writeRegex(value);
  if (value.type === 'code') return value.code;
  if (value.type !== 'creator') return null;
  const name = style === 'canonical' ? quote(value.name) : quoteIfNeeded(value.name);
  return name + (value.id === undefined ? '' : `#${value.id}`) + (value.pseud === undefined ? '' : ` (${value.pseud})`);
}

const isCreator = (item: Item): item is Creator => item !== 'anonymous' && 'name' in item;

function testCreator(value: Value): ((item: Item, facts: Facts) => boolean | string) | null {
  if (value.type === 'regex') {
    return testRegex(value, (item: Item) => {
      const text = isCreator(item) ? (item.login ?? item.name) : null;
      return text === null ? null : { text, folded: foldName(text) };
    });
  }
  if (value.type === 'code') return (item) => (value.code === 'anonymous' ? item === 'anonymous' : isCreator(item) && item.login === ORPHANAGE);
  if (value.type !== 'creator') return null;
  const [name, pseud] = [value.name, value.pseud ?? '*'].map((text) => cutAtStars(foldPattern(text)));
  const are = (text: string, wanted = name): boolean => wanted !== undefined && matchesWhole(wanted, foldName(text));
  return (item, facts) => {
    if (item === 'anonymous') return false;
    if (!isCreator(item)) return value.id === item.number && value.pseud === undefined;
    if (value.id !== undefined && value.pseud === undefined) {
      // A login can be taken over by another account, so a stated number decides alone.
      if (item.id !== null) return item.id === value.id;
      if (facts.work.creators.includes(item) && facts.work.creatorIds.length > 0) return false;
    }
    if (value.pseud === undefined) return are(item.login ?? item.name);
    // Pages write "pseud (account)", rules "account (pseud)"; whoever copies from a page means the same.
    const shown = item.pseud ?? item.name;
    return (are(item.login ?? '') && are(shown, pseud)) || (are(shown) && are(item.login ?? '', pseud));
  };
}

export const accountKey = (text: string): string => `\u0004${text}`;
export const numberKey = (id: string): string => `\u0004#${id}`;
export const ANONYMOUS_KEY = '\u0004*anonymous';

function fileCreator(value: Value): Filing[][] | null {
  if (value.type === 'regex') return fileRegex(value, 'names');
  const key = (text: string): Filing => ({ drawer: 'keys', text, weight: WEIGHT.creator });
  if (value.type === 'code') return [[key(value.code === 'anonymous' ? ANONYMOUS_KEY : accountKey(ORPHANAGE))]];
  if (value.type !== 'creator') return null;
  const folded = foldPattern(value.name);
  const pieces = cutAtStars(folded);
  const number = value.id === undefined ? [] : [key(numberKey(value.id))];
  if (pieces.length === 1) return [[key(accountKey(folded)), ...number]];
  const piece = longest(edged(pieces));
  return piece === '' ? null : [[{ drawer: 'names', text: piece, weight: WEIGHT.piece }, ...number]];
}

/** Names under which a work's creators and its bookmarker are found. */
export const accountsOf = (creator: Creator): string[] => [
  ...new Set([creator.login, creator.name, creator.pseud].flatMap((text) => (text === null ? [] : foldName(text)))),
];

function creatorField(name: string, items: (facts: Facts) => Item[]): Field {
  return defineField<Item>({
    name,
    kind: 'creator',
    choices: [],
    wildcards: true,
    regexes: true,
    read: readCreator,
    write: writeCreator,
    items,
    test: testCreator,
    word: (item, { work }) =>
      item === 'anonymous' ? 'Anonymous' : isCreator(item) ? shownName(item) : work.creators.map(shownName).join(', ') || `#${item.number}`,
    file: fileCreator,
  });
}

const shownName = ({ name, login }: Creator): string => (login === null || login === name ? name : `${name} (${login})`);

export const creatorFields: readonly Field[] = [
  creatorField('creator', ({ work }) => {
    const anonymous: Item[] = work.anonymous ? ['anonymous'] : [];
    // Where the page does not say whose number is whose, the numbers are looked at by themselves.
    const owned = new Set(work.creators.map((creator) => creator.id));
    return [...anonymous, ...work.creators, ...work.creatorIds.filter((id) => !owned.has(id)).map((number) => ({ number }))];
  }),
  creatorField('bookmarker', ({ work }) => (work.bookmark?.bookmarker === null || work.bookmark === null ? [] : [work.bookmark.bookmarker])),
];
