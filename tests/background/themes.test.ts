import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSubscriptions } from '../../entrypoints/background/fetching';
import { Filter } from '../../entrypoints/background/filter';
import { KeptTags } from '../../entrypoints/background/kept-tags';
import { panelHandlers } from '../../entrypoints/background/panel';
import { themeHandlers } from '../../entrypoints/background/themes';
import { browser } from '../../src/browser';
import { emptyWork, type Work } from '../../src/domain/work';
import type { Verdict } from '../../src/domain/verdict';
import { Refusal } from '../../src/messages/answer';
import { requests } from '../../src/messages/table';
import { THEMES } from '../../src/rules/themes/theme';
import { getMessage } from '../fake-extension';
import { MemoryArea, storeOver } from '../storage/memory-area';

const PAGE = 'https://archiveofourown.org/tags/Any/works';
const TAG = 'Past Rape/Non-con';

let store: ReturnType<typeof storeOver>;
let filter: Filter;
let handlers: ReturnType<typeof themeHandlers>;

const tagged = (...freeforms: string[]): Work => ({ ...emptyWork('work'), id: '1', freeforms });
const verdictOn = async (work: Work): Promise<Verdict | null | undefined> =>
  (await filter.judge({ url: PAGE, page: 'listing', own: false, works: [work] }, false)).verdicts[0];
const actionOn = async (...freeforms: string[]) => (await verdictOn(tagged(...freeforms)))?.action;

beforeEach(async () => {
  fakeBrowser.reset();
  Object.defineProperty(browser.i18n, 'getMessage', { configurable: true, value: getMessage });
  Object.defineProperty(browser.runtime, 'getManifest', { configurable: true, value: () => ({ version: '1.0.0' }) });
  store = storeOver(new MemoryArea());
  const subscriptions = openSubscriptions(store);
  filter = new Filter(store, new KeptTags(), subscriptions, () => {});
  store.onChange((change) => filter.update(change));
  handlers = themeHandlers(store);
  await store.edit([{ op: 'put-rule', rule: { id: 'theme: non-consent', action: 'fold' } }]);
});

describe('a fold made by a theme', () => {
  it('says theme, level and tags', async () => {
    expect(await verdictOn(tagged('Fluff', TAG))).toMatchObject({
      action: 'fold',
      reasons: [{ words: [], themes: [{ theme: 'non-consent', level: 'referenced', words: [TAG] }] }],
    });
  });

  it('is gone for works whose tag the reader called clean, and back when that is undone', async () => {
    expect(await actionOn(TAG)).toBe('fold');
    const { undo } = await handlers['correct-theme']({ theme: 'non-consent', tag: TAG, about: false });
    expect(await actionOn('past rape/NON-CON')).toBe('show');
    expect(await actionOn(TAG, 'Rape')).toBe('fold');
    expect(await handlers['get-corrections']()).toMatchObject([{ kind: 'clean', theme: 'non-consent', tag: TAG }]);
    await store.undo(undo);
    expect(await actionOn(TAG)).toBe('fold');
    expect(await handlers['get-corrections']()).toEqual([]);
  });

  it('comes where the reader added a tag, and goes when that is undone', async () => {
    expect(await actionOn('The Masquerade Chapter')).toBe('show');
    const { undo } = await handlers['correct-theme']({ theme: 'non-consent', tag: ' The Masquerade Chapter', about: true });
    expect(await actionOn('The Masquerade Chapter')).toBe('fold');
    expect((await store.load()).settings.get('theme-added:non-consent:the masquerade chapter')).toBe('The Masquerade Chapter');
    await store.undo(undo);
    expect(await actionOn('The Masquerade Chapter')).toBe('show');
  });
});

describe('a correction', () => {
  it('takes the place of the opposite one, in one edit', async () => {
    await handlers['correct-theme']({ theme: 'non-consent', tag: TAG, about: false });
    const { undo } = await handlers['correct-theme']({ theme: 'non-consent', tag: TAG, about: true });
    expect((await handlers['get-corrections']()).map(({ kind }) => kind)).toEqual(['added']);
    await store.undo(undo);
    expect((await handlers['get-corrections']()).map(({ kind }) => kind)).toEqual(['clean']);
  });

  it('counts where a rule is put together, and in what the panel offers', async () => {
    const work = tagged('The Masquerade Chapter');
    await handlers['correct-theme']({ theme: 'suicide', tag: 'The Masquerade Chapter', about: true });
    expect(await handlers['themes-of']({ work })).toEqual({ found: [{ theme: 'suicide', words: ['The Masquerade Chapter'] }], all: THEMES });
    const rule = { action: 'fold' as const, when: [{ field: 'theme' as const, values: ['suicide'] }], unless: [] };
    expect(await panelHandlers(store, new KeptTags())['preview-rule']({ url: PAGE, page: 'listing', own: false, rule, works: [work] })).toMatchObject({
      matches: 1,
    });
  });

  it('is only taken of themes that there are and of tags that archives allow', () => {
    const { shape, from } = requests['correct-theme'];
    expect(from).toBe('page');
    expect(shape.safeParse({ theme: 'vomit', tag: 'Flu', about: true }).success).toBe(true);
    expect(shape.safeParse({ theme: '__proto__', tag: 'Flu', about: true }).success).toBe(false);
    expect(shape.safeParse({ theme: 'vomit', tag: 'a'.repeat(1001), about: true }).success).toBe(false);
    expect(() => handlers['correct-theme']({ theme: 'vomit', tag: '\u200b', about: true })).toThrow(Refusal);
  });
});

it('gives three examples of each theme to the picker', () => {
  expect(handlers['theme-examples']().map(({ theme, examples }) => [theme, examples.length])).toEqual(THEMES.map((theme) => [theme, 3]));
});
