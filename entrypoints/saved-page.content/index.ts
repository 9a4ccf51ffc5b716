import { defineContentScript } from 'wxt/utils/define-content-script';
import { originOf } from '../../src/archives/saved/opened';
import { maySavedPage, readPage, sniffPage } from '../../src/archives/saved/page';
import { otwWorkPages } from '../../src/archives/otw/work-page';
import type { Work } from '../../src/domain/work';
import { removeCurtain, setCurtain } from '../../src/page/curtain';
import { deskHere } from '../../src/page/desk-door';
import { serve } from '../../src/page/serve';
import { WorkView, type WorkReader } from '../../src/page/work-view';

/** As saved.content, with whose style sheet it is registered, for pages of works that the browser has saved as they are. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',

  main({ signal }) {
    let work: Work | null = null;
    const origin = (): ReturnType<typeof originOf> => originOf(work, location.href);
    const reader: WorkReader = {
      get archive() {
        return origin().id;
      },
      get archiveName() {
        return origin().name;
      },
      isReady: () => otwWorkPages.isReady(document),
      read: () => {
        work = readPage(document);
        return { state: work === null ? 'none' : 'work', work, main: document.body };
      },
      main: () => document.body,
      address: () => origin().address,
      home: 'about:blank',
    };
    const look = (): void => {
      // saved.content, which came first, holds the curtain until there is a page to look at.
      const ours = maySavedPage(document);
      const saved = ours ? sniffPage(document) : document.body === null ? null : false;
      if (ours) setCurtain(document, 'down');
      if (saved === null) return;
      observer.disconnect();
      document.removeEventListener('readystatechange', look);
      if (saved) serve(new WorkView(document, reader, signal, deskHere), signal);
      else if (ours) removeCurtain(document);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('readystatechange', look, { signal });
    look();
  },
});
