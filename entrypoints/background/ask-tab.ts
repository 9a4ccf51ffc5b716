import { browser } from '../../src/browser';
import type { Bring } from '../../src/page/desk-door';
import type { PageAnswers, PageRequests, Reply } from '../../src/messages/table';

/** Asks the content script of one tab; null when there is none, as on pages that are no archive's. */
export async function askTab<Name extends keyof PageRequests>(tab: number, name: Name, body: PageRequests[Name]): Promise<PageAnswers[Name] | null> {
  try {
    const reply = (await browser.tabs.sendMessage(tab, { name, body }, { frameId: 0 })) as Reply<PageAnswers[Name]> | undefined;
    return reply?.ok ? reply.value : null;
  } catch {
    return null;
  }
}

/** Runs by itself in the page, so it names nothing from outside: the door of src/page/desk-door.ts. */
const callLookout = (): Promise<true> | undefined => (globalThis as { [door: symbol]: { bring?: Bring } | undefined })[Symbol.for('foldaway-door')]?.bring?.();

/** Has the lookout of a page bring in the others, since they are to answer. @returns false where there is none */
async function wake(tab: number): Promise<boolean> {
  try {
    const [woken] = await browser.scripting.executeScript({ target: { tabId: tab }, func: callLookout });
    return woken?.result === true;
  } catch {
    return false;
  }
}

/** As `askTab`; where nothing was found to do yet, those who can answer are brought in first. */
export const askWoken = async <Name extends keyof PageRequests>(tab: number, name: Name, body: PageRequests[Name]): Promise<PageAnswers[Name] | null> =>
  (await askTab(tab, name, body)) ?? ((await wake(tab)) ? askTab(tab, name, body) : null);
