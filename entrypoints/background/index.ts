import { defineBackground } from 'wxt/utils/define-background';
import { archiveAt } from '../../src/archives/index';
import { browser } from '../../src/browser';
import { answerMessages } from '../../src/messages/answer';
import { openStore } from '../../src/storage/index';
import { editHandlers } from './edits';
import { Filter } from './filter';
import { fromPageHandlers } from './from-page';
import { historyHandlers } from './history';
import { KnownWorks } from './known';
import { answerMenus, makeMenus } from './menus';
import { panelHandlers } from './panel';
import { endPauses, pauseHandlers } from './pause';
import { settingsHandlers } from './settings';
import { broadcast, tabHandlers } from './tabs';

export default defineBackground({
  type: 'module',
  main() {
    const store = openStore();
    const known = new KnownWorks(store);
    const filter = new Filter(store, known);

    answerMessages({ ...filter.handlers(), ...tabHandlers(), ...editHandlers(store), ...settingsHandlers(store), ...historyHandlers(store), ...pauseHandlers(store), ...fromPageHandlers(store, filter), ...panelHandlers(store), ...known.handlers() }, (url) => archiveAt(url) !== undefined);
    store.onChange((change) => {
      filter.update(change);
      void broadcast(change.revision);
    });

    endPauses(store);
    answerMenus(store);
    browser.runtime.onInstalled.addListener(makeMenus);
    browser.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === 'daily') void store.daily();
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    });
    browser.runtime.onInstalled.addListener(() => void browser.alarms.create('daily', { periodInMinutes: 24 * 60, delayInMinutes: 5 }));
    browser.runtime.onStartup.addListener(() => void browser.alarms.create('daily', { periodInMinutes: 24 * 60, delayInMinutes: 5 }));
  },
});
