import { defineContentScript } from 'wxt/utils/define-content-script';
import { fanfiction } from '../../src/archives/fanfiction';
import { FANFICTION_REVIEWS, fanfictionSites } from '../../src/archives/fanfiction-sites';
import { deskHere, enterPage } from '../../src/page/desk-door';
import { PageView, type PageReader } from '../../src/page/page-view';
import { serve } from '../../src/page/serve';
import '../../src/page/judged.css';
import '../../src/page/look.css';
import './style.css';

const hosts = fanfictionSites.flatMap((archive) => archive.hosts);

/** As archive.content, for the sites on FanFiction.net's software. */
export default defineContentScript({
  matches: hosts.map((host) => `https://${host}/*`),
  excludeMatches: hosts.map((host) => `https://${host}${FANFICTION_REVIEWS}`),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = fanfictionSites.find((site) => site.hosts.includes(location.hostname));
    const here = (): URL => new URL(location.href);
    if (archive === undefined || fanfiction.isWorkPage(here())) return;
    const reader: PageReader = {
      archive: archive.id,
      archiveName: archive.name,
      items: fanfiction.items,
      isMuted: () => false,
      readItem: (item) => fanfiction.readItem(item, here(), new Date()),
      readPage: () => fanfiction.readPage(document, here()),
    };
    const view = new PageView(document, reader, signal, deskHere);
    enterPage(view);
    serve(view, signal);
  },
});
