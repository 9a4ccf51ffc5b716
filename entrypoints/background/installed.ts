import { browser } from '../../src/browser';
import { makeMenus } from './menus';

/** What happens once after an installation or an update; the browser keeps menus until then. */
export function whenInstalled(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    makeMenus();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}
