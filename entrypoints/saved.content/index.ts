import { defineContentScript } from 'wxt/utils/define-content-script';
import { isOpenedReady, originOf, readOpened, sniffOpened } from '../../src/archives/saved/opened';
import type { Work } from '../../src/domain/work';
import { removeCurtain, setCurtain } from '../../src/page/curtain';
import { deskHere } from '../../src/page/desk-door';
import { serve } from '../../src/page/serve';
import { WorkView, type WorkReader } from '../../src/page/work-view';
import './style.css';

/** As work.content, for works that are opened from disk. Registered while the reader allows it (background/saved-works.ts). */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

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
      isReady: () => isOpenedReady(document),
      read: () => {
        work = readOpened(document);
        return { state: work === null ? 'none' : 'work', work, main: document.body };
      },
      main: () => document.body,
      address: () => origin().address,
      home: 'about:blank',
    };
    // Covered until the first look, and from then on only what is a saved work.
    setCurtain(document, 'down');
    const look = (): void => {
      const saved = sniffOpened(document);
      if (saved === null) return;
      observer.disconnect();
      document.removeEventListener('readystatechange', look);
      if (saved) serve(new WorkView(document, reader, signal, deskHere), signal);
      else removeCurtain(document);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('readystatechange', look, { signal });
    look();
  },
});
