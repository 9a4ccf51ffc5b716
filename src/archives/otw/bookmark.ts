import type { Bookmark } from '../../domain/work';
import { isoDate } from '../reading/dates';
import { line, paragraphs } from '../reading/text';
import { creatorOf } from './creators';
import { tagNames } from './tags';

/**
 * What a person wrote about the thing bookmarked, from the box below it or from a short bookmark of its own.
 * Notes have the class of notes in the one and of a summary in the other.
 */
export function readBookmark(box: Element, status: Element | null, id: string | null, now: Date): Bookmark {
  const link = box.querySelector('.byline a[href*="/users/"]');
  const bookmark: Bookmark = {
    id,
    bookmarker: link === null ? null : creatorOf(link),
    tags: [],
    collections: [],
    notes: paragraphs(box.querySelector('blockquote.userstuff')),
    date: isoDate(line(box.querySelector('p.datetime')), now),
    private: status?.querySelector('.private') != null,
    rec: status?.querySelector('.rec') != null,
    own: box.classList.contains('own'),
  };
  for (const list of box.querySelectorAll('ul.meta')) {
    if (list.classList.contains('tags')) bookmark.tags = tagNames(list);
    else bookmark.collections = [...list.querySelectorAll('a')].map(line);
  }
  return bookmark;
}
