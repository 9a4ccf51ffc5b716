import { ao3 } from '../../src/archives/ao3';
import { siteNamed } from '../../src/archives/added-sites';
import { type Archive, UnreadableItem } from '../../src/archives/adapter';
import { archiveAt } from '../../src/archives/index';
import { otw } from '../../src/archives/otw';
import { readDownload } from '../../src/archives/saved/download';
import { readSavedText } from '../../src/archives/saved/text';
import { workPages } from '../../src/archives/work-pages';
import type { Work } from '../../src/domain/work';
import { send } from '../../src/messages/send';
import type { SavedPage } from '../../src/ui/options/tester/saved-page';

/** The address that a page was saved from: what it says of itself, or what the browser wrote into it. */
function addressIn(document: Document): string {
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode() !== null) {
    const [, saved] = /saved from url=\(\d+\)(\S+)/.exec(comments.currentNode.nodeValue ?? '') ?? [];
    if (saved !== undefined) return saved;
  }
  return document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.replace(/^\/\//, 'https://') ?? '';
}

/** The archive at an address, also one that the reader has added. */
async function knownAt(url: URL): Promise<Archive | undefined> {
  const known = archiveAt(url);
  if (known !== undefined) return known;
  const added = (await send('get-sites', {})).some(({ host }) => host === url.hostname);
  return added ? { ...siteNamed(url.hostname), adapter: otw } : undefined;
}

/** A work that was downloaded or copied, as the page that it came from would be judged. */
export async function ofSavedWork(work: Work): Promise<SavedPage> {
  const from = work.url !== null && URL.canParse(work.url) ? new URL(work.url) : null;
  const archive = from === null ? undefined : await knownAt(from);
  // Only the works of this archive are known to be saved in these forms.
  return {
    address: from?.href ?? `https://${ao3.hosts[0]}/`,
    archive: archive?.id ?? from?.hostname ?? ao3.id,
    kind: 'work',
    own: false,
    works: [work],
    unreadable: [],
  };
}

/** Reads a saved page with the adapters that pages are read with, or a work that was downloaded or copied as text; null when it is of no archive that is known. */
export async function readSaved(html: string, address: string): Promise<SavedPage | null> {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const now = new Date();
  const work = readDownload(document) ?? readSavedText(html);
  if (work !== null) return ofSavedWork(work);
  const said = address.trim() === '' ? addressIn(document) : address.trim();
  const url = URL.canParse(said) ? new URL(said) : null;
  const archive = url === null ? undefined : await knownAt(url);
  if (url === null || archive === undefined) return null;
  const { adapter } = archive;
  const { kind, own } = adapter.readPage(document, url);
  const unreadable: SavedPage['unreadable'] = [];
  const attempt = (element: Element, read: () => Work | null): Work[] => {
    try {
      const work = read();
      return work === null ? [] : [work];
    } catch (error) {
      if (!(error instanceof UnreadableItem)) throw error;
      unreadable.push({ code: error.code, text: (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 80) });
      return [];
    }
  };
  const works = adapter.isWorkPage(url)
    ? attempt(document.body, () => workPages[adapter.id]?.read(document, url, now).work ?? null)
    : [...document.querySelectorAll(adapter.items)].flatMap((item) => attempt(item, () => adapter.readItem(item, url, now)));
  return { address: url.href, archive: archive.id, kind, own, works, unreadable };
}
