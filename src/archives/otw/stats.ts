import type { Work } from '../../domain/work';
import { isoDate } from '../reading/dates';
import { chapterCounts, firstNumber, ownText } from '../reading/numbers';
import { line } from '../reading/text';

/** The archive's code for the language, since June 2023, and the language's own name. */
export function readLanguage(cell: Element, work: Work): void {
  work.language = cell.getAttribute('lang');
  work.languageName = line(cell) || null;
}

/**
 * Reads a list of numbers. A work's kudos, comments and bookmarks are left out of the page when they are zero, so
 * absent means 0 for those that the item's kind does state.
 */
export function readStats(list: Element, work: Work, now: Date): void {
  if (work.subject === 'work') work.kudos = work.comments = 0;
  work.bookmarks = 0;
  for (let cell = list.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
    if (cell.localName !== 'dd') continue;
    switch (cell.classList[0]) {
      case 'language':
        readLanguage(cell, work);
        break;
      case 'chapters':
        work.chapters = chapterCounts(ownText(cell));
        break;
      case 'published':
        work.published = isoDate(ownText(cell), now);
        break;
      case 'status':
        work.updated = isoDate(ownText(cell), now);
        break;
      case 'words':
      case 'kudos':
      case 'hits':
      case 'comments':
      case 'bookmarks':
        work[cell.classList[0]] = firstNumber(ownText(cell));
    }
  }
}
