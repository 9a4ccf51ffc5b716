import { browser } from '../../browser';

export interface ActiveTab {
  id: number;
  /** The browser tells the address only where we may run, so a tab with an address is a page of an archive; null elsewhere. */
  address: string | null;
}

/**
 * The tab that the popup speaks about: the one in front, or the one that its own address names (`?tab=12`), for
 * a popup that is opened as a page.
 */
export async function activeTab(search: string): Promise<ActiveTab | null> {
  const named = new URLSearchParams(search).get('tab');
  if (named !== null && /^\d{1,15}$/.test(named)) {
    const tab = await browser.tabs.get(Number(named));
    return { id: Number(named), address: tab.url ?? null };
  }
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, address: tab.url !== undefined && /^https?:/.test(tab.url) ? tab.url : null };
}
