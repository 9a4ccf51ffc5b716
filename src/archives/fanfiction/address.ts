import { decode } from '../reading/text';

/** A story, at any chapter. */
export const isWorkPage = ({ pathname }: Pick<URL, 'pathname'>): boolean => /^\/s\/\d/.test(pathname);

/**
 * Links that may lead to stories outside of lists: alerts, favourites and what else the site sends. Those that people
 * have written, in stories and about themselves, are left alone.
 */
export const STORY_LINKS =
  '#content_wrapper_inner a[href*="/s/"]:not(.z-list *, #storytextp *, #bio *), body#top #content a[href*="/s/"]:not(.brb *, #storycontent *)';

/** What an address of the site is about; null for everything else. */
export type Named = { kind: 'work'; id: string } | { kind: 'creator'; name: string; number: string };

/** A story, at any chapter, or an author, whose number outlives a change of name. */
export function namedBy({ pathname }: Pick<URL, 'pathname'>): Named | null {
  const story = /^\/s\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
  if (story !== undefined) return { kind: 'work', id: story };
  const [, id, name] = /^\/u\/(\d+)(?:\/([^/]+))?/.exec(pathname) ?? [];
  return id === undefined ? null : { kind: 'creator', name: decode(name ?? id), number: id };
}
