import { beforeEach, describe, expect, it } from 'vitest';
import { renderListingPage } from '../../tools/demo-archive/markup/index';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, visible } from './harness/reader';
import { anExternalWork, aSeries, aWork, listingOf } from './harness/works';

const somebody = { id: 900, login: 'shelf_keeper' };
const bookmark = (id: number, tags: string[], notes: string | null) => ({ id, bookmarker: somebody, tags, notes, date: '2026-11-01' });

const archive = openArchive();

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeEach(() => reader.removeAllRules());

  it("does not take a bookmarker's tags and notes for the work's own", async () => {
    archive.put(
      '/bookmarks',
      renderListingPage({
        listing: 'bookmarks',
        path: '/bookmarks',
        items: [
          {
            kind: 'bookmark',
            bookmark: bookmark(11, ['Omegaverse', 'Fluff'], 'So much Major Character Death'),
            of: { kind: 'work', work: aWork(1) },
            count: 1,
          },
          { kind: 'bookmark', bookmark: bookmark(12, [], null), of: { kind: 'work', work: aWork(2, { freeforms: ['Omegaverse'] }) }, count: 1 },
        ],
      }),
    );
    await reader.addRules('fold freeform: Omegaverse\nfold tag: Fluff, "Major Character Death"');
    const tab = await reader.tab(`${AO3}/bookmarks`);
    await judgedAs(tab, { bookmark_11: 'show', bookmark_12: 'fold' });
    expect(await visible(tab, '#bookmark_11 h4')).toBe(true);
    expect(await visible(tab, '#bookmark_12 h4')).toBe(false);
    await tab.close();
  });

  it('judges a work in a collection by the same rules', async () => {
    const collection = { name: 'Shelf', title: 'A Shelf' };
    archive.put(
      '/collections/Shelf/works',
      listingOf([aWork(1, { throughCollection: 'Shelf' }), aWork(2, { throughCollection: 'Shelf', warnings: ['noncon'] })], {
        listing: 'collection-works',
        collection,
        path: '/collections/Shelf/works',
      }),
    );
    await reader.addRules('hide warning: non-con');
    const tab = await reader.tab(`${AO3}/collections/Shelf/works`);
    await judgedAs(tab, { work_1: 'show', work_2: 'hide' });
    await tab.close();
  });

  it('judges series, external works and gifts', async () => {
    const series = aSeries(7);
    const external = anExternalWork(8);
    archive.put(
      '/users/shelf_keeper/gifts',
      renderListingPage({
        listing: 'gifts',
        path: '/users/shelf_keeper/gifts',
        owner: 'shelf_keeper',
        items: [
          { kind: 'gift', work: aWork(3, { fandoms: ['Gravelight'] }) },
          { kind: 'gift', work: aWork(4) },
        ],
      }),
    );
    archive.put(
      '/users/someone/series',
      renderListingPage({ listing: 'series-list', path: '/users/someone/series', owner: 'someone', items: [{ kind: 'series', series }] }),
    );
    archive.put('/external_works', renderListingPage({ listing: 'external-works', path: '/external_works', items: [{ kind: 'external', external }] }));
    await reader.addRules('fold fandom: Gravelight');
    const tab = await reader.tab(`${AO3}/users/someone/series`);
    await judgedAs(tab, { series_7: 'fold' });
    await tab.goto(`${AO3}/external_works`);
    await judgedAs(tab, { external_work_8: 'fold' });
    await tab.goto(`${AO3}/users/shelf_keeper/gifts`);
    await judgedAs(tab, { work_3: 'fold', work_4: 'show' });
    await tab.close();
  });

  it('reads warnings from the symbols where preferences hide them, and judges again when tags are asked for', async () => {
    const second = archive.world.works.find((work) => work.freeforms.length > 0 && work.restricted !== true);
    if (second === undefined) throw new Error('No such work');
    const [tag = ''] = second.freeforms;
    archive.put('/works', (visit) =>
      renderListingPage(
        {
          listing: 'works',
          path: '/works',
          items: [
            { kind: 'work', work: aWork(5, { warnings: ['death'] }) },
            { kind: 'work', work: second },
          ],
        },
        visit.options,
      ),
    );
    await reader.addRules(`fold warning: major-character-death\nfold freeform: "${tag}"`);
    const tab = await reader.tab(`${AO3}/works?login=somebody&hide=warnings,freeforms`);
    const id = `work_${second.id}`;
    await judgedAs(tab, { work_5: 'fold', [id]: second.warnings.includes('death') ? 'fold' : 'show' });
    await tab.press(`#${id} li.freeforms a[data-remote]`);
    await judgedAs(tab, { [id]: 'fold' });
    await tab.close();
  });

  it('says nothing on pages without works', async () => {
    await reader.addRules('fold fandom: Gravelight');
    const tab = await reader.tab(`${AO3}/tags/search?tag_search[name]=a`);
    expect(await tab.evaluate(() => document.querySelectorAll('[data-foldaway], foldaway-bar').length, null)).toBe(0);
    await tab.close();
  });

  it('works on the other archives with the same software', async () => {
    archive.put('/tags/Elsewhere/works', (visit) =>
      renderListingPage(
        {
          listing: 'tag-works',
          tag: 'Elsewhere',
          path: '/tags/Elsewhere/works',
          items: [
            { kind: 'work', work: aWork(1) },
            { kind: 'work', work: aWork(2, { warnings: ['death'] }) },
          ],
        },
        visit.options,
      ),
    );
    await reader.addRules('fold warning: major-character-death');
    const tab = await reader.tab();
    for (const host of ['squidgeworld.org', 'superlove.sayitditto.net']) {
      await tab.goto(`https://${host}/tags/Elsewhere/works`);
      await judgedAs(tab, { work_1: 'show', work_2: 'fold' });
    }
    await tab.close();
  });
});
