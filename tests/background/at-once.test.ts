import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { KeptTags } from '../../entrypoints/background/kept-tags';
import { KnownWorks } from '../../entrypoints/background/known';
import { Pauses } from '../../entrypoints/background/pause';
import { knownTagHandlers } from '../../entrypoints/background/known-tags';
import type { Verdict } from '../../src/domain/verdict';
import { emptyWork, type Work } from '../../src/domain/work';
import { MemoryArea, storeOver } from '../storage/memory-area';
import { FakeScripting } from './fake-scripting';

/* A background that has just been woken reads what it keeps; messages and edits that come meanwhile find it unread. */

let store: ReturnType<typeof storeOver>;
beforeEach(() => {
  fakeBrowser.reset();
  store = storeOver(new MemoryArea());
});

it('learns two tags at once', async () => {
  for (const name of ['Omegaverse', 'Fluff']) await store.edit([{ op: 'put-rule', rule: { id: `tag: "${name}" synonyms` } }]);
  const { 'learn-tag': learnTag } = knownTagHandlers(store, new KeptTags(), null as never, () => Promise.resolve());
  const learn = (name: string) => learnTag({ name, canonical: name, same: [], below: [], cut: false });
  await Promise.all([learn('Omegaverse'), learn('Fluff')]);
  expect(await fakeBrowser.storage.local.get('known-tags')).toEqual({ 'known-tags': { omegaverse: expect.anything(), fluff: expect.anything() } });
});

it('knows no work of before an edit, also when a page was judged at the same moment', async () => {
  const known = new KnownWorks(store);
  const work: Work = { ...emptyWork('work'), subject: 'work', id: '7' };
  const verdict: Verdict = { action: 'fold', reasons: [] };
  await Promise.all([known.learn('ao3', [{ work, verdict }]), known.forget()]);
  expect(await known.handlers()['known-works']({ url: 'https://archiveofourown.org/works', ids: ['7'] })).toEqual([]);
});

it('pauses in two tabs at once', async () => {
  void new FakeScripting();
  const { 'set-pause': set, 'get-pause': get } = new Pauses(store).handlers();
  await Promise.all([1, 2].map((tab) => set({ tab, what: 'tab', on: true })));
  expect([(await get({ tab: 1 })).tab, (await get({ tab: 2 })).tab]).toEqual([true, true]);
});
