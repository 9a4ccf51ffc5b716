import { browser } from '../../src/browser';
import type { Store } from '../../src/storage/index';
import { makeMenus } from './menus';

/** What happens once after an installation or an update; the browser keeps menus until then. */
export function whenInstalled(store: Store): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    makeMenus(store);
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
