import { codes } from './symbols';
import { WARNINGS } from '../../domain/vocabulary';
import type { Work } from '../../domain/work';
import { line } from '../reading/text';

/** More tags than any work has (132 seen); the rest of a hostile list is not read. */
const TAG_LIMIT = 2000;

const isTag = (element: Element | null | undefined): element is Element => element?.localName === 'a' && element.classList.contains('tag');

/** Names of the tags in a list; an entry without `a.tag` is no tag ("Show additional tags", "Any Character"). */
export function tagNames(list: Element): string[] {
  return [...list.querySelectorAll('a.tag')].slice(0, TAG_LIMIT).map(line).filter((name) => name !== '');
}

type NameField = 'relationships' | 'characters' | 'freeforms' | 'otherTags';

/**
 * Where tags belong by the class of their element: listings say `freeforms`, work pages `freeform`, and forks have
 * kinds of their own.
 */
export function fieldOf(className: string): NameField | 'warnings' {
  const [, kind] = /(?:^|\s)(warning|relationship|character|freeform)s?(?!\S)/.exec(className) ?? [];
  return kind === undefined ? 'otherTags' : (`${kind}s` as NameField | 'warnings');
}

/**
 * Reads the tag list of an item. Warnings of the list count only where the symbol gave none, since the viewer's
 * preferences hide them here and not there; kinds that are hidden go to `withheld`.
 */
export function readTags(list: Element, work: Work): void {
  const warnings: string[] = [];
  let left = TAG_LIMIT;
  for (let entry = list.firstElementChild; entry !== null && left > 0; entry = entry.nextElementSibling, left -= 1) {
    const field = fieldOf(entry.className);
    const first = entry.firstElementChild;
    const link = isTag(first) ? first : entry.querySelector('a.tag');
    if (link === null) {
      if ((field === 'warnings' || field === 'freeforms') && entry.querySelector('a[data-remote]') !== null) work.withheld.push(field);
      continue;
    }
    const name = line(link);
    if (name === '') continue;
    if (field === 'warnings') warnings.push(name);
    else work[field].push(name);
  }
  if (work.warnings.length === 0) work.warnings = codes(WARNINGS, warnings, 'other');
}
