import { defineContentScript } from 'wxt/utils/define-content-script';
import { fimfictionListings } from '../../src/archives/fimfiction/adapter';
import { optionalSites } from '../../src/archives/optional-sites';
import { royalRoadListings } from '../../src/archives/royal-road/adapter';
import { deskHere, enterPage } from '../../src/page/desk-door';
import { PageView, type PageReader } from '../../src/page/page-view';
import { serve } from '../../src/page/serve';
import '../../src/page/judged.css';
import '../../src/page/look.css';
import './style.css';

/** As archive.content, for the archives that the reader switches on. Registered while that is so (background/optional-archives.ts). */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = optionalSites.find((site) => site.hosts.includes(location.hostname));
    const adapter = [royalRoadListings, fimfictionListings].find(({ id }) => id === archive?.id);
    const here = (): URL => new URL(location.href);
    if (archive === undefined || adapter === undefined || adapter.isWorkPage(here())) return;
    const reader: PageReader = {
      archive: archive.id,
      archiveName: archive.name,
      items: adapter.items,
      isMuted: () => false,
      readItem: (item) => adapter.readItem(item, here(), new Date()),
      readPage: () => adapter.readPage(document, here()),
    };
    const view = new PageView(document, reader, signal, deskHere);
    enterPage(view);
    serve(view, signal);
  },
});
