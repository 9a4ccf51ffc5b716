import { foldName } from '../domain/fold-name';
import { nearest } from './text/read-error';

/** What the archive said of one tag: what counts as the same, for rules that ask for synonyms. */
export interface KnownTag {
  /** As the archive spells it. */
  name: string;
  /** The tag under which the archive files works with this one; the tag itself when it is that one. */
  canonical: string;
  /** Tags with the same meaning and tags below it, as on its page. */
  same: string[];
  below: string[];
  /** The archive lists only its most used synonyms. */
  cut: boolean;
  /** The day on which its page was read, in days since 1970; null when it is known from elsewhere only. */
  day: number | null;
  /** Host whose page was read; empty when it is not known. */
  site: string;
  /** Synonyms of it that were met on other pages. */
  met: string[];
}

/** What was read on a page: the tag's own page, or the heading of a listing, which names the tag that another stands for. */
export type TagSeen = Pick<KnownTag, 'name' | 'canonical' | 'same' | 'below' | 'cut'>;

/** By folded name. */
export type KnownTags = Readonly<Record<string, KnownTag>>;

/** More than anybody has rules for; what was learnt first goes first. */
const MOST = 2000;

const names = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

/** What is kept, from the value that was stored; entries of older versions had only `names`, and no name of their own. */
export function readKnownTags(value: unknown): KnownTags {
  const known = Object.create(null) as Record<string, KnownTag>;
  for (const [key, kept] of typeof value === 'object' && value !== null ? Object.entries(value) : []) {
    if (typeof kept !== 'object' || kept === null) continue;
    const { name, canonical, same, below, cut, day, site, met, names: old } = kept as Record<string, unknown>;
    const spelled = typeof name === 'string' ? name : key;
    known[key] = {
      name: spelled,
      canonical: typeof canonical === 'string' ? canonical : spelled,
      same: [...names(same), ...names(old)],
      below: names(below),
      cut: cut === true,
      day: typeof day === 'number' ? day : null,
      site: typeof site === 'string' ? site : '',
      met: names(met),
    };
  }
  return known;
}

const unknown = (name: string): KnownTag => ({ name, canonical: name, same: [], below: [], cut: false, day: null, site: '', met: [] });

function put(known: KnownTags, tag: KnownTag): KnownTags {
  const { [foldName(tag.name)]: _, ...others } = known;
  const kept = [...Object.entries(others).slice(1 - MOST), [foldName(tag.name), tag] as const];
  return Object.assign(Object.create(null) as Record<string, KnownTag>, Object.fromEntries(kept));
}

/**
 * Takes in what a page says, as far as somebody wants to know it.
 * @param wanted whether a rule asks about a tag, by its folded name
 * @param read the host and the day when this is the tag's own page
 */
export function learnTag(known: KnownTags, seen: TagSeen, wanted: (folded: string) => boolean, read: { site: string; day: number } | null): KnownTags {
  const [own, canonical] = [foldName(seen.name), foldName(seen.canonical)];
  let next = known;
  if (read !== null && wanted(own)) {
    next = put(next, { ...seen, ...read, met: known[own]?.met ?? [] });
  }
  // A synonym's page, or a heading, names the tag that it stands for, whose rules then match it too.
  if (own !== canonical && wanted(canonical)) {
    const before = next[canonical] ?? unknown(seen.canonical);
    if (![...before.same, ...before.met].some((name) => foldName(name) === own)) next = put(next, { ...before, met: [...before.met, seen.name] });
  }
  // A rule about the synonym means the tag that it stands for.
  if (own !== canonical && read === null && wanted(own) && foldName(next[own]?.canonical ?? '') !== canonical) {
    next = put(next, { ...(next[own] ?? unknown(seen.name)), canonical: seen.canonical });
  }
  return next;
}

export function forgetTag(known: KnownTags, name: string): KnownTags {
  const { [foldName(name)]: _, ...others } = known;
  return Object.assign(Object.create(null) as Record<string, KnownTag>, others);
}

/** Every name that counts as the same as a tag, itself left out: for a synonym also what is known of the tag that it stands for. */
export function meaningOf(known: KnownTags, name: string): string[] {
  const tag = known[foldName(name)];
  if (tag === undefined) return [];
  const found = [...tag.same, ...tag.below, ...tag.met];
  if (foldName(tag.canonical) !== foldName(tag.name)) {
    const filed = known[foldName(tag.canonical)];
    found.push(tag.canonical, ...(filed === undefined ? [] : [...filed.same, ...filed.below, ...filed.met]));
  }
  return [...new Set(found)].filter((one) => foldName(one) !== foldName(name));
}

/** Names that may have been meant, the nearest first: of those that this device has met. */
export function namesLike(typed: string, met: readonly string[]): string[] {
  const found: string[] = [];
  let left = met.filter((name) => foldName(name) !== foldName(typed));
  while (found.length < 3) {
    const next = nearest(typed, left);
    if (next === undefined) break;
    found.push(next);
    left = left.filter((name) => foldName(name) !== foldName(next));
  }
  return found;
}

/** Names of tags that rules ask synonyms for, by their folded form. */
export function synonymsAsked(rules: readonly { id: string }[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id } of rules) {
    if (!id.includes('" synonyms')) continue;
    for (const [, quoted = ''] of id.matchAll(/"((?:[^"\\]|\\.)*)" synonyms/g)) {
      const name = quoted.replace(/\\(.)/g, '$1');
      names.set(foldName(name), name);
    }
  }
  return names;
}
