import type { Work } from '../../domain/work';
import { otwWorkPages } from '../otw/work-page';
import { all, hrefOf } from '../reading/dom';
import type { Sniffed } from './opened';

/*
 * Pages of works that the browser has saved as they are (Ctrl+S). Saved whole, their links lead to the archive; saved
 * as HTML only, they have no host.
 */

/** Links of the archive's own, which nobody writes. */
const OWN_LINKS = '#main .download a, #main .navigation a, #header .heading a';

/** Whether a page that is opened from disk, and may be parsed still, says of itself that it is one of the archive's software. */
export const maySavedPage = ({ body, contentType }: Document): boolean => contentType !== 'text/plain' && body?.matches('.logged-in, .logged-out') === true;

/** Whether such a page is that of a work. */
export function sniffPage(document: Document): Sniffed {
  const main = document.querySelector('#main');
  if (main === null) return document.readyState === 'loading' ? null : false;
  return main.matches(otwWorkPages.main);
}

/** The work of a saved page. */
export function readPage(document: Document): Work | null {
  const from = all(document, OWN_LINKS)
    .map(hrefOf)
    .find((href) => href.startsWith('https://') && URL.canParse(href));
  const host = from === undefined ? 'archiveofourown.org' : new URL(from).hostname;
  return otwWorkPages.read(document, new URL(`https://${host}/`), new Date()).work;
}
