import { browser } from '../../src/browser';
import { PageAsker, type Manners } from '../../src/exchange/asking/ask-page';
import type { Store } from '../../src/storage/index';
import { siteHandlers } from './added-sites';
import type { KeptTags } from './kept-tags';
import { knownTagHandlers } from './known-tags';
import type { GiveBack } from './permissions';

/** Kept until the browser is closed; no page can read it. */
const KEY = 'asked';

/** The one place from which archives are asked for a page, so that they are asked for one at a time. */
function openAsker(): PageAsker {
  return new PageAsker({
    request: (address, init) => fetch(address, init),
    now: Date.now,
    load: async () => ((await browser.storage.session.get(KEY))[KEY] ?? {}) as Manners,
    keep: (manners) => browser.storage.session.set({ [KEY]: manners }),
  });
}

/** What archives are asked for at the reader's press. @param learnt see knownTagHandlers */
export function askingHandlers(store: Store, tags: KeptTags, giveBack: GiveBack, learnt: () => Promise<void>) {
  const asker = openAsker();
  return { ...knownTagHandlers(store, tags, asker, learnt), ...siteHandlers(store, asker, giveBack) };
}
