import type { Work } from '../../domain/work';
import { ao3 } from '../ao3';
import { otwSites } from '../otw-sites';
import { readDownload } from './download';
import { maySavedText, readSavedText, SNIFFED } from './text';

/** Whether a page that is still being parsed is a saved work: yes, no, or too early to tell. */
export type Sniffed = boolean | null;

/**
 * Looks at the first element of a page, and no further: a download begins with its preface, and a text is one element.
 * Cheap enough for every file that is ever opened.
 */
export function sniffOpened(document: Document): Sniffed {
  const parsed = document.readyState !== 'loading';
  const first = document.body?.firstElementChild ?? null;
  if (first === null) return parsed ? false : null;
  if (document.contentType !== 'text/plain') return first.id === 'preface';
  const text = first.textContent ?? '';
  return parsed || text.length >= SNIFFED ? maySavedText(text.slice(0, SNIFFED)) : null;
}

/** Whether all that tells of the work is there: of a download the preface, of a text, which ends with its tags, all. */
export function isOpenedReady(document: Document): boolean {
  return document.contentType !== 'text/plain' && document.body?.firstElementChild?.nextElementSibling != null;
}

/** The work on a page that was opened from disk; null when it is none after all. */
export function readOpened(document: Document): Work | null {
  const work = document.contentType === 'text/plain' ? readSavedText(document.body.textContent ?? '') : readDownload(document);
  return work !== null && work.url !== null && addressOf(work) === null ? { ...work, id: null, url: null } : work;
}

function addressOf(work: Work | null): URL | null {
  const url = work?.url != null && URL.canParse(work.url) ? new URL(work.url) : null;
  return url?.protocol === 'https:' ? url : null;
}

/**
 * The archive that a saved work is from, and the address that stands for it there. Any other site is called by its host, as
 * one that the reader adds, whose numbers mean works of its own.
 */
export function originOf(work: Work | null, file: string): { id: string; name: string; address: string } {
  const from = addressOf(work);
  // Only works of this archive are known to be copied as text. The path of the file tells them apart.
  if (from === null) return { id: ao3.id, name: ao3.name, address: `https://${ao3.hosts[0]}${new URL(file).pathname}` };
  const host = from.hostname;
  const { id, name } = otwSites.find(({ hosts }) => hosts.includes(host)) ?? { id: host, name: host };
  return { id, name, address: from.href };
}
