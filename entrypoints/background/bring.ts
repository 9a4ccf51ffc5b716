import type { Runtime } from 'webextension-polyfill';
import { browser } from '../../src/browser';
import type { RequestBody } from '../../src/messages/table';

/** What a page with items or with links to works gets by its address. Of the sites on otwarchive: others have no lookout. */
const SCRIPTS = ['/content-scripts/archive.js', '/content-scripts/desk.js'];

/** Brings scripts into pages that had only the lookout (src/page/lookout.ts). */
export const bringHandlers = {
  'bring-scripts': async (_: RequestBody<'bring-scripts'>, sender: Runtime.MessageSender) => {
    const tabId = sender.tab?.id;
    // Where the browser tells documents apart, another page that has come into the tab meanwhile gets nothing.
    const { documentId } = sender as { documentId?: string };
    const target = documentId === undefined ? { frameIds: [0] } : { documentIds: [documentId] };
    if (tabId !== undefined) await browser.scripting.executeScript({ target: { tabId, ...target }, files: SCRIPTS });
    return null;
  },
};
