import type { Runtime } from 'webextension-polyfill';
import { originsOf } from '../../src/archives/adapter';
import { addedSites, settingOfSite, siteNamed } from '../../src/archives/added-sites';
import { ao3 } from '../../src/archives/ao3';
import { archiveAt } from '../../src/archives/index';
import { otwSites } from '../../src/archives/otw-sites';
import { browser } from '../../src/browser';
import type { PageAsker } from '../../src/exchange/asking/ask-page';
import { Refusal } from '../../src/messages/answer';
import type { RequestBody } from '../../src/messages/table';
import type { Store } from '../../src/storage/index';
import { isAdded } from './archive-pages';
import { openPages } from './open-pages';
import { isPermitted, type GiveBack } from './permissions';

const patternsOf = (host: string): string[] => originsOf(siteNamed(host));

/** @throws Refusal where the browser does not let Foldaway in */
async function permitted(host: string): Promise<void> {
  if (!(await isPermitted(patternsOf(host)))) throw new Refusal('not-permitted', host);
}

/** Whether a message is a page's and not our own, which may ask about every tag. */
export const isPage = (sender: Runtime.MessageSender | undefined): boolean => sender?.url !== undefined && !sender.url.startsWith(browser.runtime.getURL(''));

/** The archive whose page says it: that of the page, or one that our own pages name; the usual one for none. */
export async function otwHostOf(store: Store, sender: Runtime.MessageSender | undefined, named: string | undefined): Promise<string> {
  const site =
    sender?.tab !== undefined && URL.canParse(sender.url ?? '') && sender.url?.startsWith('https:') === true
      ? new URL(sender.url).hostname
      : (named ?? ao3.hosts[0] ?? '');
  const [usual] = otwSites.find(({ hosts }) => hosts.includes(site))?.hosts ?? [];
  if (usual !== undefined) return usual;
  if (await isAdded(store, site)) return site;
  throw new Refusal('not-allowed', site);
}

export function siteHandlers(store: Store, asker: PageAsker, giveBack: GiveBack) {
  return {
    'get-sites': async () =>
      Promise.all(addedSites((await store.load()).settings).map(async (site) => ({ host: site.id, permitted: await isPermitted(originsOf(site)) }))),
    'sniff-site': async ({ host }: RequestBody<'sniff-site'>) => {
      await permitted(host);
      return { open: await openPages(patternsOf(host)) };
    },
    'ask-front-page': async ({ host }: RequestBody<'ask-front-page'>) => {
      await permitted(host);
      return asker.ask(`https://${host}/`);
    },
    'add-site': async ({ host }: RequestBody<'add-site'>) => {
      if (archiveAt(new URL(`https://${host}/`)) !== undefined) throw new Refusal('bad-message', host);
      return store.edit([{ op: 'set', name: settingOfSite(host), value: true }]);
    },
    'remove-site': async ({ host }: RequestBody<'remove-site'>) => {
      const edited = await store.edit([{ op: 'set', name: settingOfSite(host), value: null }]);
      await giveBack(patternsOf(host));
      return edited;
    },
    /** The site turned out to be none that Foldaway can read, or is an archive that the reader switches off. */
    'leave-site': async ({ host }: RequestBody<'leave-site'>) => {
      await giveBack(patternsOf(host));
      return null;
    },
  };
}
