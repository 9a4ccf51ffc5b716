import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSubscriptions } from '../../entrypoints/background/fetching';
import { Filter } from '../../entrypoints/background/filter';
import { KeptTags } from '../../entrypoints/background/kept-tags';
import { KnownWorks } from '../../entrypoints/background/known';
import { browser } from '../../src/browser';
import { emptyWork } from '../../src/domain/work';
import { getMessage } from '../fake-extension';
import { MemoryArea, storeOver } from '../storage/memory-area';

const PAGE = 'https://archiveofourown.org/works';

beforeEach(() => {
  fakeBrowser.reset();
  Object.defineProperty(browser.i18n, 'getMessage', { configurable: true, value: getMessage });
  Object.defineProperty(browser.runtime, 'getManifest', { configurable: true, value: () => ({ version: '1.0.0' }) });
});

it('judges again as soon as the browser’s storage, which once could not be read, can be', async () => {
  const store = storeOver(new MemoryArea());
  await store.edit([{ op: 'put-rule', rule: { id: 'tag: A', action: 'fold' } }]);
  const filter = new Filter(store, new KeptTags(), openSubscriptions(store), () => {});
  const known = new KnownWorks(store).handlers();
  const judge = async () =>
    (await filter.judge({ url: PAGE, page: 'listing', own: false, works: [{ ...emptyWork('work'), freeforms: ['A'] }] }, false)).verdicts[0]?.action;
  const reading = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('disk'));
  await expect(judge()).rejects.toThrow('disk');
  await expect(known['known-works']({ url: PAGE, ids: ['1'] })).rejects.toThrow('disk');
  reading.mockRestore();
  expect(await judge()).toBe('fold');
  expect(await known['known-works']({ url: PAGE, ids: ['1'] })).toEqual([]);
});
