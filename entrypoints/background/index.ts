import { defineBackground } from 'wxt/utils/define-background';
import { openActivity, openStore } from '../../src/storage/index';
import { openSync } from '../../src/sync/open';
import { activityHandlers, endWithSwitch } from './activity';
import { answerPages } from './answering';
import { answerCommands } from './commands';
import { askingHandlers } from './asking';
import { followDays } from './daily';
import { editHandlers } from './edits';
import { exchangeHandlers } from './exchange';
import { followSubscriptions, openSubscriptions } from './fetching';
import { Filter } from './filter';
import { fromPageHandlers } from './from-page';
import { historyHandlers } from './history';
import { KeptTags } from './kept-tags';
import { KnownWorks } from './known';
import { whenInstalled } from './installed';
import { answerMenus } from './menus';
import { panelHandlers } from './panel';
import { Pauses } from './pause';
import { giverBack } from './permissions';
import { settingsHandlers } from './settings';
import { followFileAccess } from './saved-works';
import { followSync, syncHandlers } from './sync';
import { subscriptionHandlers } from './subscriptions';
import { broadcast, tabHandlers, tellMissed } from './tabs';
import { themeHandlers } from './themes';

export default defineBackground({
  type: 'module',
  main() {
    const store = openStore();
    const known = new KnownWorks(store);
    const tags = new KeptTags();
    const pauses = new Pauses(store);
    const subscriptions = openSubscriptions(store);
    const sync = openSync(store);
    const activity = openActivity();
    const filter = new Filter(store, tags, subscriptions, (archive, judged, { keepActivity }) => {
      void known.learn(archive, judged);
      if (keepActivity) activity.note(archive, judged);
    });
    const listsChanged = async (): Promise<void> => {
      filter.forget();
      await known.forget();
      await broadcast(store);
    };
    const giveBack = giverBack(store, sync);
    answerPages(store, {
      ...filter.handlers(),
      ...tabHandlers(store),
      ...editHandlers(store),
      ...settingsHandlers(store),
      ...activityHandlers(store, tags, activity, known),
      ...historyHandlers(store),
      ...pauses.handlers(),
      ...fromPageHandlers(store, filter),
      ...panelHandlers(store, tags),
      ...themeHandlers(store),
      ...known.handlers(),
      ...askingHandlers(store, tags, giveBack, listsChanged),
      ...exchangeHandlers(store),
      ...subscriptionHandlers(store, subscriptions, listsChanged),
      ...syncHandlers(store, sync),
    });
    store.onChange((change) => filter.update(change));
    store.onChange(() => void broadcast(store));
    followSubscriptions(store, subscriptions, listsChanged, giveBack);
    followSync(store, sync);
    pauses.follow();
    tellMissed(store, () => known.forget()).catch((error: unknown) => console.error('Foldaway:', error));
    answerMenus(store);
    answerCommands(pauses);
    followDays(store);
    endWithSwitch(store, activity);
    followFileAccess();
    whenInstalled(store);
  },
});
