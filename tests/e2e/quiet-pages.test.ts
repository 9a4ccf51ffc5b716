import { beforeAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../tools/demo-archive/markup/page';
import { html } from '../../tools/demo-archive/markup/html';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, judgedAs, says } from './harness/reader';
import { aWork, listingOf } from './harness/works';

/* Pages that hold nothing to do by their address: what does it is brought in when there is something all the same. */

const LISTING = '/tags/Quiet/works';
const NEWS = '/admin_posts/8';
const QUESTIONS = '/faq/everything';
const page = (title: string, content: ReturnType<typeof html>): string => renderPage({ main: 'admin_posts-show', title, content }, {});

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { warnings: ['death'] })]));
  put(NEWS, page('News', html`<p>Have you read <a href="/works/1">this</a> and <a href="/works/2">that</a>?</p>`));
  put(QUESTIONS, page('Questions', html`<p>There is <a href="/works/search">a search</a>.</p>`));
});

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeAll(() => reader.addRules('fold warning: major-character-death'));

  it('marks a link to a work that is known to match a rule', async () => {
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_2: 'fold' });
    await tab.goto(AO3 + NEWS);
    await tab.until(() => document.querySelector('a[href="/works/2"] + foldaway-mark') !== null, null);
    expect(await tab.evaluate(() => document.querySelectorAll('foldaway-mark').length, null)).toBe(1);
    await tab.close();
  });

  it('answers the popup', async () => {
    const tab = await reader.tab(AO3 + QUESTIONS);
    const popup = await reader.own(`popup.html?tab=${await reader.tabNumber(AO3 + QUESTIONS)}`);
    await says(popup, 'main', 'There are no works to check on this page.');
    await popup.close();
    await tab.close();
  });

  it('judges items that a page puts in late, and leaves nothing there before', async () => {
    const tab = await reader.tab(AO3 + QUESTIONS);
    await tab.until(() => document.readyState === 'complete', null);
    expect(await tab.evaluate(() => document.documentElement.getAttributeNames().filter((name) => name.startsWith('data-foldaway')), null)).toEqual([]);
    await tab.evaluate(async (address) => {
      const listing = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      document.querySelector('#main')?.append(document.adoptNode(listing.querySelector('ol.work') as Element));
    }, LISTING);
    await judgedAs(tab, { work_1: 'show', work_2: 'fold' });
    await tab.close();
  });
});
