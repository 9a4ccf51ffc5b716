import type { SeriesPosition, Work } from '../../domain/work';
import { byline, bylineText } from '../otw/creators';
import { all, group, hrefOf } from '../reading/dom';
import { firstNumber } from '../reading/numbers';
import { line, paragraphs } from '../reading/text';
import { labelOf, settleGroups, startSaved, takeGroup } from './groups';

/**
 * Reads a work that was downloaded from the archive as HTML, or the first file of its EPUB, whose class names are not
 * the archive's any more: groups are found by their labels. Null for any other document.
 */
export function readDownload(document: Document): Work | null {
  const labels = all(document, 'dl > dt').filter((term) => labelOf(line(term)) !== null);
  const [first] = labels;
  // A page of the archive that was saved as it is has a reader of its own.
  if (first === undefined || document.querySelector('#main') !== null || !labels.some((term) => labelOf(line(term)) === 'fandom')) return null;
  const work = startSaved();
  for (const term of labels) {
    const cell = term.nextElementSibling;
    if (cell?.localName !== 'dd') continue;
    const label = labelOf(line(term)) ?? '';
    const links = all(cell, 'a').map(line);
    takeGroup(work, label, label === 'stat' || links.length === 0 ? [cell.textContent ?? ''] : links);
  }
  for (const term of first.parentElement?.querySelectorAll('dt') ?? []) if (line(term).startsWith('Series:')) work.series = readSeries(term.nextElementSibling);
  const original = all(document, 'a[href*="/works/"]').find((link) => /^https?:/.test(line(link)) || /\/works\/\d+$/.test(hrefOf(link)));
  work.id = group(/\/works\/(\d+)/, hrefOf(original ?? null));
  work.url = hrefOf(original ?? null) || null;
  readPreface(document, first, work);
  return settleGroups(work);
}

/** Title, byline and summary come behind the block of tags. */
function readPreface(document: Document, tags: Element, work: Work): void {
  const title = document.querySelector('h1');
  work.title = title === null ? null : line(title) || null;
  const authors = all(document, 'a[rel~="author"]');
  const box = authors[0]?.parentElement ?? title?.nextElementSibling ?? null;
  const [, text] = /^by (.*)$/.exec(bylineText(box?.firstChild ?? null)) ?? [];
  if (text !== undefined) Object.assign(work, byline(authors, text));
  const heading = all(document, 'p').find((part) => line(part) === 'Summary' && (tags.compareDocumentPosition(part) & 4) !== 0);
  const summary = heading?.nextElementSibling;
  work.summary = summary?.localName === 'blockquote' ? paragraphs(summary) : null;
}

/** "Part 2 of LINK, Part 1 of LINK". */
function readSeries(cell: Element | null): SeriesPosition[] {
  return all(cell, 'a[href*="/series/"]').flatMap((link) => {
    const id = group(/\/series\/(\d+)/, hrefOf(link));
    return id === null ? [] : [{ id, title: line(link), position: firstNumber(link.previousSibling?.nodeValue ?? '') }];
  });
}
