import { beforeEach, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, verdicts, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const LISTING = '/tags/Whole%20Cloth/works';

const archive = openArchive(({ put }) => {
  put(
    LISTING,
    listingOf([
      aWork(1),
      aWork(2, { warnings: ['death'] }),
      aWork(3, { freeforms: ['Alpha/Beta/Omega Dynamics'] }),
      aWork(4, { freeforms: ['Omegaverse', 'Fluff'] }),
      aWork(5, { warnings: ['death'], authors: [{ id: 77, login: 'a_favourite' }] }),
      aWork(6, { anonymous: true, title: 'who knows' }),
    ]),
  );
});

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeEach(() => reader.removeAllRules());

  it('shows everything when there are no rules', async () => {
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'show', work_6: 'show' });
    expect(new Set(Object.values(await verdicts(tab)))).toEqual(new Set(['show']));
    expect(await visible(tab, '#work_2 h4')).toBe(true);
    await tab.close();
  });

  it('folds, hides, and lets a show rule win', async () => {
    await reader.addRules(
      'fold warning: major-character-death\nhide freeform: "Alpha/Beta/Omega*", Omegaverse\nshow creator: a_favourite\nfold creator: anonymous',
    );
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'show', work_2: 'fold', work_3: 'hide', work_4: 'hide', work_5: 'show', work_6: 'fold' });
    expect(await visible(tab, '#work_2')).toBe(true);
    expect(await visible(tab, '#work_2 > foldaway-fold')).toBe(true);
    expect(await visible(tab, '#work_2 h4')).toBe(false);
    expect(await visible(tab, '#work_3')).toBe(false);
    expect(await visible(tab, '#work_5 h4')).toBe(true);
    await tab.close();
  });

  it('shows a folded work at one press, and folds it again at the next', async () => {
    await reader.addRules('fold warning: major-character-death');
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_2: 'fold' });
    await tab.press('#work_2 > foldaway-fold');
    await tab.until(() => document.querySelector('#work_2 h4')?.checkVisibility() === true, null);
    await tab.press('#work_2 > foldaway-fold');
    await tab.until(() => document.querySelector('#work_2 h4')?.checkVisibility() === false, null);
    await tab.close();
  });

  it('takes no press that a script of the page makes up', async () => {
    await reader.addRules('fold warning: major-character-death');
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_2: 'fold' });
    await tab.evaluate(
      () => document.querySelector('#work_2 > foldaway-fold')?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })),
      null,
    );
    expect(await visible(tab, '#work_2 h4')).toBe(false);
    await tab.close();
  });

  it('acts on new rules in an open tab, and unfolds when they go', async () => {
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_2: 'show', work_3: 'show' });
    const ids = await reader.addRules('fold warning: major-character-death\nhide freeform: "Alpha/Beta/Omega*"');
    await judgedAs(tab, { work_2: 'fold', work_3: 'hide' });
    expect(await visible(tab, '#work_3')).toBe(false);
    await reader.send('remove-rules', { ids });
    await judgedAs(tab, { work_2: 'show', work_3: 'show' });
    expect(await visible(tab, '#work_2 h4')).toBe(true);
    expect(await visible(tab, '#work_3 h4')).toBe(true);
    expect(await tab.evaluate(() => document.querySelectorAll('foldaway-fold, foldaway-bar').length, null)).toBe(0);
    await tab.close();
  });

  it('counts folded and hidden works on the toolbar button', async () => {
    await reader.addRules('fold warning: major-character-death\nhide freeform: "Alpha/Beta/Omega*", Omegaverse');
    const tab = await reader.tab(`${AO3}${LISTING}`);
    await judgedAs(tab, { work_2: 'fold', work_3: 'hide', work_4: 'hide', work_5: 'fold' });
    await expect.poll(() => reader.badge(AO3 + LISTING)).toBe('4');
    await reader.removeAllRules();
    await expect.poll(() => reader.badge(AO3 + LISTING)).toBe('');
    await tab.close();
  });

  it('leaves the archive alone where the reader has switched it off, until it is on again', async () => {
    await reader.addRules('fold warning: major-character-death');
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_2: 'fold' });
    await reader.send('set-setting', { name: 'site-off:ao3', value: true });
    await tab.until(() => document.querySelector('#work_2 h4')?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true, null);
    await tab.reload();
    await tab.until(() => document.querySelector('#work_2 h4')?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true, null);
    await reader.send('set-setting', { name: 'site-off:ao3', value: false });
    await judgedAs(tab, { work_2: 'fold' });
    await tab.close();
  });
});
