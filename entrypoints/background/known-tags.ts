import type { Runtime } from 'webextension-polyfill';
import { tagPath } from '../../src/archives/otw/address';
import { browser } from '../../src/browser';
import { foldName } from '../../src/domain/fold-name';
import type { PageAsker } from '../../src/exchange/asking/ask-page';
import { Refusal } from '../../src/messages/answer';
import type { RequestBody } from '../../src/messages/table';
import { forgetTag, learnTag, meaningOf, readKnownTags, synonymsAsked, type KnownTags } from '../../src/rules/known-tags';
import type { Store } from '../../src/storage/index';
import { isPage, otwHostOf } from './added-sites';
import { willTell } from './tabs';

/*
 * What the archive holds for the same tag: learnt from pages that the reader opens, and from the one page that is
 * asked for when the reader presses for it. Only tags are learnt that a rule asks for (`synonyms`), so that nothing
 * else of what is visited leaves a trace; on this device only.
 */
const KEY = 'known-tags';

let loaded: Promise<KnownTags> | null = null;

function all(): Promise<KnownTags> {
  loaded ??= browser.storage.local.get(KEY).then(({ [KEY]: kept }) => readKnownTags(kept));
  // What could not be read this time is asked for again.
  loaded.catch(() => (loaded = null));
  return loaded;
}

async function keep(known: KnownTags): Promise<void> {
  loaded = Promise.resolve(known);
  await browser.storage.local.set({ [KEY]: { ...known } });
}

/** Tags that the archive treats as the same, by the name that a rule has. */
export async function synonymsKnown(): Promise<(name: string) => readonly string[]> {
  const known = await all();
  return (name) => meaningOf(known, name);
}

const asked = async (store: Store): Promise<Map<string, string>> => synonymsAsked((await store.load()).rules);

/** @param changed called when rules mean more than before */
export function knownTagHandlers(store: Store, asker: PageAsker, changed: () => Promise<void>) {
  /** What the reader has just asked for, also when the rule is not stored yet. */
  const lookedUp = new Set<string>();
  const replace = (known: KnownTags): Promise<null> =>
    willTell()
      .then(() => keep(known))
      .then(changed)
      .then(() => null);
  return {
    'learn-tag': async ({ heading, site, ...seen }: RequestBody<'learn-tag'>, sender?: Runtime.MessageSender) => {
      // What a private window shows leaves no trace, unless the reader asks for that tag.
      const wanted = sender?.tab?.incognito === true ? new Set<string>() : await asked(store);
      const read = heading === true ? null : { site: await otwHostOf(store, sender, site), day: Math.floor(Date.now() / 86_400_000) };
      const before = await all();
      const known = learnTag(before, seen, (folded) => wanted.has(folded) || lookedUp.has(folded), read);
      return known === before ? null : replace(known);
    },
    'look-up-tag': async ({ name, site }: RequestBody<'look-up-tag'>, sender?: Runtime.MessageSender) => {
      const host = await otwHostOf(store, sender, site);
      if (isPage(sender) && !(await asked(store)).has(foldName(name))) throw new Refusal('not-allowed', name);
      lookedUp.add(foldName(name));
      return asker.ask(`https://${host}${tagPath(name)}`);
    },
    'get-known-tags': async () => {
      const [known, wanted] = [await all(), await asked(store)];
      const names = new Map([...Object.values(known).map(({ name }) => [foldName(name), name] as const), ...wanted]);
      return [...names]
        .map(([folded, name]) => ({ name: known[folded]?.name ?? name, known: known[folded] ?? null, used: wanted.has(folded) }))
        .sort((a, b) => a.name.localeCompare(b.name));
    },
    'forget-tag': async ({ name }: RequestBody<'forget-tag'>) => {
      lookedUp.delete(foldName(name));
      return replace(forgetTag(await all(), name));
    },
  };
}
