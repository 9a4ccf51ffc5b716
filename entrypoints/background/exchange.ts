import type { Tabs } from 'webextension-polyfill';
import { archiveAt } from '../../src/archives/index';
import { browser } from '../../src/browser';
import { exportText } from '../../src/exchange/exports/text';
import { MOST_CHARACTERS, STORED_KEYS } from '../../src/exchange/page-storage';
import type { StoredEntries, StoredLists } from '../../src/messages/exchange-table';
import type { RequestBody } from '../../src/messages/table';
import { DEFAULT_LIST } from '../../src/rules/rule';
import { printList } from '../../src/rules/text/print';
import type { Store } from '../../src/storage/index';
import { archivePages } from './archive-pages';
import { askTab } from './ask-tab';

/** Runs by itself in the page, so it names nothing from outside. */
function readThere(keys: string, most: number): Record<string, string> {
  const found: Record<string, string> = {};
  let room = most;
  for (const key of Object.keys(localStorage).filter((one) => new RegExp(keys).test(one))) {
    const value = localStorage.getItem(key) ?? '';
    if ((room -= value.length) >= 0) found[key] = value;
  }
  return found;
}

/** What one page holds; a page that was open before Foldaway was installed has no script of ours that could be asked. */
async function storedIn({ id, url }: Tabs.Tab): Promise<StoredEntries | null> {
  if (id === undefined) return null;
  const archive = url === undefined ? undefined : archiveAt(new URL(url));
  return (
    (await askTab(id, 'stored-lists', {})) ??
    (archive === undefined
      ? null
      : browser.scripting.executeScript({ target: { tabId: id }, func: readThere as never, args: [STORED_KEYS.source, MOST_CHARACTERS] }).then(
          ([read]) => ({ site: archive.name, entries: (read?.result ?? {}) as Record<string, string> }),
          () => null,
        ))
  );
}

/** Asks the open pages of archives for other blockers' lists, which those keep with the site. */
async function storedLists(store: Store): Promise<StoredLists> {
  const tabs = await browser.tabs.query({ url: await archivePages(store) });
  const answers = await Promise.all(tabs.map(storedIn));
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
  'stored-lists': () => storedLists(store),
  'export-rules': async ({ list }: RequestBody<'export-rules'>) => ({ text: await exportRules(store, list) }),
});
