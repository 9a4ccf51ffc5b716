import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderWorkPage } from '../../tools/demo-archive/markup/index';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM, startChromium, type Chromium } from './harness/chromium';
import { type Mutant, withOpenRoots } from './harness/mutants';
import { openArchive } from './harness/open';
import { aWork, listingOf } from './harness/works';

/** What we draw on pages, on paper, under a finger, and for readers whose system asks for other colours or no motion. */
const PICTURES = '.output/pictures/page';
const LISTING = `${AO3}/tags/Media/works`;
const RULES =
  'fold warning: major-character-death\nhide freeform: Omegaverse\nnote fandom: Gravelight\nhighlight freeform: Fluff colour: rose\nfold freeform: "Om*"';
const works = [
  aWork(1),
  aWork(2, { warnings: ['death'] }),
  aWork(3, { freeforms: ['Omegaverse'] }),
  aWork(4, { fandoms: ['Gravelight'] }),
  aWork(5, { freeforms: ['Fluff'] }),
  aWork(6, { warnings: ['death'] }),
];

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

const archive = openArchive(({ put }) => {
  put('/tags/Media/works', listingOf(works, { listing: 'tag-works', tag: 'Media', path: '/tags/Media/works', page: 1, pages: 3 }));
  put('/works/2', renderWorkPage(aWork(2, { warnings: ['death'], freeforms: ['Slow Burn'] })));
}, 40);
let mutant: Mutant;
let chromium: Chromium;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  mutant = await withOpenRoots(BUILT_FOR_CHROMIUM);
  chromium = await startChromium({ port: archive.port, extension: mutant.folder });
  const own = await chromium.openOwn('options.html');
  await own.evaluate((text) => chrome.runtime.sendMessage({ name: 'add-rules', body: { text } }), RULES);
  await own.close();
});
afterAll(async () => {
  await chromium.close();
  await mutant.remove();
});

async function listing(): Promise<Page> {
  const page = await chromium.open(LISTING);
  await page.waitForSelector('#work_5 > foldaway-panel');
  await page.waitForSelector('foldaway-bar');
  return page;
}
const seen = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.querySelector(wanted)?.checkVisibility() ?? false, selector);

