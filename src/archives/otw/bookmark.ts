import type { Bookmark } from '../../domain/work';
import { isoDate } from '../reading/dates';
import { all, has, one } from '../reading/dom';
import { line, paragraphs } from '../reading/text';
import { creatorOf } from './creators';
import { tagNames } from './tags';

/**
 * What a person wrote about the thing bookmarked, from the box below it or from a short bookmark of its own.
 * Notes have the class of notes in the one and of a summary in the other.
 */
export function readBookmark(box: Element, status: Element | null, id: string | null, now: Date): Bookmark {
  const link = one(box, '.byline a[href*="/users/"]');
  return {
    id,
    bookmarker: link && creatorOf(link),
    tags: tagNames(one(box, 'ul.meta.tags')),
    collections: all(box, 'ul.meta:not(.tags) a').map(line),
    notes: paragraphs(one(box, 'blockquote.userstuff')),
    date: isoDate(line(one(box, 'p.datetime')), now),
    private: one(status, '.private') !== null,
    rec: one(status, '.rec') !== null,
    own: has(box, 'own'),
  };
}
