import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { KnownWorks } from '../../entrypoints/background/known';
import { knownTagHandlers } from '../../entrypoints/background/known-tags';
import type { Verdict } from '../../src/domain/verdict';
import { emptyWork, type Work } from '../../src/domain/work';
import { MemoryArea, storeOver } from '../storage/memory-area';

/* A background that has just been woken reads what it keeps; messages and edits that come meanwhile find it unread. */

let store: ReturnType<typeof storeOver>;
beforeEach(() => {
  fakeBrowser.reset();
  store = storeOver(new MemoryArea());
});

it('learns two tags at once', async () => {
  for (const name of ['Omegaverse', 'Fluff']) await store.edit([{ op: 'put-rule', rule: { id: `tag: "${name}" synonyms` } }]);
  const { 'learn-tag': learnTag } = knownTagHandlers(store, null as never, () => Promise.resolve());
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
