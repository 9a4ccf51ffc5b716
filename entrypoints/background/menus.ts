import type { Menus, Tabs } from 'webextension-polyfill';
import { originsOf } from '../../src/archives/adapter';
import { browser } from '../../src/browser';
import { text } from '../../src/i18n';
import { workAddress } from '../../src/domain/work-address';
import { printRule, toStored } from '../../src/rules/text/print';
import { queue, type Store } from '../../src/storage/index';
import { conditionOf } from './menu-condition';
import { ruleFromPage } from './page-rule';
import { followSites } from './added-scripts';
import { archivePages } from './archive-pages';
import { followOptional, permittedArchives } from './optional-archives';
import { askWoken } from './ask-tab';

/** Which addresses each entry is for; what an address names is read from it when the entry is pressed. */
const ENTRIES = [
  { id: 'tag', title: 'panel_menu_tag', paths: ['/tags/*', '/collections/*/tags/*'] },
  { id: 'creator', title: 'panel_menu_creator', paths: ['/users/*', '/u/*'] },
  { id: 'work', title: 'panel_menu_work', paths: ['/works/*', '/collections/*/works/*', '/s/*'] },
  { id: 'series', title: 'panel_menu_series', paths: ['/series/*'] },
] as const;

/** One after the other: entries that are made twice are refused. */
const inTurn = queue();

/** Puts entries for links and for selected words into the browser's own menu; Firefox for Android has none. */
export function makeMenus(store: Store): void {
  // The library says that it is always there.
  const menus = browser.contextMenus as Menus.Static | undefined;
  if (menus === undefined) return;
  void inTurn(async () => {
    const documentUrlPatterns = await archivePages(store);
    // Of those that the reader has switched on, only the addresses of works are known.
    const optional = await permittedArchives();
    const usual = documentUrlPatterns.filter((page) => !optional.flatMap(originsOf).includes(page));
    const theirWorks = optional.flatMap(({ hosts }) => hosts.map((host) => workAddress(host, '*')));
    await menus.removeAll();
    for (const { id, title, paths } of ENTRIES) {
      menus.create({
        id,
        title: text(title),
        contexts: ['link'],
        documentUrlPatterns,
        targetUrlPatterns: [...usual.flatMap((page) => paths.map((path) => page.replace('/*', path))), ...(id === 'work' ? theirWorks : [])],
      });
    }
    menus.create({ id: 'text', title: text('panel_menu_text'), contexts: ['selection'], documentUrlPatterns });
  }).catch((error: unknown) => console.error('Foldaway:', error));
}

/** Makes the rule that an entry stands for, and says so on the page, with a way back; or that there is none. */
export async function menuPressed(store: Store, info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  let said = { words: text('gate_failed'), undo: null as string | null };
  try {
    const condition = conditionOf(info);
    if (condition !== null) {
      const rule = ruleFromPage({ action: 'fold', when: [condition], unless: [] }, info.pageUrl ?? '');
      const { undo } = await store.edit([{ op: 'put-rule', rule: toStored(rule) }], 'page');
      said = { words: text('panel_added', printRule(rule)), undo };
    }
  } finally {
    await askWoken(tab.id, 'said', said);
  }
}

/** Answers the entries, and has them on the pages of added sites and of optional archives too. */
export function answerMenus(store: Store): void {
  followSites(store, () => makeMenus(store));
  followOptional(() => makeMenus(store));
  (browser.contextMenus as Menus.Static | undefined)?.onClicked.addListener((info, tab) => void menuPressed(store, info, tab));
}
