import { beforeAll, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, pressNamed, says, type Tab } from './harness/reader';
import { aWork, listingOf } from './harness/works';

/*
 * The list lies on the demo archive, the only https server that the browsers can reach here; the permission for its
 * address is there already, so that no prompt of the browser has to be answered.
 */
const LISTING = '/tags/Lists/works';
const LIST = '/lists/squicks.txt';
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

let list: { status: number; body: string };

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { freeforms: ['Omegaverse'] }), aWork(3, { freeforms: ['Spiders'] })]));
  put(LIST, () => ({ ...list, type: 'text/plain; charset=utf-8' }));
});

describe.each(BROWSERS)('in %s, a subscription', (browser) => {
  const reader = openReader(browser, archive);
  let options: Tab;
  let page: Tab;
  const fetches = (): number => archive.asked.filter((url) => url.endsWith(LIST)).length;
  beforeAll(async () => {
    list = {
      status: 200,
      body: `---\nname: Squicks ${HOSTILE}\nauthor: ${HOSTILE}\nversion: 1\n---\nhide tag: Omegaverse\nshow tag: Spiders\nfold tag: "${HOSTILE.replaceAll('"', '')}"\nno rule at all ${HOSTILE}\n`,
    };
    options = await reader.own('options.html#/subscriptions');
    page = await reader.tab(AO3 + LISTING);
    await judgedAs(page, { work_1: 'show', work_2: 'show', work_3: 'show' });
  });

  it('is looked at first, and its words stay words', async () => {
    const before = fetches();
    await options.type('input[type="url"]', AO3 + LIST);
    await options.key('Enter');
    await says(options, '[role="group"]', `Squicks ${HOSTILE}`);
    await says(options, '[role="group"]', `by ${HOSTILE}`);
    const marked = await options.evaluate(() => ({ foreign: document.querySelectorAll('main img, main script').length, title: document.title }), null);
    expect(marked).toEqual({ foreign: 0, title: expect.stringContaining('Subscriptions') });
    expect(await reader.send('get-subscriptions', {})).toEqual([]);
    await judgedAs(page, { work_2: 'show' });
    expect(fetches()).toBe(before + 1);
  });

  it('acts on open pages from the press on', async () => {
    await options.press('[role="group"] .button-main');
    await judgedAs(page, { work_1: 'show', work_2: 'hide', work_3: 'show' });
    expect(await reader.send('get-subscriptions', {})).toMatchObject([{ permitted: true, status: { kind: 'fresh', days: 0 }, facts: { rules: 3, shows: 1 } }]);
  });

  it('does what the reader says instead of the list', async () => {
    const [subscription] = await reader.send('get-subscriptions', {});
    const id = subscription?.choice.id ?? '';
    await reader.send('change-subscription', { id, name: '', on: true, action: 'fold', reveal: 'none', allowShow: false });
    await judgedAs(page, { work_2: 'fold' });
    await reader.addRules('show tag: Omegaverse');
    await judgedAs(page, { work_2: 'show' });
    await reader.removeAllRules();
    await reader.send('change-subscription', { id, name: '', on: false, action: null, reveal: null, allowShow: false });
    await judgedAs(page, { work_2: 'show' });
    await reader.send('change-subscription', { id, name: '', on: true, action: null, reveal: null, allowShow: false });
    await judgedAs(page, { work_2: 'hide' });
  });

  it('takes an update over, tells what it changed, and is judged by after the background has slept', async () => {
    list = { status: 200, body: '---\nname: Squicks\nversion: 2\n---\nfold tag: Omegaverse\nhide tag: Spiders\n' };
    await pressNamed(options, 'Fetch now');
    await judgedAs(page, { work_2: 'fold', work_3: 'hide' });
    await says(options, 'main', 'Last change');
    const [subscription] = await reader.send('get-subscriptions', {});
    expect(subscription).toMatchObject({ name: 'Squicks', facts: { version: '2' }, update: { added: 0, removed: 1, changed: 2 } });
    await reader.sleep();
    await page.reload();
    await judgedAs(page, { work_2: 'fold', work_3: 'hide' });
  });

  it('stays in force when it is gone from its address, and says so', async () => {
    list = { status: 404, body: 'gone' };
    await pressNamed(options, 'Fetch now');
    await says(options, 'main', 'The list’s server answered with error 404.');
    await page.reload();
    await judgedAs(page, { work_2: 'fold', work_3: 'hide' });
  });

  it('stays in force when there is a page in its place', async () => {
    list = { status: 200, body: '<!doctype html><title>Log in</title><p>fold tag: Omegaverse' };
    await pressNamed(options, 'Fetch now');
    await says(options, 'main', 'There is a web page at this address and not a list.');
    await page.reload();
    await judgedAs(page, { work_2: 'fold', work_3: 'hide' });
  });

  it('does nothing more once the reader has left, which can be taken back', async () => {
    await pressNamed(options, 'Unsubscribe');
    await judgedAs(page, { work_1: 'show', work_2: 'show', work_3: 'show' });
    await pressNamed(options, 'Undo');
    await judgedAs(page, { work_2: 'fold', work_3: 'hide' });
  });
});
