import { browser } from '../../src/browser';
import type { StoredLists } from '../../src/messages/exchange';
import { ARCHIVE_PAGES, askTab } from './tabs';

/** Asks the open pages of archives for other blockers' lists, which those keep with the site. */
async function storedLists(): Promise<StoredLists> {
  const tabs = await browser.tabs.query({ url: ARCHIVE_PAGES });
  const answers = await Promise.all(tabs.map((tab) => (tab.id === undefined ? null : askTab(tab.id, 'stored-lists', {}))));
  const heard = answers.filter((answer) => answer !== null);
  // All pages of one site see the same.
  const bySite = new Map(heard.map((answer) => [answer.site, answer]));
  return { pages: heard.length, found: [...bySite.values()].filter(({ entries }) => Object.keys(entries).length > 0) };
}

export const storedListsHandlers = () => ({ 'stored-lists': storedLists });
