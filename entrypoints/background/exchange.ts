import { browser } from '../../src/browser';
import { exportText } from '../../src/exchange/exports/text';
import type { StoredLists } from '../../src/messages/exchange';
import type { RequestBody } from '../../src/messages/table';
import { DEFAULT_LIST } from '../../src/rules/rule';
import { printList } from '../../src/rules/text/print';
import type { Store } from '../../src/storage/index';
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

/** Everything with its lists, to be taken in again as it is; or one list by itself, which says its name and no more. */
export async function exportRules(store: Store, list: string | undefined): Promise<string> {
  const { rules, lists, lines } = await store.load();
  if (list === undefined) return exportText(rules, lists, { lines }).text;
  return printList({ rules: rules.filter((rule) => (rule.list ?? DEFAULT_LIST) === list), lists, lines: lines.filter((line) => line.list === list) });
}

export const exchangeHandlers = (store: Store) => ({
  'stored-lists': storedLists,
  'export-rules': async ({ list }: RequestBody<'export-rules'>) => ({ text: await exportRules(store, list) }),
});
