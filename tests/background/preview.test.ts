import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { KeptTags } from '../../entrypoints/background/kept-tags';
import { knownTagHandlers } from '../../entrypoints/background/known-tags';
import { panelHandlers } from '../../entrypoints/background/panel';
import { emptyWork, type PageKind, type Work } from '../../src/domain/work';
import type { PageRule } from '../../src/messages/table';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { MemoryArea, storeOver } from '../storage/memory-area';

/** How many works of a page the panel says that a rule is about. */
let store: ReturnType<typeof storeOver>;
let kept: KeptTags;
beforeEach(() => {
  fakeBrowser.reset();
  store = storeOver(new MemoryArea());
  kept = new KeptTags();
});

const tagged = (id: string, ...freeforms: string[]): Work => ({ ...emptyWork('work'), id, freeforms });
const matches = async (when: PageRule['when'], works: Work[], page: PageKind, own = false): Promise<number> =>
  (
    await panelHandlers(store, kept)['preview-rule']({
      url: 'https://archiveofourown.org/tags/Tea/works',
      page,
      own,
      rule: { action: 'fold', when, unless: [] },
      works,
    })
  ).matches;
const fluff = (synonyms = false): PageRule['when'] => [{ field: 'freeform', values: ['Fluff'], ...(synonyms && { synonyms }) }];

it('counts what is known to be the same, where the rule is to mean that too', async () => {
  const read = parseRule('fold freeform: "Fluff" synonyms');
  if (!read.ok) throw new Error('No rule');
  await store.edit([{ op: 'put-rule', rule: toStored(read.rule) }]);
  const tags = knownTagHandlers(store, kept, { ask: () => Promise.reject(new Error('Nothing is asked')) } as never, () => Promise.resolve());
  const from = { tab: { incognito: false }, url: 'https://archiveofourown.org/tags/Fluff' } as never;
  await tags['learn-tag']({ name: 'Fluff', canonical: 'Fluff', same: ['Fluffy'], below: ['Tooth-Rotting Fluff'], cut: false }, from);
  const works = [tagged('1', 'Fluff'), tagged('2', 'fluffy'), tagged('3', 'Tooth-Rotting Fluff'), tagged('4', 'Angst')];
  expect(await matches(fluff(), works, 'listing')).toBe(1);
  expect(await matches(fluff(true), works, 'listing')).toBe(3);
});

it('leaves out what the reader has left alone, and counts it where they have not', async () => {
  const works = [{ ...tagged('1', 'Fluff'), own: true }, tagged('2', 'Fluff')];
  expect(await matches(fluff(), works, 'listing')).toBe(1);
  expect(await matches(fluff(), works, 'history')).toBe(0);
  expect(await matches(fluff(), works, 'listing', true)).toBe(0);
  for (const name of ['exempt-own', 'exempt-history']) await store.edit([{ op: 'set', name, value: false }]);
  expect(await matches(fluff(), works, 'listing')).toBe(2);
  expect(await matches(fluff(), works, 'history')).toBe(2);
  expect(await matches(fluff(), works, 'listing', true)).toBe(2);
});
