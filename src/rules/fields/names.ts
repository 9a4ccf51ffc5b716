import { CATEGORIES, RATINGS, WARNINGS } from '../../domain/vocabulary';
import type { Facts } from '../facts';
import { END, PAIR, START, type Name, type NameKind } from '../match/names';
import { cutAtStars, foldPattern, longest, matchesWhole, type Pieces } from '../match/pattern';
import { cutGroups, keysOfWanted, matchesRelationship, pieceOf, relationshipPattern, type RelationshipPattern } from '../match/relationship';
import type { NameValue, Value } from '../rule';
import { quote, quoteIfNeeded, textOf, type RawValue } from '../text/raw-value';
import type { Trouble } from '../text/read-error';
import { defineField, WEIGHT, type Field, type Filing, type Style, type Tools } from './field';
import { fileRegex, readRegex, testRegex, writeRegex } from './regex-values';

/*
 * Names: tags of every kind, recipients, series, collections. A value equals the whole name, `*` stands for any
 * run of characters, relationships match in any order.
 */

/** A backslash is an escape only before `*` and itself; alone it is written as the pair, so that one text means one value. */
export const tidyPattern = (text: string): string =>
  text.replace(/\\([*\\])|\\/g, (pair, escaped: string | undefined) => (escaped === undefined ? '\\\\' : pair)).replace(/(?<!\\)\*+/g, '*');

export function readNameValue(raw: RawValue, synonyms: boolean): Value | Trouble {
  if (raw.regex !== null) return readRegex(raw);
  if (raw.quoted !== null && raw.bare !== '') return { trouble: 'stray_text', expected: [',', 'and', 'unless'] };
  if (raw.synonyms && !synonyms) return { trouble: 'synonyms_not_here' };
  const text = textOf(raw);
  if (typeof text !== 'string') return text;
  const value: NameValue = { type: 'name', text: tidyPattern(text) };
  if (foldPattern(value.text) === '') return { trouble: 'missing_value' };
  if (raw.synonyms) value.synonyms = true;
  return value;
}

export function writeNameValue(value: Value, style: Style): string | null {
  if (value.type === 'regex') return writeRegex(value);
  if (value.type !== 'name') return null;
  return (style === 'canonical' ? quote(value.text) : quoteIfNeeded(value.text)) + (value.synonyms === true ? ' synonyms' : '');
}

/** A name value made ready: what a name must equal, or the pieces it must have. */
interface Wanted {
  pieces: Pieces;
  pairs: readonly string[];
  partners: RelationshipPattern | null;
}

function readWanted(text: string): Wanted {
  const folded = foldPattern(text);
  const pieces = cutAtStars(folded);
  if (pieces.length > 1) return { pieces, pairs: [], partners: relationshipPattern(folded) };
  return { pieces, pairs: keysOfWanted(folded).map((key) => PAIR + key), partners: null };
}

function matches({ pieces, pairs, partners }: Wanted, name: Name): boolean {
  if (name.forms.some((form) => matchesWhole(pieces, form))) return true;
  if (name.partners === null) return false;
  return partners === null ? pairs.some((pair) => name.pairs.includes(pair)) : matchesRelationship(partners, name.partners);
}

/** The value's text and, when asked for, the tags that the archive holds for the same. */
function textsOf(value: NameValue, tools: Tools): string[] {
  return value.synonyms === true ? [value.text, ...tools.synonyms(value.text)] : [value.text];
}

export function testNameValue(value: Value, tools: Tools): ((name: Name, facts: Facts) => boolean | string) | null {
  if (value.type === 'regex') return testRegex(value, (name: Name) => ({ text: name.text, folded: name.forms[0] ?? '' }));
  if (value.type !== 'name') return null;
  const wanted = textsOf(value, tools).map(readWanted);
  return (name) => wanted.some((one) => matches(one, name));
}

export function fileNameValue(value: Value, tools: Tools, pairs: Pairs): Filing[][] | null {
  if (value.type === 'regex') return fileRegex(value, 'names');
  if (value.type !== 'name') return null;
  const filings = value.synonyms === true ? textsOf(value, tools).flatMap((text) => fileText(text, pairs)) : fileText(value.text, pairs);
  return filings.some((filing) => filing.text === '') ? null : [filings];
}

/** The pieces with the edges of the name at the first and the last, unless a star stands there. */
export const edged = (pieces: Pieces): string[] =>
  pieces.map((piece, index) => (piece === '' ? '' : (index === 0 ? START : '') + piece + (index === pieces.length - 1 ? END : '')));

