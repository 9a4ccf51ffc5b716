import { codeOf, RATINGS } from '../../domain/vocabulary';
import type { Work } from '../../domain/work';
import { rounded } from '../reading/numbers';
import { decode } from '../reading/text';

const GENRES = new Set(
  'Adventure|Angst|Crime|Drama|Family|Fantasy|Friendship|General|Horror|Humor|Hurt/Comfort|Mystery|Parody|Poetry|Romance|Sci-Fi|Spiritual|Supernatural|Suspense|Tragedy|Western'.split(
    '|',
  ),
);

/** Genres of a segment, "Angst/Hurt/Comfort" or "Drama & Friendship"; `null` when it is something else. */
function genresOf(segment: string): string[] | null {
  const names = segment
    .replace('Hurt/Comfort', 'Hurt\\Comfort')
    .split(/\/| & /)
    .map((name) => name.replace('\\', '/'));
  return names.every((name) => GENRES.has(name)) ? names : null;
}

/**
 * Both halves of "A & B" for every place where it can be cut: names of fandoms hold the separator themselves, and
 * nothing tells where one ends. So each fandom is in the list, at the price of some that are none.
 */
export function halves(text: string, separator = ' & '): string[] {
  const parts = text.split(separator);
  if (parts.length < 2) return [text];
  return [...new Set(parts.slice(1).flatMap((_, index) => [parts.slice(0, index + 1).join(separator), parts.slice(index + 1).join(separator)]))];
}

/** Fandoms in front of the rating: "Crossover - A & B", a fandom, or nothing in the list of a single fandom. */
export function fandomsOf(prefix: string): string[] {
  if (prefix.startsWith('Crossover - ')) return halves(prefix.slice(12));
  return prefix === '' ? [] : [prefix];
}

/** Section that a list of FictionPress is about, by its address: "/fiction/Young-Adult/". */
function sectionOf({ pathname }: URL): string[] {
  const slug = /^\/(?:fiction|poetry)\/([^/]+)/.exec(pathname)?.[1];
  if (slug === undefined) return [];
  const name = decode(slug);
  return [GENRES.has(name) ? name : name.replaceAll('-', ' ')];
}

/**
 * FictionPress has original works in sections ("Fantasy", "Young Adult") where FanFiction.net has fandoms. They tell
 * the kind of story, so they are genres.
 */
export function placeSections(work: Work, url: URL): void {
  if (!/(?:^|\.)fictionpress\.com$/.test(url.hostname)) return;
  const sections = work.fandoms.length > 0 ? work.fandoms : sectionOf(url);
  work.genres = [...new Set([...work.genres, ...sections])];
  work.fandoms = [];
}

/** Characters and pairings: "[A, B] C, D"; what shares a bracket is a relationship. */
function readCharacters(text: string, work: Work): void {
  for (const [, pairing, name] of text.matchAll(/\[([^\]]*)\]|([^,[\]]+)/g)) {
    const names = (pairing ?? name ?? '').split(',').flatMap((part) => part.trim() || []);
    if (pairing !== undefined && names.length > 1) work.relationships.push(names.join('/'));
    work.characters.push(...names.filter((one) => !work.characters.includes(one)));
  }
}

/** What the counts mean on an archive with kudos: favourites are kudos, follows are bookmarks, reviews are comments. */
const COUNTS: Record<string, 'words' | 'comments' | 'kudos' | 'bookmarks'> = { words: 'words', reviews: 'comments', favs: 'kudos', follows: 'bookmarks' };

/** Counts that are zero are left out of the page. */
function begin(work: Work, rating: string, language: string): void {
  const code = codeOf(RATINGS, rating);
  work.ratings = [code ?? 'other'];
  work.languageName = language || null;
  work.comments = work.kudos = work.bookmarks = 0;
  work.chapters = { posted: 1, planned: null };
  work.complete = false;
}

function readCount(key: string, value: string, work: Work): void {
  const field = COUNTS[key.toLowerCase()];
  const number = rounded(value);
  if (field !== undefined) work[field] = number;
  else if (/^chapters$/i.test(key)) work.chapters = number === null ? null : { posted: number, planned: null };
}

const KEY = /^(Chapters|Words|Reviews|Favs|Follows|Updated|Published|Status|id): *(.*)$/;

/**
 * Reads a line of facts, parted by " - ": "Fandom - Rated: T - English - Angst/Drama - Chapters: 5 - Words: 5,166 -
 * Published: 1/2 - [A, B] C - Complete". Everything hangs on "Rated:", since fandoms and characters hold the
 * separator too.
 * @returns what stands in front of the rating; `null` when there is no rating
 */
export function readMeta(text: string, work: Work): string | null {
  const [, prefix = '', rest] = /^(?:(.*?) - )?Rated: (?:Fiction )?(.*)$/.exec(text) ?? [];
  if (rest === undefined) return null;
  const [rating = '', language = '', ...segments] = rest.split(' - ');
  begin(work, rating, language);
  const genres = genresOf(segments[0] ?? '');
  if (genres !== null) work.genres = genres;
  if (segments.at(-1) === 'Complete') {
    segments.pop();
    work.complete = true;
  }
  const characters: string[] = [];
  for (const segment of genres === null ? segments : segments.slice(1)) {
    const [, key, value = ''] = KEY.exec(segment) ?? [];
    if (key === undefined) characters.push(segment);
    else if (key === 'Status') work.complete = value.startsWith('Complete');
    else readCount(key, value, work);
  }
  readCharacters(characters.join(' - '), work);
  return prefix;
}

/**
 * Reads the phone site's line, parted by commas: "Fandom, T, English, Drama & Angst, chapters: 28, words: 226k+,
 * updated: published: , [A, B] C, D"; its dates are taken out before. Characters are what is left over.
 * @returns what stands in front of the rating; `null` when there is no rating
 */
export function readPhoneMeta(text: string, work: Work): string | null {
  const [, prefix = '', rating, language = '', rest = ''] = /^(?:(.*?), )?(?:Rated: (?:Fiction )?)?(K\+?|T|MA?), ([^,]+)(.*)$/.exec(text) ?? [];
  if (rating === undefined) return null;
  begin(work, rating, language);
  const left = rest.replace(/\b(chapters|words|reviews|favs|follows|id): *([\d.,]*\d[km]?\+?)/gi, (_, key: string, value: string) => {
    readCount(key, value, work);
    return '';
  });
  const names = left
    .replace(/\b(?:updated|published):|\bstatus: *complete\b|\bcomplete$/gi, ',')
    .split(',')
    .flatMap((part) => part.trim() || []);
  const genres = genresOf(names[0] ?? '');
  if (genres !== null) work.genres = genres;
  readCharacters(names.slice(genres === null ? 0 : 1).join(', '), work);
  work.complete = /\bstatus: *complete\b|, complete$/i.test(rest);
  return prefix;
}
