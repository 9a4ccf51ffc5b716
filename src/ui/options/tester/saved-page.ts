import { createContext } from 'preact';
import type { PageKind, Work } from '../../../domain/work';

/** A saved page as the archives' room reads it. */
export interface SavedPage {
  address: string;
  /** Id of the archive. */
  archive: string;
  /** As the field `page` names it; null where no item is judged. */
  kind: PageKind | null;
  own: boolean;
  works: Work[];
  unreadable: { code: string; text: string }[];
}

/**
 * Reads a saved page; the entry point hands it in, since this room never meets the archives.
 * @param address where the page was saved from; empty: the page says it itself
 * @returns null when the page is of no known archive, or does not say where it is from
 */
export type ReadSaved = (html: string, address: string) => Promise<SavedPage | null>;

export const SavedPagesContext = createContext<ReadSaved>(() => Promise.resolve(null));