/** Whether the field has relationships, which are found in any order: none, besides other names, or nothing else. */
type Pairs = 'none' | 'some' | 'only';

function fileText(text: string, pairs: Pairs): Filing[] {
  const folded = foldPattern(text);
  const pieces = cutAtStars(folded);
  if (pieces.length === 1) {
    const whole: Filing = { drawer: 'keys', text: folded, weight: WEIGHT.name };
    const found = pairs === 'none' ? [] : keysOfWanted(folded).map((key): Filing => ({ drawer: 'keys', text: PAIR + key, weight: WEIGHT.name }));
    return pairs === 'only' && found.length > 0 && !folded.endsWith(' - relationship') ? found : [whole, ...found];
  }
  const piece = pairs !== 'none' && cutGroups(folded) !== null ? pieceOf(folded) : longest(edged(pieces));
  return [{ drawer: 'names', text: piece, weight: piece.length < 4 ? WEIGHT.shortPiece : WEIGHT.piece }];
}

function nameField(name: string, kinds: readonly NameKind[], { positions = false, synonyms = false } = {}): Field {
  return defineField<Name>({
    name,
    kind: 'name',
    positions,
    wildcards: true,
    regexes: true,
    synonyms,
    read: (raw) => readNameValue(raw, synonyms),
    write: writeNameValue,
    items: (facts) => (kinds.length === 1 && kinds[0] !== undefined ? facts.namesOf(kinds[0]) : kinds.flatMap((kind) => facts.namesOf(kind))),
    test: testNameValue,
    word: (item) => item.text,
    file: (value, tools) => fileNameValue(value, tools, !kinds.includes('relationship') ? 'none' : kinds.length > 1 ? 'some' : 'only'),
  });
}

/** Kinds of tags of a work, in the order in which pages list them. The bookmarker's tags are none of them. */
const TAGS: readonly NameKind[] = ['closed', 'fandom', 'relationship', 'character', 'freeform', 'other', 'genre'];

/** Names as archives write them; short forms like "M" and "death" are under `tag` tags of that name. */
const isOfficial = (name: string): boolean => /^[A-Z]/.test(name) && (name.length > 2 || name.includes('/'));

/** Today's name by any name that a rating, warning or category has had, in lower case. */
const todaysNames = new Map<string, string>();
for (const terms of [WARNINGS, RATINGS, CATEGORIES]) {
  for (const { names } of terms) for (const name of names) if (isOfficial(name)) todaysNames.set(name.toLowerCase(), names[0] ?? name);
}

const anyTag = nameField('tag', TAGS, { synonyms: true });
/** A known rating, warning or category under today's name, to be looked for beside the value as written; none for other values. */
function asToday(value: Value): Value[] {
  const today = value.type === 'name' ? todaysNames.get(value.text.toLowerCase()) : undefined;
  return today === undefined ? [] : [{ type: 'name', text: today }];
}

const tag: Field = {
  ...anyTag,
  compile: (condition, tools) => anyTag.compile({ ...condition, values: condition.values.flatMap((value) => [value, ...asToday(value)]) }, tools),
  file(value, tools) {
    const ways = anyTag.file(value, tools);
    const [today] = asToday(value);
    if (today === undefined || ways === null) return ways;
    const under = anyTag.file(today, tools)?.flat() ?? [];
    return ways.map((way) => [...way, ...under]);
  },
};

/** FanFiction.net's pairings are its relationships; other archives have no such field. */
const relationships = nameField('pairing', ['relationship'], { positions: true });
const pairing: Field = {
  ...relationships,
  compile(condition, tools) {
    const test = relationships.compile(condition, tools);
    return (facts) => (/^(?:fanfiction|fictionpress)/.test(facts.context.archive) ? test(facts) : null);
  },
};

export const nameFields: readonly Field[] = [
  tag,
  nameField('fandom', ['fandom'], { positions: true, synonyms: true }),
  nameField('relationship', ['relationship'], { positions: true, synonyms: true }),
  nameField('character', ['character'], { positions: true, synonyms: true }),
  nameField('freeform', ['freeform'], { positions: true, synonyms: true }),
  nameField('bookmark-tag', ['bookmark-tag'], { synonyms: true }),
  nameField('recipient', ['recipient']),
  nameField('collection', ['collection']),
  nameField('genre', ['genre']),
  pairing,
];

/** Every kind of name, for the index. */
export const NAME_KINDS: readonly NameKind[] = [...TAGS, 'bookmark-tag', 'recipient', 'series', 'collection'];
