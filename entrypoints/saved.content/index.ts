import { defineContentScript } from 'wxt/utils/define-content-script';
import { isOpenedReady, originOf, readOpened, sniffOpened } from '../../src/archives/saved/opened';
import { removeCurtain, setCurtain } from '../../src/page/curtain';
import { watchSaved } from '../../src/page/saved-view';
import './style.css';

/** As work.content, for works that are opened from disk. Registered while the reader allows it (background/saved-works.ts). */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    // Covered until the first look, and from then on only what is a saved work.
    setCurtain(document, 'down');
    const sniff = (): boolean | null => {
      const saved = sniffOpened(document);
      if (saved === false) removeCurtain(document);
      return saved;
    };
    const reader = { sniff, isReady: () => isOpenedReady(document), read: () => readOpened(document) };
    watchSaved(document, { ...reader, originOf: (work) => originOf(work, location.href) }, signal);
  },
});
