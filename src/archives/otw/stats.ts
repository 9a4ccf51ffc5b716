import type { SeriesPosition, Work } from '../../domain/work';
import { isoDate } from '../reading/dates';
import { all, group, hrefOf } from '../reading/dom';
import { chapterCounts, firstNumber, ownText } from '../reading/numbers';
import { line } from '../reading/text';

/** The archive's code for the language, since June 2023, and the language's own name. */
export function readLanguage(cell: Element, work: Work): void {
  work.language = cell.getAttribute('lang');
  work.languageName = line(cell) || null;
}

/** Series by their links, with "Part 3 of" in front. */
export const readSeries = (box: Element | null): SeriesPosition[] =>
  all(box, 'a[href*="/series/"]').flatMap((link) => {
    const id = group(/\/series\/(\d+)/, hrefOf(link));
    return id === null ? [] : [{ id, title: line(link), position: firstNumber(line(link.parentElement)) }];
  });

/**
 * Reads a list of numbers. A work's kudos, comments and bookmarks are left out of the page when they are zero, so
 * absent means 0 for those that the item's kind does state.
 */
export function readStats(list: Element, work: Work, now: Date): void {
  if (work.subject === 'work') work.kudos = work.comments = 0;
  work.bookmarks = 0;
  for (const cell of list.children) {
    if (cell.localName !== 'dd') continue;
    const [name] = cell.classList;
    const text = ownText(cell);
    if (name === 'language') readLanguage(cell, work);
    else if (name === 'chapters') work.chapters = chapterCounts(text);
    else if (name === 'published') work.published = isoDate(text, now);
    else if (name === 'status') work.updated = isoDate(text, now);
    else if (name === 'words' || name === 'kudos' || name === 'hits' || name === 'comments' || name === 'bookmarks') work[name] = firstNumber(text);
  }
}
