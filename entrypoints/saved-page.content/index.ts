import { defineContentScript } from 'wxt/utils/define-content-script';
import { originOf } from '../../src/archives/saved/opened';
import { maySavedPage, readPage, sniffPage } from '../../src/archives/saved/page';
import { otwWorkPages } from '../../src/archives/otw/work-page';
import { removeCurtain, setCurtain } from '../../src/page/curtain';
import { watchSaved } from '../../src/page/saved-view';

/** As saved.content, with whose style sheet it is registered, for pages of works that the browser has saved as they are. */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',

  main({ signal }) {
    const sniff = (): boolean | null => {
      // saved.content, which came first, holds the curtain until there is a page to look at.
      if (!maySavedPage(document)) return document.body === null ? null : false;
      setCurtain(document, 'down');
      const saved = sniffPage(document);
      if (saved === false) removeCurtain(document);
      return saved;
    };
    const reader = { sniff, isReady: () => otwWorkPages.isReady(document), read: () => readPage(document) };
    watchSaved(document, { ...reader, originOf: (work) => originOf(work, location.href) }, signal);
  },
});
