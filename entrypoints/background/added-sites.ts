import type { Runtime } from 'webextension-polyfill';
import { addedSites, settingOfSite } from '../../src/archives/added-sites';
import { ao3 } from '../../src/archives/ao3';
import { archiveAt } from '../../src/archives/index';
import { otwSites } from '../../src/archives/otw-sites';
import { browser } from '../../src/browser';
import { permissionFor, readChoices } from '../../src/exchange/subscriptions/index';
import type { PageAsker } from '../../src/exchange/asking/ask-page';
import { Refusal } from '../../src/messages/answer';
import type { RequestBody } from '../../src/messages/table';
import type { Store } from '../../src/storage/index';
import { isAdded } from './archive-pages';
import { openPages } from './open-pages';

const patternOf = (host: string): string => `https://${host}/*`;

async function permitted(host: string): Promise<string> {
  if (await isPermitted(host)) return host;
  throw new Refusal('not-permitted', host);
}

const isPermitted = (host: string): Promise<boolean> => browser.permissions.contains({ origins: [patternOf(host)] });

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

/** @param needed hosts of sync servers, whose permission is theirs too */
export function siteHandlers(store: Store, asker: PageAsker, needed: () => Promise<string[]>) {
  const giveBack = async (host: string): Promise<void> => {
    const { settings } = await store.load();
    const subscribed = readChoices(settings).map(({ address }) => permissionFor(address));
    const others = [...subscribed, ...(await needed()).map((one) => patternOf(one.replace(/:\d+$/, '')))];
    if (!others.includes(patternOf(host)) && !(await isAdded(store, host))) await browser.permissions.remove({ origins: [patternOf(host)] }).catch(() => false);
  };
  return {
    'get-sites': async () => Promise.all(addedSites((await store.load()).settings).map(async ({ id }) => ({ host: id, permitted: await isPermitted(id) }))),
    'sniff-site': async ({ host }: RequestBody<'sniff-site'>) => ({ open: await openPages(patternOf(await permitted(host))) }),
    'ask-front-page': async ({ host }: RequestBody<'ask-front-page'>) => asker.ask(`https://${await permitted(host)}/`),
    'add-site': async ({ host }: RequestBody<'add-site'>) => {
      if (archiveAt(new URL(`https://${host}/`)) !== undefined) throw new Refusal('bad-message', host);
      return store.edit([{ op: 'set', name: settingOfSite(host), value: true }]);
    },
    'remove-site': async ({ host }: RequestBody<'remove-site'>) => {
      const edited = await store.edit([{ op: 'set', name: settingOfSite(host), value: null }]);
      await giveBack(host);
      return edited;
    },
    /** The site turned out to be none that Foldaway can read. */
    'leave-site': async ({ host }: RequestBody<'leave-site'>) => {
      await giveBack(host);
      return null;
    },
  };
}
