import { defineContentScript } from 'wxt/utils/define-content-script';
import { patternsOf } from '../../src/archives/adapter';
import { siteNamed } from '../../src/archives/added-sites';
import { otwSites } from '../../src/archives/otw-sites';
import { otwWorkPages } from '../../src/archives/otw/work-page';
import { deskHere } from '../../src/page/desk-door';
import { serve } from '../../src/page/serve';
import { WorkView } from '../../src/page/work-view';
import '../../src/page/cover.css';
import '../../src/page/look.css';
import './style.css';

export default defineContentScript({
  matches: patternsOf(otwSites, otwWorkPages.paths),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = otwSites.find(({ hosts }) => hosts.includes(location.hostname)) ?? siteNamed(location.hostname);
    const here = (): URL => new URL(location.href);
    if (!otwWorkPages.isWorkPage(location)) return;
    const reader = {
      archive: archive.id,
      archiveName: archive.name,
      isReady: () => otwWorkPages.isReady(document),
      read: () => otwWorkPages.read(document, here(), new Date()),
      main: () => document.querySelector(otwWorkPages.main),
    };
    serve(new WorkView(document, reader, signal, deskHere), signal);
  },
});
