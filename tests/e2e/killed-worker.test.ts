import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AO3, type DemoArchive, startArchive } from './harness/archive';
import { BUILT_FOR_CHROMIUM } from './harness/chromium';
import { fieldNamed, judgedAs, pressNamed, type Reader, says, startReader, type Tab } from './harness/reader';
import { type Moment, type Mutant, withHolds } from './harness/mutants';
import { aWork, listingOf } from './harness/works';

/*
 * The background of a real Chromium is ended in the middle of what it does: held at a moment, then stopped. (What
 * happens at every other step is looked at in tests/background/killed-worker.test.ts, with a browser made up for it.)
 */
const LISTING = '/tags/Killed/works';
const LIST = '/lists/killed.txt';
const RULE = 'fold warning: major-character-death';
const BEFORE = { work_1: 'show', work_2: 'fold', work_3: 'show' } as const;
const AFTER = { ...BEFORE, work_3: 'hide' } as const;
const NO_ANSWER = 'The background part of Foldaway did not answer.';

/** What pages of the extension call. */
declare const chrome: {
  storage: { session: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void>; remove(keys: string[]): Promise<void> } };
};

let archive: DemoArchive;
let mutant: Mutant;
let reader: Reader;
let own: Tab;
let page: Tab;
let list = '';
beforeAll(async () => {
  archive = await startArchive();
  archive.put(LISTING, listingOf([aWork(1), aWork(2, { warnings: ['death'] }), aWork(3, { freeforms: ['Spiders'] })]));
  archive.put(LIST, () => ({ body: list, type: 'text/plain; charset=utf-8' }));
  mutant = await withHolds(BUILT_FOR_CHROMIUM);
  reader = await startReader('chromium', { port: archive.port, extension: mutant.folder });
  own = await reader.own('options.html#/rules');
  await reader.addRules(RULE);
  page = await reader.tab(AO3 + LISTING);
  await judgedAs(page, BEFORE);
});
afterAll(async () => {
  await reader.close();
  await mutant.remove();
  await archive.close();
});

/** Does something, and ends the background when it has come to a moment of answering a request. */
async function endedAt(moment: Moment, request: string, act: () => Promise<void>): Promise<void> {
  await own.evaluate((hold) => chrome.storage.session.set({ hold }), { moment, request });
  await act();
  await expect.poll(() => own.evaluate(async () => (await chrome.storage.session.get('held'))['held'], null), { interval: 20 }).toBe(true);
  await own.evaluate(() => chrome.storage.session.remove(['hold', 'held']), null);
  await reader.sleep();
}

/** What the reader was told last on the page of the rules. */
const told = (): Promise<string> => own.evaluate(() => document.querySelector('.toasts')?.textContent ?? '', null);
const ids = async (): Promise<string[]> => (await reader.send('get-rules', {})).rules.map(({ id }) => id).sort();

describe('a background that is ended', () => {
  // Nothing is said there any more of what the test before did.
  beforeEach(() => own.reload());
  afterEach(async () => {
    const added = (await ids()).filter((id) => !RULE.endsWith(id));
    if (added.length > 0) await reader.send('remove-rules', { ids: added });
    await judgedAs(page, BEFORE);
  });

  it.each<[Moment, string]>([
    ['hearing', 'page-started'],
    ['answering', 'page-started'],
    ['hearing', 'judge'],
    ['answering', 'judge'],
  ])('%s %s leaves every item with its true verdict, and nothing blocked is seen', async (moment, request) => {
    const tab = await reader.tab();
    await tab.watch(['work_2']);
    await endedAt(moment, request, () => tab.goto(AO3 + LISTING));
    // A busy machine may need more than the 1.5 s after which the page is shown with a message and Retry.
    await tab.until(
      () =>
        document.querySelector('#work_2[data-foldaway="fold"]') !== null ||
        (document.documentElement.getAttribute('data-foldaway-curtain') === 'up' && document.querySelector('foldaway-bar') !== null),
      null,
    );
    const { gaveUp, seen } = await tab.flash();
    if (!gaveUp) expect(seen).toEqual({});
    else {
      await tab.tabTo('foldaway-bar');
      await tab.key('Enter');
    }
    await judgedAs(tab, BEFORE);
    await expect.poll(() => tab.evaluate(() => document.documentElement.getAttribute('data-foldaway-curtain'), null)).toBe('down');
    await tab.close();
  });

  it.each<Moment>(['hearing', 'before storing', 'after storing', 'telling', 'answering'])(
    '%s of a new rule has stored it or says that it did not answer, and to do it again is enough',
    async (moment) => {
      const field = await fieldNamed(own, 'Add a rule');
      await endedAt(moment, 'add-rules', async () => {
        await own.type(field, 'hide freeform: Spiders');
        await own.key('Enter');
      });
      await expect.poll(told).not.toBe('');
      if ((await told()).includes(NO_ANSWER)) {
        expect(await ids()).toEqual(expect.arrayContaining(['warning: major-character-death']));
        await own.press(field);
        await own.key('Enter');
      }
      await expect.poll(told).toContain('Rule added.');
      expect(await ids()).toEqual(['freeform: "Spiders"', 'warning: major-character-death']);
      await judgedAs(page, AFTER);
    },
  );

  it.each<Moment>(['before storing', 'after storing'])('%s of an undo takes it back, at the latest when asked again', async (moment) => {
    const field = await fieldNamed(own, 'Add a rule');
    await own.type(field, 'hide freeform: Spiders');
    await own.key('Enter');
    await judgedAs(page, AFTER);
    await expect.poll(told).toContain('Rule added.');
    await endedAt(moment, 'undo', () => pressNamed(own, 'Undo'));
    await expect.poll(told).toContain(NO_ANSWER);
    await pressNamed(own, 'Undo');
    await expect.poll(told).toContain('Taken back.');
    expect(await ids()).toEqual(['warning: major-character-death']);
    await judgedAs(page, BEFORE);
  });

  it.each<Moment>(['fetching', 'before storing', 'after storing', 'telling', 'answering'])(
    '%s of an update of a list leaves the old list in force or the new one, whole',
    async (moment) => {
      list = '---\nname: Killed\nversion: 1\n---\nhide tag: Spiders\n';
      const lists = await reader.own('options.html#/subscriptions');
      await reader.send('preview-subscription', { address: AO3 + LIST });
      await reader.send('subscribe', { address: AO3 + LIST });
      await judgedAs(page, AFTER);
      list = '---\nname: Killed\nversion: 2\n---\nnote tag: Spiders\nfold tag: Birds\n';
      await endedAt(moment, 'refresh-subscription', () => pressNamed(lists, 'Fetch now'));
      await says(lists, 'body', NO_ANSWER);
      const [kept] = await reader.send('get-subscriptions', {});
      expect([
        [1, '1'],
        [2, '2'],
      ]).toContainEqual([kept?.facts?.rules, kept?.facts?.version]);
      await pressNamed(lists, 'Fetch now');
      await judgedAs(page, { ...BEFORE, work_3: 'note' });
      await reader.send('unsubscribe', { id: kept?.choice.id ?? '' });
      await judgedAs(page, BEFORE);
      await lists.close();
    },
  );
});
