import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderListingPage } from '../../tools/demo-archive/markup/index';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM } from './harness/chromium';
import { BUILT_FOR_FIREFOX } from './harness/firefox';
import { type Mutant, withOpenRoots } from './harness/mutants';
import { openArchive, openReader } from './harness/open';
import { pressWords } from './harness/open-roots';
import { BROWSERS, judgedAs, type Tab, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

/** What the bar says beside its counts, and that nothing of ours gets in the way of the archive's own links. */
const LISTING = `${AO3}/tags/Bar/works`;
const slow = { freeforms: ['Slow Burn'] };

const archive = openArchive(({ put }) => {
  const path = '/tags/Bar/works';
  put(path, listingOf([aWork(1, slow), aWork(2), aWork(3, { freeforms: ['Fluff'] }), aWork(4, slow)], { listing: 'tag-works', tag: 'Bar', path }));
  put('/works', (visit) =>
    renderListingPage({ listing: 'works', path: '/works', items: [1, 2].map((id) => ({ kind: 'work', work: aWork(id, slow) })) }, visit.options)
      // Markup of tomorrow: an item without anything that it could be told by.
      .replace('id="work_2"', 'id="item_2"')
      .replaceAll('work-2', '')
      .replaceAll('/works/2', '/tales/2'),
  );
});

describe.each(BROWSERS)('in %s', (browser) => {
  let mutant: Mutant;
  beforeAll(async () => void (mutant = await withOpenRoots(browser === 'chromium' ? BUILT_FOR_CHROMIUM : BUILT_FOR_FIREFOX)));
  afterAll(() => mutant.remove());
  const reader = openReader(browser, archive, () => ({ extension: mutant.folder }));
  beforeEach(() => reader.removeAllRules());

  /** Waits until the part of an element of ours that screen readers announce says this. */
  const announces = (tab: Tab, host: string, words: string): Promise<void> =>
    tab.until(([where = '', wanted]) => document.querySelector(where)?.shadowRoot?.querySelector('[role="status"]')?.textContent === wanted, [host, words]);

  it('announces the counts, what could not be read, and that free tags are withheld, with the way to the preference', async () => {
    await reader.addRules('fold character: "Mara Venn"');
    const tab = await reader.tab(`${AO3}/works?login=ana&hide=freeforms`);
    await announces(
      tab,
      'foldaway-bar',
      '1 folded of 2 · 1 entry could not be read and is shown · Your archive preferences hide additional tags here, so rules about them cannot see them',
    );
    expect(await visible(tab, '#item_2 h4')).toBe(true);
    const links = await tab.evaluate(
      () => [...(document.querySelector('foldaway-bar')?.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href),
      null,
    );
    expect(links).toEqual([`${AO3}/users/ana/preferences`]);
    await tab.close();
  });

  it('keeps in sight what was shown again while other rules change, and folds the rest', async () => {
    await reader.addRules('fold freeform: "Slow Burn"');
    const tab = await reader.tab(LISTING);
    await announces(tab, 'foldaway-bar', '2 folded of 4');
    await pressWords(tab, '#work_1 > foldaway-fold', 'Show');
    await tab.until(() => document.querySelector('#work_1 h4')?.checkVisibility() === true, null);
    await reader.addRules('fold freeform: Fluff');
    await judgedAs(tab, { work_1: 'fold', work_3: 'fold', work_4: 'fold' });
    expect([await visible(tab, '#work_1 h4'), await visible(tab, '#work_3 h4'), await visible(tab, '#work_4 h4')]).toEqual([true, false, false]);
    await tab.close();
  });

  it("says what of the rules the archive's filter cannot take", async () => {
    await reader.addRules('fold freeform: "Slow Burn"\nfold freeform: "Om*"\nfold title: /x/');
    const tab = await reader.tab(LISTING);
    await judgedAs(tab, { work_1: 'fold' });
    await pressWords(tab, 'foldaway-bar', 'Search without them');
    await tab.until(
      () => document.querySelector('foldaway-panel[open]')?.shadowRoot?.textContent?.includes('2 cannot be said there and go on folding here.') === true,
      null,
    );
    await tab.close();
  });

  it("neither covers nor moves the archive's own links", async () => {
    await reader.addRules('note freeform: Fluff');
    const tab = await reader.tab(LISTING);
    await judgedAs(tab, { work_3: 'note' });
    await tab.until(() => document.querySelectorAll('li.blurb > foldaway-panel').length === 4, null);
    const covered = await tab.evaluate(
      () =>
        [...document.querySelectorAll('li.blurb a')].flatMap((link) => {
          link.scrollIntoView({ block: 'center' });
          const { left, top, width, height } = link.getClientRects()[0] ?? new DOMRect();
          const there = document.elementFromPoint(left + width / 2, top + height / 2);
          return width === 0 || there === null || link.contains(there) || there.contains(link)
            ? []
            : [`${link.textContent} by ${there.outerHTML.slice(0, 60)}`];
        }),
      null,
    );
    expect(covered).toEqual([]);
    // In one go, so that nothing is put back in between.
    const moved = await tab.evaluate(() => {
      const places = ['work_1', 'work_2'].flatMap((id) => {
        const item = document.getElementById(id) as HTMLElement;
        return [...item.querySelectorAll('a')].map((link) => () => {
          const [from, place] = [item.getBoundingClientRect(), link.getBoundingClientRect()];
          return [place.left - from.left, place.top - from.top, place.width, place.height];
        });
      });
      const before = places.flatMap((place) => place());
      for (const part of document.querySelectorAll('li.blurb > foldaway-panel')) part.remove();
      return places.flatMap((place) => place()).map((now, index) => Math.abs(now - (before[index] ?? Infinity)));
    }, null);
    expect(moved.length).toBeGreaterThan(40);
    // Browsers count in sixtieths of a pixel.
    expect(Math.max(...moved)).toBeLessThan(0.1);
    await tab.close();
  });
});
