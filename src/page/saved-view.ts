import type { Work } from '../domain/work';
import { deskHere } from './desk-door';
import { serve } from './serve';
import { WorkView, type WorkReader } from './work-view';

/** What has to be known of works that are opened from disk. */
export interface SavedReader {
  /** Whether this is such a work; null while that is not known. Covers and uncovers the page as it finds out. */
  sniff(): boolean | null;
  /** Whether all of the work that rules can be about has been parsed. */
  isReady(): boolean;
  read(): Work | null;
  /** Where the work is from. */
  originOf(work: Work | null): { id: string; name: string; address: string };
}

/** Looks at a file while it is parsed, and once it is known to be a saved work puts the notice in front of it as on its own page. */
export function watchSaved(document: Document, { sniff, isReady, read, originOf }: SavedReader, signal: AbortSignal): void {
  let work: Work | null = null;
  const reader: WorkReader = {
    get archive() {
      return originOf(work).id;
    },
    get archiveName() {
      return originOf(work).name;
    },
    isReady,
    read: () => {
      work = read();
      return { state: work === null ? 'none' : 'work', work, main: document.body };
    },
    main: () => document.body,
    address: () => originOf(work).address,
    home: 'about:blank',
  };
  const look = (): void => {
    const saved = sniff();
    if (saved === null) return;
    observer.disconnect();
    document.removeEventListener('readystatechange', look);
    if (saved) serve(new WorkView(document, reader, signal, deskHere), signal);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('readystatechange', look, { signal });
  look();
}
