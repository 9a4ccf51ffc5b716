import type { Work } from '../domain/work';
import { deskHere } from './desk-door';
import { serve } from './serve';
import { WorkView } from './work-view';

/** What the page of a work is read with: a reader of the archives' room, which this room never meets. */
interface WorkPages {
  isWorkPage(url: Pick<URL, 'pathname'>): boolean;
  /** Selector of the element that holds the work. */
  main: string;
  isReady(document: Document): boolean;
  read(document: Document, url: URL, now: Date): { state: string; work: Work | null; main: Element | null };
}

/** Puts the notice in front of this page, if it is that of a work and rules want it. */
export function filterWorkPage(archive: { id: string; name: string } | undefined, pages: WorkPages, signal: AbortSignal): void {
  if (archive === undefined || !pages.isWorkPage(location)) return;
  const reader = {
    archive: archive.id,
    archiveName: archive.name,
    isReady: () => pages.isReady(document),
    read: () => pages.read(document, new URL(location.href), new Date()),
    main: () => document.querySelector(pages.main),
  };
  serve(new WorkView(document, reader, signal, deskHere), signal);
}
