import { browser } from '../../src/browser';
import { foldName } from '../../src/domain/fold-name';
import type { RequestBody } from '../../src/messages/table';
import type { Store } from '../../src/storage/index';

/*
 * What the archive holds for the same tag, learnt from the pages of tags that the reader opens. Only tags are learnt
 * that a rule asks for (`synonyms`), so that nothing else of what is visited leaves a trace; on this device only.
 */
const KEY = 'known-tags';

interface Learnt {
  names: string[];
  /** Days since 1970. */
  day: number;
  /** The archive listed only the most used ones. */
  cut: boolean;
}
type Known = Record<string, Learnt>;

let loaded: Promise<Known> | null = null;

function all(): Promise<Known> {
  loaded ??= browser.storage.local.get(KEY).then(
    ({ [KEY]: kept }) => readKnown(kept),
    (error: unknown) => {
      loaded = null;
      throw error;
    },
  );
  return loaded;
}

/** What can't be read is learnt again: the archive still has it. */
function readKnown(kept: unknown): Known {
  const known = Object.create(null) as Known;
  for (const [key, value] of Object.entries(kept ?? {})) {
    const { names, day, cut } = (value ?? {}) as Partial<Record<keyof Learnt, unknown>>;
    if (Array.isArray(names) && names.every((name) => typeof name === 'string') && typeof day === 'number') known[key] = { names, day, cut: cut === true };
  }
  return known;
}

/** Tags that the archive treats as the same, by the name that a rule has. */
export async function synonymsKnown(): Promise<(name: string) => readonly string[]> {
  const known = await all();
  return (name) => known[foldName(name)]?.names ?? [];
}

/** Names that rules ask synonyms for, folded. */
async function asked(store: Store): Promise<Set<string>> {
  const names = new Set<string>();
  for (const { id } of (await store.load()).rules) {
    if (!id.includes('" synonyms')) continue;
    for (const [, name = ''] of id.matchAll(/"((?:[^"\\]|\\.)*)" synonyms/g)) names.add(foldName(name.replace(/\\(.)/g, '$1')));
  }
  return names;
}

/** @param changed called when rules mean more than before */
export function knownTagHandlers(store: Store, changed: () => Promise<void>) {
  return {
    'learn-tag': async ({ name, canonical, same, below, cut }: RequestBody<'learn-tag'>) => {
      const wanted = await asked(store);
      // A synonym's page names the tag that it stands for, whose rules then match it too.
      const [key, names] = name === canonical ? [foldName(name), [...same, ...below]] : [foldName(canonical), [name]];
      if (!wanted.has(key)) return null;
      const known = await all();
      const before = known[key];
      const kept = name === canonical ? names : [...new Set([...(before?.names ?? []), ...names])];
      if (before !== undefined && before.cut === cut && before.names.join('\n') === kept.join('\n')) return null;
      known[key] = { names: kept, day: Math.floor(Date.now() / 86_400_000), cut };
      await browser.storage.local.set({ [KEY]: { ...known } });
      await changed();
      return null;
    },
  };
}
