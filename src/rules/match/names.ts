import { foldName } from '../../domain/fold-name';
import { keysOfTag, relationshipNames, type RelationshipNames } from './relationship';

/** Kinds of names that a work states; `closed` are the names of its rating, warnings and categories. */
export type NameKind =
  | 'fandom'
  | 'relationship'
  | 'character'
  | 'freeform'
  | 'other'
  | 'genre'
  | 'closed'
  | 'bookmark-tag'
  | 'recipient'
  | 'series'
  | 'collection';

/** A name of a work, ready to be compared. */
export interface Name {
  /** As the page spells it. */
  readonly text: string;
  /** Folded: the whole, without the suffix that tells its kind, and the alternatives of "X | Alias". */
  readonly forms: readonly string[];
  /** All forms, each between its edges, to be searched for pieces. */
  readonly edged: string;
  /** Relationship keys, by which any order and any alternative is found; empty for other names. */
  readonly pairs: readonly string[];
  /** Partners and their names, for wildcards; null for other names. */
  readonly partners: RelationshipNames | null;
}

/** A name that another kind of tag already has gets its kind appended by the archive. */
const KIND_SUFFIX = /^(.+\S) - (?:fandom|character|relationship|freeform|archivewarning|category|rating)$/;

/** Edges of a name in the text that is searched for pieces, so that `Omega*` is looked for at the start only. */
export const START = '\u0002';
export const END = '\u0003';

export const betweenEdges = (forms: readonly string[]): string => forms.map((form) => START + form + END).join('');

/** Relationship keys begin with a character that no folded name has, so that both kinds share one index. */
export const PAIR = '\u0001';

/** A page repeats its tags and so do pages; ten thousand names are about 3 MB. */
const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, Name>();

/** The names ready to be compared. What was worked out for a name is kept for the next page. */
export function foldedNames(texts: readonly string[], kind: NameKind): Name[] {
  const names: Name[] = [];
  for (const text of texts) {
    const key = (kind === 'relationship' ? PAIR : '') + text;
    let name = remembered.get(key);
    if (name === undefined) {
      name = readName(text, kind === 'relationship');
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      if (text.length <= 400) remembered.set(key, name);
    }
    if (name.forms.length > 0) names.push(name);
  }
  return names;
}

function readName(text: string, relationship: boolean): Name {
  const whole = foldName(text);
  const forms = new Set<string>();
  if (whole !== '') forms.add(whole);
  const plain = KIND_SUFFIX.exec(whole)?.[1] ?? whole;
  if (plain !== '') forms.add(plain);
  const partners = relationship ? relationshipNames(plain) : null;
  if (partners === null && plain.includes('|')) for (const half of plain.split('|')) if (half.trim() !== '') forms.add(half.trim());
  const pairs = partners === null ? [] : keysOfTag(plain).map((key) => PAIR + key);
  return { text, forms: [...forms], edged: betweenEdges([...forms]), pairs, partners };
}
