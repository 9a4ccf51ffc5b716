import { defineContentScript } from 'wxt/utils/define-content-script';
import { patternsOf } from '../../src/archives/adapter';
import { fanfictionSites } from '../../src/archives/fanfiction-sites';
import { fanfictionStoryPages } from '../../src/archives/fanfiction/story-page';
import { deskHere } from '../../src/page/desk-door';
import { serve } from '../../src/page/serve';
import { WorkView } from '../../src/page/work-view';
import '../../src/page/cover.css';
import '../../src/page/look.css';
import './style.css';

/** As work.content, for the sites on FanFiction.net's software. */
export default defineContentScript({
  matches: patternsOf(fanfictionSites, fanfictionStoryPages.paths),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = fanfictionSites.find(({ hosts }) => hosts.includes(location.hostname));
    const here = (): URL => new URL(location.href);
    if (archive === undefined || !fanfictionStoryPages.isWorkPage(location)) return;
    const reader = {
      archive: archive.id,
      archiveName: archive.name,
      isReady: () => fanfictionStoryPages.isReady(document),
      read: () => fanfictionStoryPages.read(document, here(), new Date()),
      main: () => document.querySelector(fanfictionStoryPages.main),
    };
    serve(new WorkView(document, reader, signal, deskHere), signal);
  },
});
