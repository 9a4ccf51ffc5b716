import type { Runtime } from 'webextension-polyfill';
import { tagPath } from '../../src/archives/otw/address';
import { dayOf } from '../../src/domain/document';
import { foldName } from '../../src/domain/fold-name';
import type { PageAsker } from '../../src/exchange/asking/ask-page';
import { Refusal } from '../../src/messages/answer';
import type { RequestBody } from '../../src/messages/table';
import { forgetTag, learnTag, synonymsAsked, type KnownTags } from '../../src/rules/known-tags';
import type { Store } from '../../src/storage/index';
import { isPage, otwHostOf } from './added-sites';
import type { KeptTags } from './kept-tags';

/*
 * What the archive holds for the same tag: learnt from pages that the reader opens, and from the one page that is
 * asked for when the reader presses for it. Only tags are learnt that a rule asks for (`synonyms`), so that nothing
 * else of what is visited leaves a trace.
 */

const asked = async (store: Store): Promise<Map<string, string>> => synonymsAsked((await store.load()).rules);

/** @param changed called when rules mean more than before */
export function knownTagHandlers(store: Store, tags: KeptTags, asker: PageAsker, changed: () => Promise<void>) {
  /** What the reader has just asked for, also when the rule is not stored yet. */
  const lookedUp = new Set<string>();
  const change = async (make: (known: KnownTags) => KnownTags): Promise<null> => {
    if (await tags.change(make)) await changed();
    return null;
  };
  return {
    'learn-tag': async ({ heading, site, ...seen }: RequestBody<'learn-tag'>, sender?: Runtime.MessageSender) => {
      // What a private window shows leaves no trace, unless the reader asks for that tag.
      const wanted = sender?.tab?.incognito === true ? new Set<string>() : await asked(store);
      const read = heading === true ? null : { site: await otwHostOf(store, sender, site), day: dayOf(Date.now()) };
      return change((known) => learnTag(known, seen, (folded) => wanted.has(folded) || lookedUp.has(folded), read));
    },
    'look-up-tag': async ({ name, site }: RequestBody<'look-up-tag'>, sender?: Runtime.MessageSender) => {
      const host = await otwHostOf(store, sender, site);
      if (isPage(sender) && !(await asked(store)).has(foldName(name))) throw new Refusal('not-allowed', name);
      lookedUp.add(foldName(name));
      return asker.ask(`https://${host}${tagPath(name)}`);
    },
    'get-known-tags': async () => {
      const [known, wanted] = [await tags.all(), await asked(store)];
      const names = new Map([...Object.values(known).map(({ name }) => [foldName(name), name] as const), ...wanted]);
      return [...names]
        .map(([folded, name]) => ({ name: known[folded]?.name ?? name, known: known[folded] ?? null, used: wanted.has(folded) }))
        .sort((a, b) => a.name.localeCompare(b.name));
    },
    'forget-tag': ({ name }: RequestBody<'forget-tag'>) => {
      lookedUp.delete(foldName(name));
      return change((known) => forgetTag(known, name));
    },
  };
}
