import { STAR, cutAtStars, matchesWhole, type Pieces } from './pattern';

/*
 * Relationship tags by meaning. `/` joins partners, ` & ` friends; partners and friends are in any order; each
 * may have alternative names ("X | Alias") and a suffix in parentheses that readers leave out. A tag is cut into
 * groups at ` & ` and the groups into partners at `/`.
 */

/** More combinations of alternative names than this are not tried: such a tag is compared as written only. */
const MOST_COMBINATIONS = 256;

/** Archives allow 150 characters to a tag. What is longer is no relationship in form: taking it apart would cost more than it has letters. */
const LONGEST = 400;

type Groups = string[][];

/** Groups of partners, or null when the (folded) name has no separator and so is no relationship in form. */
export function cutGroups(folded: string): Groups | null {
  if (folded.length > LONGEST || (!folded.includes('/') && !folded.includes(' & '))) return null;
  const groups = folded.split(' & ').map((group) => group.split('/').map((part) => part.trim()));
  return groups.some((group) => group.includes('')) ? null : groups;
}

const SUFFIX = /^(.*[^\s(])\s*(\([^()]*\))$/;

/** A partner under all its names: as written, each alternative, and each without its suffix. */
function namesOfPart(part: string): string[] {
  if (!part.includes('|') && !part.endsWith(')')) return [part];
  const names = new Set([part]);
  if (part.includes('|')) for (const half of part.split('|')) if (half.trim() !== '') names.add(half.trim());
  for (const name of [...names]) {
    const bare = name.endsWith(')') ? SUFFIX.exec(name)?.[1] : undefined;
    if (bare !== undefined) names.add(bare);
  }
  return [...names];
}

const inOrder = (groups: readonly (readonly string[])[]): string =>
  // Nearly all tags are one group.
  groups.length === 1
    ? [...(groups[0] ?? [])].sort().join('/')
    : groups
        .map((group) => [...group].sort().join('/'))
        .sort()
        .join(' & ');

/** The suffix that closes the whole tag, and the groups without it. */
function withoutSuffix(groups: Groups): { groups: Groups; suffix: string } | null {
  const last = groups[groups.length - 1] ?? [];
  const text = last[last.length - 1] ?? '';
  const found = text.endsWith(')') ? SUFFIX.exec(text) : null;
  if (found === null) return null;
  return { groups: [...groups.slice(0, -1), [...last.slice(0, -1), found[1] ?? '']], suffix: found[2] ?? '' };
}

/** Keys of a reader's value: as typed, and with a closing suffix taken as the whole tag's. */
export function keysOfWanted(folded: string): string[] {
  const groups = cutGroups(folded);
  if (groups === null) return [];
  const cut = withoutSuffix(groups);
  return cut === null ? [inOrder(groups)] : [inOrder(groups), `${inOrder(cut.groups)} ${cut.suffix}`];
}

/** Keys of a tag on a page: every order and every combination of names, such that equal keys mean a match. */
export function keysOfTag(folded: string): string[] {
  const groups = cutGroups(folded);
  if (groups === null) return [];
  const keys = new Set(combinations(groups).map(inOrder));
  const cut = withoutSuffix(groups);
  if (cut !== null) for (const choice of combinations(cut.groups)) keys.add(`${inOrder(choice)} ${cut.suffix}`);
  return [...keys];
}

/** Every choice of one name for each partner. */
function combinations(groups: Groups): Groups[] {
  const names = groups.map((group) => group.map(namesOfPart));
  if (names.flat().reduce((product, some) => product * some.length, 1) > MOST_COMBINATIONS) return [groups];
  return product(names.map((group) => product(group)));
}

function product<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>((lists, some) => lists.flatMap((list) => some.map((one) => [...list, one])), [[]]);
}

/** A value with wildcards and separators, cut up once: `A/*`. */
export interface RelationshipPattern {
  groups: Pieces[][];
}

export function relationshipPattern(foldedWithStars: string): RelationshipPattern | null {
  const groups = cutGroups(foldedWithStars);
  return groups === null ? null : { groups: groups.map((group) => group.map(cutAtStars)) };
}

/** A tag cut up for patterns: each partner with all its names. */
export type RelationshipNames = readonly (readonly (readonly string[])[])[];

export function relationshipNames(folded: string): RelationshipNames | null {
  return cutGroups(folded)?.map((group) => group.map(namesOfPart)) ?? null;
}

const isStar = (pieces: Pieces): boolean => pieces.length === 2 && pieces[0] === '' && pieces[1] === '';

/** Whether a tag is such a relationship. `A/*` is A with at least one partner, whoever else is in the tag. */
export function matchesRelationship(pattern: RelationshipPattern, tag: RelationshipNames): boolean {
  const [only] = pattern.groups;
  if (pattern.groups.length === 1 && only !== undefined) {
    if (only.some(isStar)) return tag.some((group) => matchesGroup(only, group));
    return tag.length === 1 && tag[0] !== undefined && matchesGroup(only, tag[0]);
  }
  const free = pattern.groups.filter((group) => group.length === 1 && group.every(isStar)).length;
  const bound = pattern.groups.filter((group) => !(group.length === 1 && group.every(isStar)));
  return fits(bound, tag, free, matchesGroup);
}

function matchesGroup(wanted: readonly Pieces[], group: readonly (readonly string[])[]): boolean {
  const bound = wanted.filter((pieces) => !isStar(pieces));
  return fits(bound, group, wanted.length - bound.length, (pieces, names) => names.some((name) => matchesWhole(pieces, name)));
}

/**
 * Whether each wanted unit can have a unit of its own: all are used up, or with `free` stars at least that many
 * are left over. Augmenting paths, so polynomial whatever the pattern.
 */
function fits<W, T>(wanted: readonly W[], units: readonly T[], free: number, matches: (wanted: W, unit: T) => boolean): boolean {
  const spare = units.length - wanted.length;
  if (free === 0 ? spare !== 0 : spare < free) return false;
  const owner = new Map<number, number>();
  const place = (w: number, tried: Set<number>): boolean =>
    units.some((unit, u) => {
      if (tried.has(u) || !matches(wanted[w] as W, unit)) return false;
      tried.add(u);
      const holder = owner.get(u);
      if (holder !== undefined && !place(holder, tried)) return false;
      owner.set(u, w);
      return true;
    });
  return wanted.every((_, w) => place(w, new Set()));
}

const PIECES = new RegExp(`[${STAR}/]| & `);

/** The longest run of letters that every tag matching the value contains; '' when there is none. */
export const pieceOf = (foldedWithStars: string): string => {
  let best = '';
  for (const piece of foldedWithStars.split(PIECES)) if (piece.length > best.length && piece.trim().length > best.length) best = piece.trim();
  return best;
};
