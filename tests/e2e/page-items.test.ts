import { beforeEach, describe, expect, it } from 'vitest';
import { renderListingPage, renderRelatedWorks, renderSubscriptions, renderTagPage } from '../../tools/demo-archive/markup/index';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const RULE = 'fold warning: major-character-death';
const LISTING = '/tags/Items/works';
const LONG = '/tags/Long/works';
const viewer = { login: 'ana' };
const death = { warnings: ['death' as const] };

const archive = openArchive(({ put }) => {
  put(
    LISTING,
    listingOf(
      [aWork(1, { fandoms: ['Gravelight'] }), aWork(2, { freeforms: ['Fluff'] }), aWork(3, death), aWork(4, death), aWork(5, death), aWork(6), aWork(7, death)],
      { page: 1, pages: 3 },
    ),
  );
  put('/tags/Filtered/works', listingOf([aWork(1, death), aWork(2)], { listing: 'tag-works', tag: 'Filtered', path: '/tags/Filtered/works' }));
  put(LONG, listingOf(Array.from({ length: 150 }, (_, index) => aWork(index + 1))));
  put('/tags/Same/works', listingOf([aWork(21, { freeforms: ['A/B/O'] }), aWork(22, { freeforms: ['Omegaverse'] }), aWork(23, { freeforms: ['Alpha Ana'] })]));
  put(
    '/tags/Omegaverse',
    renderTagPage({
      name: 'Omegaverse',
      type: 'Additional Tags',
      canonical: true,
      synonyms: ['A/B/O'],
      subtags: [{ name: 'Alphas', below: [{ name: 'Alpha Ana' }] }],
    }),
  );
  put('/tags/Tea', renderTagPage({ name: 'Tea', type: 'Additional Tags', canonical: true, synonyms: ['Cha'] }));
  put('/tags/Muted/works', listingOf([aWork(1, { ...death, authors: [{ id: 41, login: 'muted_one' }] }), aWork(2, death)], { muted: [41] }));
  put(
    '/users/ana/works',
    renderListingPage(
      { listing: 'user-works', path: '/users/ana/works', owner: 'ana', items: [{ kind: 'work', work: aWork(8, { ...death, own: true }) }] },
      { viewer },
    ),
  );
  put(
    '/users/ana/readings',
    renderListingPage(
      {
        listing: 'history',
        path: '/users/ana/readings',
        owner: 'ana',
        items: [9, 10].map((id) => ({ kind: 'reading', work: aWork(id, death), visited: '2026-11-01' }) as const),
      },
      { viewer },
    ),
  );
  put('/users/ana/subscriptions', renderSubscriptions('ana', [{ work: aWork(3, death) }, { work: aWork(6) }], { viewer }));
  put('/users/ana/related_works', renderRelatedWorks('ana', { translations: [aWork(4)], inspired: [[aWork(6), aWork(5)]] }, { viewer }));
});

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeEach(async () => {
    await reader.removeAllRules();
    for (const name of ['gather', 'exempt-own', 'exempt-history']) await reader.send('set-setting', { name, value: null });
  });

  it('has the buttons of a long page where the focus comes to, and not all from the start', async () => {
    const tab = await reader.tab(AO3 + LONG);
    const isThere = (selector: string): boolean => document.querySelector(selector) !== null;
    await tab.until(isThere, '#work_150[data-foldaway]');
    await tab.until(isThere, '#work_1 > foldaway-panel');
    expect(await tab.evaluate(isThere, '#work_141 > foldaway-panel')).toBe(false);
    await tab.evaluate(() => document.querySelector<HTMLElement>('#work_140 h4 a')?.focus(), null);
    await tab.tabTo('#work_140 > foldaway-panel');
    await tab.tabTo('#work_141 > foldaway-panel');
    await tab.close();
  });

  it('puts a line over noted works and a frame around highlighted ones, and leaves both in sight', async () => {
    await reader.addRules('note fandom: Gravelight\nhighlight freeform: Fluff');
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'note', work_2: 'highlight' });
    expect(await visible(tab, '#work_1 > foldaway-fold')).toBe(true);
    expect(await visible(tab, '#work_1 h4')).toBe(true);
    expect(await visible(tab, '#work_2 h4')).toBe(true);
    expect(await tab.evaluate(() => getComputedStyle(document.querySelector('#work_2') as Element).outlineStyle, null)).toBe('solid');
    expect(await tab.evaluate(() => getComputedStyle(document.querySelector('#work_1') as Element).outlineStyle, null)).toBe('none');
    await tab.close();
  });

  it('gathers folded works in a row into one line where the reader wants that, and opens it', async () => {
    await reader.addRules(RULE);
    await reader.send('set-setting', { name: 'gather', value: true });
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_3: 'fold', work_7: 'fold' });
    await tab.until(() => document.querySelector('#work_3 > foldaway-fold.gathered') !== null, null);
    expect(await visible(tab, '#work_3 > foldaway-fold.gathered')).toBe(true);
    expect(await visible(tab, '#work_4')).toBe(false);
    expect(await visible(tab, '#work_7 > foldaway-fold')).toBe(true);
    await tab.tabTo('#work_3 > foldaway-fold.gathered');
    await tab.key('Enter');
    await tab.until(() => document.querySelector('#work_4 > foldaway-fold')?.checkVisibility() === true, null);
    expect(await tab.evaluate(() => document.activeElement?.matches('#work_3 > foldaway-fold:not(.gathered)') === true, null)).toBe(true);
    expect(await visible(tab, '#work_4 h4')).toBe(false);
    await tab.close();
  });

  it('shows all and folds again, pauses and resumes, from the bar', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_3: 'fold' });
    await tab.tabTo('foldaway-bar');
    await tab.key('Enter');
    await tab.until(() => document.querySelector('#work_3 h4')?.checkVisibility() === true, null);
    await tab.key('Enter');
    await tab.until(() => document.querySelector('#work_3 h4')?.checkVisibility() === false, null);
    await tab.key('Tab');
    await tab.key('Enter');
    await tab.until(() => document.querySelector('[data-foldaway]') === null && document.querySelector('#work_3 h4')?.checkVisibility() === true, null);
    expect(await tab.evaluate(() => document.activeElement?.localName, null)).toBe('foldaway-bar');
    await tab.key('Enter');
    await judgedAs(tab, { work_3: 'fold' });
    await tab.close();
  });

  it('neither counts nor shows works of people whom the reader has muted on the archive', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(`${AO3}/tags/Muted/works`);
    await judgedAs(tab, { work_2: 'fold' });
    expect(await visible(tab, '#work_1')).toBe(false);
    await expect.poll(() => reader.badge(`${AO3}/tags/Muted/works`)).toBe('1');
    await tab.tabTo('foldaway-bar');
    await tab.key('Enter');
    await tab.until(() => document.querySelector('#work_2 h4')?.checkVisibility() === true, null);
    expect(await visible(tab, '#work_1')).toBe(false);
    await tab.close();
  });

  it('leaves own works and the history alone, until the reader wants them judged', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(`${AO3}/users/ana/works`);
    await judgedAs(tab, { work_8: 'show' });
    await reader.send('set-setting', { name: 'exempt-own', value: false });
    await judgedAs(tab, { work_8: 'fold' });
    await tab.goto(`${AO3}/users/ana/readings`);
    await judgedAs(tab, { work_9: 'show' });
    await reader.send('set-setting', { name: 'exempt-history', value: false });
    await judgedAs(tab, { work_9: 'fold' });
    await tab.close();
  });

  it("leaves the archive's own forms inside of items at work", async () => {
    await reader.addRules(RULE);
    await reader.send('set-setting', { name: 'exempt-history', value: false });
    const tab = await reader.tab(`${AO3}/users/ana/readings`);
    await judgedAs(tab, { work_9: 'fold', work_10: 'fold' });
    await tab.press('#work_9 > foldaway-fold');
    await tab.until(() => document.querySelector('#work_9 form.ajax-remove')?.checkVisibility() === true, null);
    await tab.press('#work_9 form.ajax-remove [type="submit"]');
    await tab.until(() => document.querySelector('#work_9') === null, null);
    expect(await visible(tab, '#work_10 > foldaway-fold')).toBe(true);
    await tab.close();
  });

  it("puts the rules into the archive's own filter at a press, takes them out again, and sends nothing before the next press", async () => {
    await reader.addRules(`${RULE}\nfold freeform: Fluff, "Om*"\nfold complete: no\nfold words: <1000`);
    const address = `${AO3}/tags/Filtered/works`;
    const tab = await reader.tab(address);
    await judgedAs(tab, { work_1: 'fold' });
    const filled = () =>
      tab.evaluate(() => {
        const field = (name: string): string => document.querySelector<HTMLInputElement>(`#work-filters [name="work_search[${name}]"]`)?.value ?? '';
        const ticked = [...document.querySelectorAll<HTMLInputElement>('#work-filters :checked')]
          .map((box) => `${box.name}=${box.value}`)
          .filter((box) => !box.includes('language'));
        return { tags: field('excluded_tag_names'), from: field('words_from'), ticked };
      }, null);
    const before = await filled();
    const press = async (): Promise<void> => {
      await tab.tabTo('foldaway-bar');
      await tab.key('Tab');
      await tab.key('Tab');
      await tab.key('Enter');
      await tab.until(() => document.activeElement?.matches('foldaway-panel[open]') === true, null);
    };
    await press();
    const after = await filled();
    // The form offers tags that are frequent here as boxes; the others are written.
    expect(`${after.tags} ${after.ticked.join()}`).toMatch(/Fluff|exclude_work_search\[freeform_ids\]/);
    expect(after.ticked).toContain('exclude_work_search[archive_warning_ids][]=18');
    expect(after.ticked).toContain('work_search[complete]=T');
    expect(after.from).toBe('1000');
    await tab.key('Tab');
    await tab.key('Enter');
    expect(await filled()).toEqual(before);
    expect(await tab.evaluate(() => location.href, null)).toBe(address);
    await press();
    await tab.key('Enter');
    await tab.until(() => location.search.includes('exclude_work_search'), null);
    await tab.close();
  });

  it('learns what the archive holds for the same from the page of a tag, where a rule asks for that', async () => {
    await reader.addRules('fold freeform: "Omegaverse" synonyms');
    const listing = await reader.tab(`${AO3}/tags/Same/works`);
    await judgedAs(listing, { work_21: 'show', work_22: 'fold', work_23: 'show' });
    const before = archive.asked.length;
    const tab = await reader.tab(`${AO3}/tags/Omegaverse`);
    await judgedAs(listing, { work_21: 'fold', work_22: 'fold', work_23: 'fold' });
    await tab.goto(`${AO3}/tags/Tea`);
    await tab.until(() => document.readyState === 'complete', null);
    const own = await reader.own('popup.html');
    const kept = await own.evaluate(
      async () =>
        JSON.stringify(
          await (globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<object> } } } }).chrome.storage.local.get('known-tags'),
        ),
      null,
    );
    expect(kept).toContain('omegaverse');
    expect(kept).not.toContain('tea');
    expect(
      archive.asked
        .slice(before)
        .filter((address) => address.includes('/tags/'))
        .sort(),
    ).toEqual([`${AO3}/tags/Omegaverse`, `${AO3}/tags/Tea`]);
    for (const one of [listing, tab, own]) await one.close();
  });

  it('marks links to works that were folded before, and asks the archive for nothing', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_3: 'fold' });
    const before = archive.asked.length;
    await tab.goto(`${AO3}/users/ana/subscriptions`);
    await tab.until(() => document.querySelector('a[href="/works/3"] + foldaway-mark') !== null, null);
    expect(await tab.evaluate(() => document.querySelectorAll('foldaway-mark').length, null)).toBe(1);
    expect(archive.asked.slice(before).filter((address) => /\/(works|chapters)\//.test(address))).toEqual([]);
    await tab.goto(`${AO3}/users/ana/related_works`);
    await tab.until(() => document.querySelectorAll('foldaway-mark').length === 2, null);
    await reader.removeAllRules();
    await tab.goto(`${AO3}/users/ana/subscriptions`);
    await tab.until(() => document.readyState === 'complete', null);
    expect(await tab.evaluate(() => document.querySelectorAll('foldaway-mark').length, null)).toBe(0);
    await tab.close();
  });
});
