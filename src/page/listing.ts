import type { Work } from '../domain/work';
import { deskHere, enterPage } from './desk-door';
import { PageView, type PageReader } from './page-view';
import { serve } from './serve';

/** What a listing is read with: an adapter of the archives' room, which this room never meets. */
interface Listing {
  items: string;
  readItem(item: Element, url: URL, now: Date): Work;
  readPage(document: Document, url: URL): ReturnType<PageReader['readPage']>;
  /** Pages of single works have a script of their own, or none. */
  isWorkPage(url: Pick<URL, 'pathname'>): boolean;
  /** See Adapter.lists. */
  lists?(url: Pick<URL, 'pathname'>): boolean;
}

/** Filters this page, if it is a listing. @param isMuted see PageReader */
export function filterListing(archive: { id: string; name: string }, listing: Listing, signal: AbortSignal, isMuted: PageReader['isMuted']): void {
  if (listing.isWorkPage(location)) return;
  // Scripts of the page may change the address, but not while ours run: asked for once for all items that are read in one go.
  let last: URL | undefined;
  const forget = (): void => void (last = undefined);
  const here = (): URL => {
    if (last === undefined) void Promise.resolve().then(forget);
    return (last ??= new URL(location.href));
  };
  const view = new PageView(
    document,
    {
      archive: archive.id,
      archiveName: archive.name,
      items: listing.items,
      lists: listing.lists?.(location) ?? true,
      isMuted,
      readItem: (item) => listing.readItem(item, here(), new Date()),
      readPage: () => listing.readPage(document, here()),
    },
    signal,
    deskHere,
  );
  enterPage(view);
  serve(view, signal);
}
