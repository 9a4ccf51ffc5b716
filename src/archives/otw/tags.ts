import { WARNINGS } from '../../domain/vocabulary';
import type { Work } from '../../domain/work';
import { all, group, has, one } from '../reading/dom';
import { line } from '../reading/text';
import { codes } from './symbols';

/** More tags than any work has (132 seen); the rest of a hostile list is not read. */
const TAG_LIMIT = 2000;

/** Names of the tags in a list; an entry without `a.tag` is no tag ("Show additional tags", "Any Character"). */
export const tagNames = (list: Element | null): string[] => all(list, 'a.tag').slice(0, TAG_LIMIT).map(line).filter(Boolean);

type NameField = 'relationships' | 'characters' | 'freeforms' | 'otherTags';

/**
 * Where tags belong by the class of their element: listings say `freeforms`, work pages `freeform`, and forks have
 * kinds of their own.
 */
export function fieldOf(className: string): NameField | 'warnings' {
  const kind = group(/(?:^|\s)(warning|relationship|character|freeform)s?(?!\S)/, className);
  return kind === null ? 'otherTags' : (`${kind}s` as NameField | 'warnings');
}

/** Adds tags of one kind. A kind that the viewer's preferences hide has a link for showing it in place of its tags. */
export function addTags(box: Element, names: readonly string[], work: Work, warnings: string[]): void {
  const field = fieldOf(box.className);
  if (names.length > 0) (field === 'warnings' ? warnings : work[field]).push(...names);
  else if ((field === 'warnings' || field === 'freeforms') && one(box, 'a[data-remote]') !== null) work.withheld.push(field);
}

/**
 * Reads the tag list of an item. Its warnings count only where the symbol gave none, since preferences hide them
 * here and not there.
 */
export function readTags(list: Element, work: Work): void {
  const warnings: string[] = [];
  for (const entry of [...list.children].slice(0, TAG_LIMIT)) {
    // Most entries are nothing but the link: no need to search them.
    const first = entry.firstElementChild;
    addTags(entry, has(first, 'tag') ? [line(first)].filter(Boolean) : tagNames(entry), work, warnings);
  }
  if (work.warnings.length === 0) work.warnings = codes(WARNINGS, warnings, 'other');
}
