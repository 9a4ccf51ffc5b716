import { createContext } from 'preact';
import { text, type MessageKey } from '../../../i18n';
import { patiently, send } from '../../../messages/send';
import type { Answers } from '../../../messages/table';
import type { TagSeen } from '../../../rules/known-tags';
import { failureText } from '../../parts/failure';
import { moment } from '../../parts/moment';

type Asked = Answers['look-up-tag'];

/**
 * What came when the page of a tag was asked for: null = something else, `unsorted` = the archive has sorted it under
 * nothing. The entry point hands it in, since this room never meets the archives.
 */
export type ReadTag = (html: string) => TagSeen | 'unsorted' | null;

/** @param site name of the archive that is asked when nothing else is known */
export const TagPagesContext = createContext<{ readTag: ReadTag; site: string }>({ readTag: () => null, site: '' });

/** Why nothing was learnt: `unknown` and `unsorted` are what the archive says, the rest are words for the reader. */
export type Unlearnt = 'unknown' | 'unsorted' | { words: string };

/** Asks for the page of a tag and learns what it says; null when it was learnt. @param site host; the usual archive for none */
export async function lookUp(name: string, readTag: ReadTag, site?: string): Promise<Unlearnt | null> {
  try {
    const asked = await patiently(() => send('look-up-tag', { name, ...(site !== undefined && site !== '' && { site }) }));
    if (!asked.ok) return asked.trouble === 'unknown' ? 'unknown' : { words: askTrouble(asked) };
    const seen = readTag(asked.html);
    if (seen === 'unsorted') return seen;
    if (seen === null) return { words: text('ask_trouble_no_page') };
    // Archives fold names a little differently than we do; what was asked for is what the answer is about.
    await send('learn-tag', {
      ...seen,
      name,
      canonical: seen.canonical === seen.name ? name : seen.canonical,
      ...(site !== undefined && site !== '' && { site }),
    });
    return null;
  } catch (error) {
    return { words: failureText(error) };
  }
}

/** Why a page could not be had, and when it may be tried again. */
export function askTrouble(asked: Asked & { ok: false }): string {
  if (asked.trouble === 'busy') return text('ask_trouble_busy', moment(asked.until ?? 0));
  return text(`ask_trouble_${asked.trouble}` as MessageKey, asked.detail);
}
