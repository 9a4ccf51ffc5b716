import { browser } from '../../src/browser';
import { text } from '../../src/i18n';
import type { Sync } from '../../src/sync/index';

const iconIn = (folder: string): Record<number, string> => Object.fromEntries([16, 32, 48, 128].map((size) => [size, `/${folder}/${size}.png`]));

/**
 * A dot on the button in the browser's bar when sync waits for the reader, drawn into the icon: the badge is for what
 * is folded on the page. Browsers forget it when they end, so it is set at each start of the background.
 */
export function showNeeds(sync: Sync): void {
  sync.onStanding(({ needsYou }) => {
    void browser.action.setTitle({ title: needsYou ? `${text('extension_name')}: ${text('sync_needs_you')}` : text('extension_name') });
    // Firefox for Android has no icon to change.
    void browser.action.setIcon?.({ path: iconIn(needsYou ? 'needs-you' : 'icons') });
  });
}
