import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, says, type Tab, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const LISTING = '/tags/Popup/works';

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { title: 'A sad one', warnings: ['death'] }), aWork(3, { title: 'A hidden one', freeforms: ['Omegaverse'] })]));
});

describe.each(BROWSERS)('in %s, the popup', (browser) => {
  const reader = openReader(browser, archive);
  let page: Tab;
  let popup: Tab;
  beforeAll(async () => {
    page = await reader.tab(AO3 + LISTING);
    popup = await reader.own(`popup.html?tab=${await reader.tabNumber(AO3 + LISTING)}`);
  });
  beforeEach(() => reader.removeAllRules());

  it('tells what happened on the page, and why', async () => {
    await says(popup, 'main', 'Nothing');
    await reader.addRules('fold warning: major-character-death\nhide freeform: Omegaverse');
    await says(popup, 'main', '1 folded');
    await says(popup, 'main', '1 hidden');
    await says(popup, '.page-items', 'A sad one');
    await says(popup, '.page-items', 'Major Character Death');
    await says(popup, '.page-items', 'A hidden one');
    await says(popup, '.page-items', 'Omegaverse');
  });

  it('shows one work on the page at one press', async () => {
    await reader.addRules('fold warning: major-character-death');
    await judgedAs(page, { work_2: 'fold' });
    await says(popup, '.page-items', 'A sad one');
    await popup.press('.page-item button');
    await page.until(() => document.querySelector('#work_2 h4')?.checkVisibility() === true, null);
  });

  it('takes a new rule, and the page obeys it at once', async () => {
    await judgedAs(page, { work_3: 'show' });
    await popup.type('.line-field input', 'hide freeform: Omegaverse');
    await popup.key('Enter');
    await judgedAs(page, { work_3: 'hide' });
    expect(await visible(page, '#work_3')).toBe(false);
  });

  it('says what is wrong with a line that is no rule, and stores nothing', async () => {
    await popup.type('.line-field input', 'fold nonsense: "x');
    await popup.key('Enter');
    await popup.until(() => (document.querySelector('.line-field [role="alert"]')?.textContent ?? '').trim() !== '', null);
    expect((await reader.send('get-rules', {})).rules).toEqual([]);
    await popup.reload();
  });

  it('switches the filter off for this archive, and on again', async () => {
    await reader.addRules('fold warning: major-character-death');
    await judgedAs(page, { work_2: 'fold' });
    await popup.press('.switch');
    await page.until(() => document.querySelector('#work_2 h4')?.checkVisibility() === true, null);
    await popup.until(() => document.querySelector<HTMLInputElement>('.switch input')?.checked === false, null);
    await popup.press('.switch');
    await judgedAs(page, { work_2: 'fold' });
  });
});
