import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { activityHandlers, endWithSwitch } from '../../entrypoints/background/activity';
import { openSubscriptions } from '../../entrypoints/background/fetching';
import { Filter } from '../../entrypoints/background/filter';
import { KeptTags } from '../../entrypoints/background/kept-tags';
import { KnownWorks } from '../../entrypoints/background/known';
import { learntNames } from '../../entrypoints/background/seen';
import { settingsHandlers } from '../../entrypoints/background/settings';
import { browser } from '../../src/browser';
import { emptyWork, type Work } from '../../src/domain/work';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { queue } from '../../src/storage/area';
import { Activity } from '../../src/storage/index';
import { getMessage } from '../fake-extension';
import { MemoryArea, storeOver } from '../storage/memory-area';

const PAGE = 'https://archiveofourown.org/tags/Any/works';

const work = (id: number, ...freeforms: string[]): Work => ({
  ...emptyWork('work'),
  subject: 'work',
  id: String(id),
  url: `https://archiveofourown.org/works/${id}`,
  title: `Work ${id}`,
  creators: [{ name: 'ana', login: 'ana_login', pseud: 'ana', id: null }],
  fandoms: ['Gravelight'],
  freeforms,
});

let area: MemoryArea;
let store: ReturnType<typeof storeOver>;
let activity: Activity;
let filter: Filter;
let handlers: ReturnType<typeof activityHandlers>;
let known: KnownWorks;

const from = (more: { url?: string; incognito?: boolean } = {}): Runtime.MessageSender =>
  ({ url: more.url ?? PAGE, tab: { id: 1, incognito: more.incognito ?? false } }) as Runtime.MessageSender;
/** A page shows works; what is noted is written. */
const shows = async (works: Work[], sender = from(), prerendering = false): Promise<void> => {
  await filter.handlers().judge({ url: PAGE, page: 'listing', own: false, works, prerendering }, sender);
  await activity.flush();
};
const facts = async () => {
  const { days, rules, folded, seen } = await handlers['get-activity']();
  return { works: days.map((one) => one.works), rules: rules.map(({ id, works }) => [id, works]), folded: folded.map(({ id }) => id), seen };
};
const NOTHING = { works: [], rules: [], folded: [], seen: 0 };

beforeEach(async () => {
  fakeBrowser.reset();
  Object.defineProperty(browser.i18n, 'getMessage', { configurable: true, value: getMessage });
  Object.defineProperty(browser.runtime, 'getManifest', { configurable: true, value: () => ({ version: '1.0.0' }) });
  area = new MemoryArea();
  store = storeOver(area);
  known = new KnownWorks(store);
  const tags = new KeptTags();
  let drawn = 0;
  activity = new Activity({ area, now: Date.now, random: (bytes) => void bytes.fill(++drawn), exclusively: queue() });
  filter = new Filter(store, tags, openSubscriptions(store), (archive, judged, { keepActivity }) => {
    void known.learn(archive, judged);
    if (keepActivity) activity.note(archive, judged);
  });
  store.onChange((change) => filter.update(change));
  endWithSwitch(store, activity);
  handlers = activityHandlers(store, tags, activity, known);
  await store.edit([{ op: 'put-rule', rule: { id: 'freeform: "Tea"' } }]);
});

describe('what a page shows', () => {
  it('is noted: counts, folded works, works seen', async () => {
    await shows([work(1, 'Tea'), work(2)]);
    expect(await facts()).toEqual({ works: [1], rules: [['freeform: "Tea"', 1]], folded: ['1'], seen: 2 });
    expect((await handlers['get-rule-facts']()).hits).toEqual({ 'freeform: "Tea"': [1, 1] });
  });

  it.each([
    ['in a private window', from({ incognito: true }), false],
    ['in a page of ours, which tries rules out', from({ url: 'chrome-extension://test/options.html' }), false],
    ['before anybody sees it', from(), true],
  ])('leaves no trace %s', async (_, sender, prerendering) => {
    await shows([work(1, 'Tea'), work(2)], sender, prerendering);
    expect(await facts()).toEqual(NOTHING);
    expect(await known.handlers()['known-works']({ url: PAGE, ids: ['1'] })).toEqual([]);
    expect([...area.data.keys()].filter((key) => /^(seen|folded|match)/.test(key))).toEqual([]);
  });

  it('is forgotten once that is switched off, and not noted until it is on again', async () => {
    await shows([work(1, 'Tea')]);
    const { undo } = await settingsHandlers(store)['set-setting']({ name: 'keep-activity', value: false });
    expect(await facts()).toEqual(NOTHING);
    await shows([work(2, 'Tea')]);
    expect(await facts()).toEqual(NOTHING);
    // Taken back at once, it was a mistake.
    await handlers.undo({ token: undo });
    expect((await facts()).folded).toEqual(['1']);
  });

  it('is wiped on request, marks of links with it, and that can be taken back', async () => {
    await shows([work(1, 'Tea')]);
    const { undo } = await handlers['forget-activity']();
    expect(await facts()).toEqual(NOTHING);
    expect(await known.handlers()['known-works']({ url: PAGE, ids: ['1'] })).toEqual([]);
    await handlers.undo({ token: undo });
    expect((await facts()).folded).toEqual(['1']);
  });
});

