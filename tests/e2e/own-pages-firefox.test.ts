import { source as axe } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { type Firefox, startFirefox } from './harness/firefox';
import { openArchive } from './harness/open';
import { aWork, listingOf } from './harness/works';

/* Firefox gives controls, colours and names of its own, so every page of ours is gone through there as well. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> }; tabs: { query(what: object): Promise<{ id: number; url?: string }[]> } };

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}
const LISTING = '/tags/Pages/works';

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { warnings: ['death'] })]));
});
let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox({ port: archive.port });
  const page = await firefox.openOwn('options.html#/about', 'h1');
  await page.evaluate(
    (text) => chrome.runtime.sendMessage({ name: 'add-rules', body: { text, keepUnreadable: true } }),
    'fold warning: major-character-death\nhide freeform: Omegaverse* reason: none\nfold language: not en off\nfold freform: Angst',
  );
  await page.close();
});
afterAll(() => firefox.close());

/** What axe finds wrong, in one line each. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as { violations: Violation[] };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`));
}

describe('in firefox, without a fault that axe can find', () => {
  it('every section of the options', { timeout: 120_000 }, async () => {
    const menu = await firefox.openOwn('options.html', '.menu a');
    const places = await menu.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('.menu a')].map((link) => link.hash));
    await menu.close();
    expect(places.length).toBeGreaterThan(12);
    const found: string[] = [];
    for (const place of places) {
      const page = await firefox.openOwn(`options.html${place}`, '.section > :not(:first-child)');
      found.push(...(await faults(page)).map((fault) => `${place} ${fault}`));
      await page.close();
    }
    expect(found).toEqual([]);
  });

  it('the first page', async () => {
    const page = await firefox.openOwn('welcome.html', '.theme');
    expect(await faults(page)).toEqual([]);
    await page.close();
  });

  it('the popup', async () => {
    const listing = await firefox.open(AO3 + LISTING);
    await listing.waitForSelector('[data-foldaway=fold]');
    const own = await firefox.openOwn('options.html#/about', 'h1');
    const tab = await own.evaluate(async (path) => (await chrome.tabs.query({})).find(({ url }) => url?.endsWith(path))?.id, LISTING);
    await own.close();
    const page = await firefox.openOwn(`popup.html?tab=${tab}`, '.page-item');
    expect(await faults(page)).toEqual([]);
    await page.close();
  });
});
