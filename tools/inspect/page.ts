import { JSDOM, VirtualConsole } from 'jsdom';
import type { Adapter, Archive, Page, WorkPage } from '../../src/archives/adapter';
import { UnreadableItem } from '../../src/archives/adapter';
import { archiveAt, archives } from '../../src/archives/index';
import { workPages } from '../../src/archives/work-pages';
import type { Work } from '../../src/domain/work';
import { Trouble } from './trouble';

/** A page as the extension reads it. */
export interface ReadPage {
  url: URL;
  /** Null for a site that is none of the known ones but runs the same software. */
  archive: Archive | null;
  adapter: Adapter;
  page: Page;
  /** Null where the address is not that of a work. */
  workPage: Pick<WorkPage, 'state' | 'chapter'> | null;
  works: Work[];
  unreadable: { code: string; text: string }[];
}

/** The address that a page was saved from: what it says of itself, or what the browser wrote into it. */
function addressIn(document: Document): string {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (canonical !== null && canonical !== undefined) return canonical.replace(/^\/\//, 'https://');
  const comment = [...document.childNodes, ...document.documentElement.childNodes].find(
    (node) => node.nodeType === 8 && /saved from url=/.test(node.nodeValue ?? ''),
  );
  const [, saved] = /saved from url=\(\d+\)(\S+)/.exec(comment?.nodeValue ?? '') ?? [];
  if (saved === undefined) throw new Trouble('The page does not say where it was saved from: give its address with --url.');
  return saved;
}

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Trouble(`This is no address of a page: ${address}`);
  return url;
}

/** The adapter for a page: that of its site, else of a family whose software the page shows. */
function adapterFor(document: Document, url: URL): { archive: Archive | null; adapter: Adapter } {
  const archive = archiveAt(url);
  const adapters = archive === undefined ? archives.map((known) => known.adapter) : [archive.adapter];
  const adapter = adapters.find((candidate) => candidate.recognises(document));
  if (adapter !== undefined) return { archive: archive ?? null, adapter };
  // A page that was trimmed for a report lacks the frame, and is still known by its address and its items.
  if (archive !== undefined && document.querySelector(archive.adapter.items) !== null) return { archive, adapter: archive.adapter };
  const site =
    archive === undefined
      ? `no known archive (${url.hostname}) and shows no software that is known`
      : `${archive.name}, but does not look like one of its pages`;
  throw new Trouble(`The page cannot be recognised: its address is of ${site}.`);
}

/**
 * Reads a saved page with the adapters that the extension uses. A work page is one item.
 * @param address where the page was saved from; `null`: the page says it itself
 * @throws Trouble when the page cannot be recognised
 */
export function readPage(html: string, address: string | null, now: Date): ReadPage {
  const { document } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
  const url = parseAddress(address ?? addressIn(document));
  const { archive, adapter } = adapterFor(document, url);
  const unreadable: ReadPage['unreadable'] = [];
  const attempt = (element: Element | null, read: () => Work | null): Work[] => {
    try {
      const work = read();
      return work === null ? [] : [work];
    } catch (error) {
      if (!(error instanceof UnreadableItem)) throw error;
      unreadable.push({ code: error.code, text: (element?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 80) });
      return [];
    }
  };
  const page = adapter.readPage(document, url);
  let workPage: ReadPage['workPage'] = null;
  let works: Work[];
  const reader = workPages[adapter.id];
  if (reader !== undefined && (adapter.isWorkPage(url) || page.kind === 'work' || /\/users\/login/.test(url.pathname))) {
    works = attempt(document.querySelector('#main'), () => {
      const { state, chapter, work } = reader.read(document, url, now);
      workPage = { state, chapter };
      return work;
    });
  } else works = [...document.querySelectorAll(adapter.items)].flatMap((item) => attempt(item, () => adapter.readItem(item, url, now)));
  return { url, archive, adapter, page, workPage, works, unreadable };
}