describe('the rules that acted', () => {
  const named = async () => (await handlers['get-activity']()).rules.map(({ id, own, secret }) => [id, own, secret]);

  it('say whether they are the reader’s own, and whether their folds are silent, by themselves or by their list', async () => {
    await store.edit([
      { op: 'put-list', list: { id: 'quiet', name: 'Quiet', on: true, reveal: 'none' } },
      { op: 'put-rule', rule: { id: 'freeform: "Cake"', list: 'quiet' } },
      { op: 'put-rule', rule: { id: 'freeform: "Milk"', reason: 'none' } },
      { op: 'put-rule', rule: { id: 'freeform: "Gone"', reason: 'none' } },
    ]);
    await shows([work(1, 'Tea'), work(2, 'Tea'), work(3, 'Cake'), work(4, 'Milk'), work(5, 'Gone')]);
    await store.edit([{ op: 'remove-rule', id: 'freeform: "Gone"' }]);
    expect(await named()).toEqual([
      ['freeform: "Tea"', true, false],
      ['freeform: "Cake"', true, true],
      ['freeform: "Gone"', false, true],
      ['freeform: "Milk"', true, true],
    ]);
  });
});

describe('a work that was folded', () => {
  const show = async (): Promise<string> => {
    const [one] = (await handlers['get-activity']()).folded;
    return (await handlers['show-work']({ url: one?.url ?? '', id: one?.id ?? '', rules: one?.reasons.map(({ rule }) => rule) ?? [] })).undo;
  };
  const verdict = async () => (await filter.judge({ url: PAGE, page: 'listing', own: false, works: [work(1, 'Tea')] }, false)).verdicts[0]?.action;

  it('is shown from now on, until that is taken back', async () => {
    await shows([work(1, 'Tea')]);
    const undo = await show();
    expect(await verdict()).toBe('show');
    expect((await handlers['get-activity']()).folded).toMatchObject([{ id: '1', shown: true }]);
    await handlers.undo({ token: undo });
    expect(await verdict()).toBe('fold');
    expect((await handlers['get-activity']()).folded).toMatchObject([{ id: '1', shown: false }]);
  });

  it('is shown even where a strict rule folded it', async () => {
    await store.edit([{ op: 'put-rule', rule: { id: 'freeform: "Tea"', strict: true } }]);
    await shows([work(1, 'Tea')]);
    await show();
    expect(await verdict()).toBe('show');
  });

  it('is listed only where a rule could name it, and what else is listed stays in sight', async () => {
    await shows([work(1, 'Tea'), { ...work(2, 'Tea'), id: '1234567890123456' }, { ...work(3, 'Tea'), id: 'x' }]);
    expect((await facts()).folded).toEqual(['1']);
    const { 'folded-works': kept } = (await area.get(['folded-works'])) as { 'folded-works': object[] };
    await area.set({ 'folded-works': [...kept, { ...kept[0], id: 'x' }, { ...kept[0], id: '2', url: 'no address' }] });
    expect((await facts()).folded).toEqual(['1']);
  });

  it('refuses to take back what is held no more', async () => {
    await expect(handlers.undo({ token: 'activity-long-ago' })).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('works seen recently', () => {
  beforeEach(() => shows([work(1, 'Tea'), work(2, 'Cake'), { ...work(3), summary: 'A cup of tea' }]));

  it('tell how many of them a rule matches by itself, whatever it does and whether it is on', async () => {
    expect(await handlers['count-matches']({ line: 'highlight freeform: tea off until: 2001-01-01 list: other' })).toEqual({
      matches: 1,
      of: 3,
      titles: [{ title: 'Work 1', url: 'https://archiveofourown.org/works/1' }],
    });
    expect(await handlers['count-matches']({ line: 'fold fandom: Gravelight unless summary: tea' })).toMatchObject({ matches: 2 });
    expect(await handlers['count-matches']({ line: 'fold archive: ao3' })).toMatchObject({ matches: 3 });
    expect(await handlers['count-matches']({ line: 'fold fr' })).toEqual({ matches: 0, of: 3, titles: [] });
  });

  it('give names to choose from, each once', async () => {
    expect(await handlers['seen-names']()).toEqual({
      fandom: ['Gravelight'],
      relationship: [],
      character: [],
      freeform: expect.arrayContaining(['Tea', 'Cake']) as string[],
      creator: ['ana_login'],
      tag: [],
    });
  });

  it('are joined by names that the archive treats as the same as those of rules', () => {
    const rules = ['fold tag: "Tea" synonyms', 'fold freeform: "Cake", "Milk" synonyms unless fandom: "Soup" synonyms', 'fold tag: "x synonyms"'].map(
      (line) => {
        const read = parseRule(line);
        if (!read.ok) throw new Error(line);
        return toStored(read.rule);
      },
    );
    expect(learntNames(rules, (name) => [`${name} too`, 'the same'])).toEqual(['Tea too', 'the same', 'Milk too', 'Soup too']);
  });

  it.each([
    ['https://archiveofourown.org/works/2', '2'],
    ['https://archiveofourown.org/collections/x/works/2/chapters/77?view_adult=true#x', '2'],
    ['https://archiveofourown.org/works/4', undefined],
    ['https://squidgeworld.org/works/2', undefined],
    ['https://example.org/works/2', undefined],
    ['works/2', undefined],
  ])('are found by the address %s', async (address, id) => {
    expect((await handlers['seen-work']({ address }))?.work.id).toBe(id);
  });
});
