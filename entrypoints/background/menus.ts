import type { Menus, Tabs } from 'webextension-polyfill';
import { namedBy, type Named } from '../../src/archives/otw/address';
import { browser } from '../../src/browser';
import { text } from '../../src/i18n';
import type { PageRule } from '../../src/messages/table';
import { printRule, toStored } from '../../src/rules/text/print';
import type { Store } from '../../src/storage/index';
import { ruleFromPage } from './page-rule';
import { followSites } from './added-scripts';
import { archivePages } from './added-sites';
import { askTab } from './tabs';

/** Which addresses each entry is for; what an address names is read from it when the entry is pressed. */
const ENTRIES = [
  { id: 'tag', title: 'panel_menu_tag', paths: ['/tags/*', '/collections/*/tags/*'] },
  { id: 'creator', title: 'panel_menu_creator', paths: ['/users/*'] },
  { id: 'work', title: 'panel_menu_work', paths: ['/works/*', '/collections/*/works/*'] },
  { id: 'series', title: 'panel_menu_series', paths: ['/series/*'] },
] as const;

let making = Promise.resolve();

/** Puts entries for links and for selected words into the browser's own menu; Firefox for Android has none. */
export function makeMenus(store: Store): void {
  // The library says that it is always there.
  const menus = browser.contextMenus as Menus.Static | undefined;
  if (menus === undefined) return;
  // One after the other: entries that are made twice are refused.
  making = making
    .catch(() => undefined)
    .then(async () => {
      const documentUrlPatterns = await archivePages(store);
      await menus.removeAll();
      for (const { id, title, paths } of ENTRIES) {
        menus.create({
          id,
          title: text(title),
          contexts: ['link'],
          documentUrlPatterns,
          targetUrlPatterns: documentUrlPatterns.flatMap((page) => paths.map((path) => page.replace('/*', path))),
        });
      }
      menus.create({ id: 'text', title: text('panel_menu_text'), contexts: ['selection'], documentUrlPatterns });
    });
}

function conditionOf(info: Menus.OnClickData): PageRule['when'][number] | null {
  if (info.menuItemId === 'text') {
    const words = (info.selectionText ?? '').trim().replace(/\s+/g, ' ').slice(0, 200);
    return words === '' ? null : { field: 'summary', values: [words] };
  }
  const named: Named | null = info.linkUrl === undefined ? null : namedBy(new URL(info.linkUrl));
  if (named === null || named.kind !== info.menuItemId) return null;
  if (named.kind === 'series') return { field: 'series', values: [info.linkUrl ?? ''] };
  return { field: named.kind, values: ['id' in named ? named.id : named.name] };
}

/** Makes the rule that an entry stands for, and says so on the page, with a way back. */
export async function menuPressed(store: Store, info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  const condition = conditionOf(info);
  if (condition === null || tab?.id === undefined) return;
  const rule = ruleFromPage({ action: 'fold', when: [condition], unless: [] }, info.pageUrl ?? '');
  const { undo } = await store.edit([{ op: 'put-rule', rule: toStored(rule) }], 'page');
  await askTab(tab.id, 'said', { words: text('panel_added', printRule(rule)), undo });
}

/** Answers the entries, and has them on the pages of added sites too. */
export function answerMenus(store: Store): void {
  followSites(store, () => makeMenus(store));
  (browser.contextMenus as Menus.Static | undefined)?.onClicked.addListener((info, tab) => void menuPressed(store, info, tab));
}
