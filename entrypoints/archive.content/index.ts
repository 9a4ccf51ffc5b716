import { defineContentScript } from 'wxt/utils/define-content-script';
import { otwArchives } from '../../src/archives/otw-archives';
import { PageView } from '../../src/page/page-view';
import { serve } from '../../src/page/serve';
import './style.css';

export default defineContentScript({
  matches: otwArchives.flatMap((archive) => archive.hosts.map((host) => `https://${host}/*`)),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = otwArchives.find(({ hosts }) => hosts.includes(location.hostname));
    const here = (): URL => new URL(location.href);
    // The page of a work has a script of its own.
    if (archive === undefined || archive.adapter.isWorkPage(here())) return;
    const { adapter } = archive;
    serve(
      new PageView(
        document,
        {
          archive: archive.id,
          archiveName: archive.name,
          items: adapter.items,
          readItem: (item) => adapter.readItem(item, here(), new Date()),
          readPage: () => adapter.readPage(document, here()),
        },
        signal,
      ),
      signal,
    );
  },
});
