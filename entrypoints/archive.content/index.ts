import { defineContentScript } from 'wxt/utils/define-content-script';
import { siteNamed } from '../../src/archives/added-sites';
import { otw } from '../../src/archives/otw';
import { otwSites } from '../../src/archives/otw-sites';
import { muting } from '../../src/archives/otw/muting';
import { deskHere, enterPage } from '../../src/page/desk-door';
import { PageView, type PageReader } from '../../src/page/page-view';
import { serve } from '../../src/page/serve';
import '../../src/page/judged.css';
import '../../src/page/look.css';
import './style.css';

export default defineContentScript({
  matches: otwSites.flatMap((archive) => archive.hosts.map((host) => `https://${host}/*`)),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = otwSites.find(({ hosts }) => hosts.includes(location.hostname)) ?? siteNamed(location.hostname);
    const here = (): URL => new URL(location.href);
    // The page of a work has a script of its own.
    if (otw.isWorkPage(here())) return;
    const reader: PageReader = {
      archive: archive.id,
      archiveName: archive.name,
      items: otw.items,
      isMuted: muting(document),
      readItem: (item) => otw.readItem(item, here(), new Date()),
      readPage: () => otw.readPage(document, here()),
    };
    const view = new PageView(document, reader, signal, deskHere);
    enterPage(view);
    serve(view, signal);
  },
});