describe('in Chromium', () => {
  it('keeps on paper what is folded folded and what is hidden hidden, and prints nothing to be pressed', async () => {
    const page = await listing();
    await page.emulateMedia({ media: 'print' });
    expect([await seen(page, '#work_2 > foldaway-fold'), await seen(page, '#work_2 h4'), await seen(page, '#work_3'), await seen(page, '#work_4 h4')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const buttons = await page.evaluate(() => {
      const inside = [...document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-panel')].flatMap((part) => [
        ...(part.shadowRoot?.querySelectorAll<HTMLElement>('button, a') ?? []),
      ]);
      return inside.filter((one) => one.checkVisibility() && !one.classList.contains('line')).map(({ innerText }) => innerText);
    });
    expect(buttons).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('#work_5') as Element).outlineStyle)).toBe('solid');
    await page.screenshot({ path: `${PICTURES}/print-listing.png`, fullPage: true });
    await page.goto(`${AO3}/works/2`);
    await page.waitForSelector('foldaway-gate');
    expect([await seen(page, '#workskin'), await seen(page, 'foldaway-gate')]).toEqual([false, true]);
    await page.screenshot({ path: `${PICTURES}/print-gate.png`, fullPage: true });
    await page.close();
  });

  it('is large enough for fingers: 44 pixels both ways, also on a narrow page', async () => {
    const page = await listing();
    const session = await page.context().newCDPSession(page);
    await page.setViewportSize({ width: 360, height: 780 });
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const tap = async (what: Locator): Promise<void> => {
      await what.scrollIntoViewIfNeeded();
      const box = await what.boundingBox();
      if (box === null) throw new Error('Not to be seen');
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    const small = (): Promise<string[]> =>
      page.evaluate(() => {
        const parts = [...document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-panel, foldaway-gate')].flatMap((part) => [
          ...(part.shadowRoot?.querySelectorAll<HTMLElement>('button, a, label, summary, select') ?? []),
        ]);
        const boxes = parts.filter((one) => one.checkVisibility() && one.closest('.pick') === null).map((one) => ({ one, box: one.getBoundingClientRect() }));
        return boxes
          .filter(({ box }) => box.height < 43.9 || box.width < 43.9)
          .map(({ one, box }) => `${one.localName} "${one.innerText}" ${Math.round(box.width)} x ${Math.round(box.height)}`);
      });
    expect(await small()).toEqual([]);
    await page.screenshot({ path: `${PICTURES}/touch-listing.png`, fullPage: true });
    await tap(page.locator('#work_2 > foldaway-fold').getByText('Why?'));
    await page.waitForSelector('foldaway-panel[open]');
    expect(await small()).toEqual([]);
    await tap(page.locator('#work_1 > foldaway-panel').getByText('Add rule'));
    await page.waitForSelector('#work_1 > foldaway-panel[open]');
    await tap(page.locator('foldaway-panel[open]').getByText('Highlight', { exact: true }));
    await tap(page.locator('foldaway-panel[open]').getByLabel('Slice of Life', { exact: true }));
    expect(await small()).toEqual([]);
    await tap(page.locator('foldaway-panel[open]').getByRole('button', { name: 'Add rule' }));
    await page.waitForSelector('#work_1[data-foldaway="highlight"]');
    expect(await small()).toEqual([]);
    await page.screenshot({ path: `${PICTURES}/touch-added.png`, fullPage: true });
    await tap(page.locator('body > foldaway-panel').getByText('Undo'));
    await page.waitForSelector('#work_1[data-foldaway="show"]');
    await page.goto(`${AO3}/works/2`);
    await page.waitForSelector('foldaway-gate');
    expect(await small()).toEqual([]);
    await page.screenshot({ path: `${PICTURES}/touch-gate.png` });
    await page.close();
  });

  it('moves nothing where the reader wants no motion', async () => {
    const page = await listing();
    const moves = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-panel')]
          .flatMap((part) => [...(part.shadowRoot?.querySelectorAll('*') ?? [])].map((one) => getComputedStyle(one).transitionDuration))
          .filter((time) => time !== '0s'),
      );
    expect((await moves()).length).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moves()).toEqual([]);
    await page.close();
  });

  it.each([
    ['forced-light', { forcedColors: 'active', colorScheme: 'light' }],
    ['forced-dark', { forcedColors: 'active', colorScheme: 'dark' }],
    ['contrast', { contrast: 'more', colorScheme: 'light' }],
  ] as const)('stays readable with the colours of the system: %s', async (name, media) => {
    const page = await listing();
    await page.emulateMedia(media);
    // A frame of the system's colours is a frame still, and buttons have borders of their own.
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('#work_5') as Element).outlineStyle)).toBe('solid');
    await page.locator('#work_1 > foldaway-panel').getByText('Add rule').click();
    await page.locator('foldaway-panel[open]').getByText('Highlight', { exact: true }).click();
    await page.screenshot({ path: `${PICTURES}/${name}-listing.png`, fullPage: true });
    const faint = await page.evaluate(() =>
      [...document.querySelectorAll('foldaway-fold, foldaway-bar, foldaway-panel')]
        .flatMap((part) => [...(part.shadowRoot?.querySelectorAll<HTMLElement>('button, span, p') ?? [])])
        .filter((one) => one.checkVisibility() && one.innerText !== '' && !one.matches(':disabled') && Number(getComputedStyle(one).opacity) < 1)
        .map(({ innerText }) => innerText),
    );
    expect(faint).toEqual([]);
    await page.goto(`${AO3}/works/2`);
    await page.waitForSelector('foldaway-gate');
    await page.screenshot({ path: `${PICTURES}/${name}-gate.png` });
    await page.close();
  });
});
