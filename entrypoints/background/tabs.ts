import type { Runtime } from 'webextension-polyfill';
import { browser } from '../../src/browser';
import { settingOf } from '../../src/exchange/subscriptions/index';
import type { RequestBody } from '../../src/messages/table';
import { FILES } from './saved-works';
import type { Store } from '../../src/storage/index';
import { archivePages } from './archive-pages';
import { askTab, askWoken } from './ask-tab';
import { bringHandlers } from './bring';

const BADGE_COLOR = '#5b5470';
/** The last revision that open pages were told of, for the session of the browser: no page outlives it. */
const TOLD = 'told';
/** No revision: something that pages are to be told of has changed beside the reader's data. */
const NOT_TOLD = -1;

/** Whether a message comes from a page of an archive that is open in a window that is not private. */
export const isOpenReading = ({ tab, url }: Runtime.MessageSender): boolean => tab !== undefined && !tab.incognito && /^https?:/.test(url ?? '');

/** Tells every open archive page, and our own pages, that the rules have changed. */
export async function broadcast(store: Store): Promise<void> {
  const { revision } = await store.load();
  // Rejected when no page of ours is open, which is the usual case.
  void browser.runtime.sendMessage({ name: 'rules-changed', body: { revision } }).catch(() => undefined);
  const tabs = await browser.tabs.query({ url: [...(await archivePages(store)), FILES] });
  await Promise.all(tabs.flatMap((tab) => (tab.id === undefined ? [] : [askTab(tab.id, 'rules-changed', { revision })])));
  await browser.storage.session.set({ [TOLD]: revision });
}

/**
 * Goes before a change of what pages show that is no edit (a list that was fetched, a tag that was learnt, a pause), and
 * that `broadcast` follows: a worker that is stopped in between leaves word for the next one.
 */
export const willTell = (): Promise<void> => browser.storage.session.set({ [TOLD]: NOT_TOLD });

/**
 * A worker that was stopped between storing a change and telling of it leaves open pages with verdicts of yesterday:
 * the next one tells them. @param missed is called first
 */
export async function tellMissed(store: Store, missed: () => Promise<void>): Promise<void> {
  const [kept, { revision }] = await Promise.all([browser.storage.session.get(TOLD), store.load()]);
  const { [TOLD]: told } = kept;
  if (told === undefined) await browser.storage.session.set({ [TOLD]: revision });
  else if (told !== revision) {
    await missed();
    await broadcast(store);
  }
}

export function tabHandlers(store: Store) {
  return {
    ...bringHandlers,
    'page-counts': async ({ folded, hidden }: RequestBody<'page-counts'>, sender: Runtime.MessageSender) => {
      const tabId = sender.tab?.id;
      const text = folded + hidden > 0 ? String(folded + hidden) : '';
      // Firefox for Android has no badge.
      if (tabId !== undefined && browser.action.setBadgeText !== undefined) {
        await browser.action.setBadgeText({ tabId, text });
        await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR });
      }
      return null;
    },
    /** A rule of a subscription is no rule of the reader's to change: its list is shown instead. */
    'open-options': async ({ section, list }: RequestBody<'open-options'>) => {
      const subscribed = list !== undefined && (await store.load()).settings.has(settingOf(list));
      await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#/${subscribed ? 'subscriptions' : section}`) });
      return null;
    },
    'page-report': ({ tab }: RequestBody<'page-report'>) => askWoken(tab, 'report', {}),
    'show-item': ({ tab, item, shown }: RequestBody<'show-item'>) => askTab(tab, 'show-item', { item, shown }),
  };
}
