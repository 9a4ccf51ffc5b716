import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, says, type Tab } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const LISTING = '/tags/Activity/works';

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { title: 'A sad one', warnings: ['death'] }), aWork(3, { title: 'A furry one', freeforms: ['Omegaverse'] })]));
});

describe.each(BROWSERS)('in %s, what happened on this device', (browser) => {
  const reader = openReader(browser, archive);
  let page: Tab;
  const folded = async (): Promise<string[]> => (await reader.send('get-activity', {})).folded.map(({ title }) => title ?? '');
  beforeAll(async () => {
    await reader.addRules('fold warning: major-character-death\nhide freeform: Omegaverse');
    page = await reader.tab(AO3 + LISTING);
    await judgedAs(page, { work_1: 'show', work_2: 'fold', work_3: 'hide' });
    // Asked again and again, the background stays awake until it has written.
    await vi.waitFor(async () => expect(await folded()).toHaveLength(2), { timeout: 10_000 });
  });

  it('is listed and drawn in the options, and a folded work is shown from now on by keyboard', async () => {
    const options = await reader.own('options.html#/activity');
    await says(options, 'main', 'A sad one');
    await says(options, 'main', 'Hide');
    expect(await options.evaluate(() => [...document.querySelectorAll('.chart-bar')].filter((bar) => bar.getAttribute('height') === '100').length, null)).toBe(
      1,
    );
    const button = '.entry:has([href$="/works/2"]) .button';
    await options.tabTo(button);
    await options.key('Enter');
    await judgedAs(page, { work_2: 'show' });
    await options.until(
      (wanted) => document.querySelector(wanted)?.getAttribute('aria-disabled') === 'true' && document.activeElement?.matches(wanted) === true,
      button,
    );
    await options.tabTo('.toast .button');
    await options.key('Enter');
    await judgedAs(page, { work_2: 'fold' });
    await options.close();
  });

  it('tells how many works a new rule would match, and gives names to choose from', async () => {
    const options = await reader.own('options.html#/rules/new');
    await options.type('.condition .completion input', 'omeg');
    await options.until(() => document.querySelector('.condition [role="option"]')?.textContent === 'Omegaverse', null);
    await options.press('.condition [role="option"]');
    await says(options, '.matches', '1 of 3');
    await says(options, '.matches', 'A furry one');
    await options.close();
  });

  it('tries the rules on a work seen recently, by its address', async () => {
    const options = await reader.own('options.html#/tester');
    await options.type('form input[type="url"]', `${AO3}/works/3`);
    await options.key('Enter');
    await says(options, 'article', 'A furry one');
    await options.close();
  });

  it('is wiped at a press', async () => {
    const options = await reader.own('options.html#/activity');
    await says(options, 'main', 'A sad one');
    await options.press('.button-danger');
    await options.until(() => document.querySelector('.entry') === null && document.querySelector('.toast') !== null, null);
    expect(await folded()).toEqual([]);
    expect((await reader.send('get-activity', {})).seen).toBe(0);
    await options.close();
  });
});
