import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM, type Chromium, startChromium } from './harness/chromium';
import { BUILT_FOR_FIREFOX } from './harness/firefox';
import { flashReport, type FlashReport, type PaintReport, watchChromium, watchPaint } from './harness/flash';
import { type Mutant, withoutCurtain } from './harness/mutants';
import { openArchive, openReader } from './harness/open';
import { judgedAs, type Reader } from './harness/reader';
import { aWork, listingOf } from './harness/works';

/*
 * The first promise: nothing blocked is ever painted. The page comes in pieces that are cut inside of items, the
 * background is asleep, and every frame is looked at, in the page and in what the browser really painted.
 * A build without the curtain must fail the same test, else the test would prove nothing.
 */

const LISTING = '/tags/Streamed/works';
/** Its address says nothing of works: what judges them is brought in when the first one comes. */
const ELSEWHERE = '/admin_posts/7';
const RULES = 'fold warning: major-character-death\nhide freeform: Omegaverse';
const works = Array.from({ length: 20 }, (_, index) =>
  aWork(index + 1, index % 4 === 1 ? { warnings: ['death'] } : index % 7 === 3 ? { freeforms: ['Omegaverse'] } : { summary: 'A quiet story. '.repeat(12) }),
);
const folded = works.filter((work) => work.warnings.includes('death')).map((work) => `work_${work.id}`);
const hidden = works.filter((work) => work.freeforms.includes('Omegaverse')).map((work) => `work_${work.id}`);
const blocked = [...folded, ...hidden];
/** Looked at after the last verdict, in which nothing may flash either. */
const FRAMES_AFTER = 10;
const STREAMS = ['stream=burst', 'stream=slow', 'stream=slow&chunk=900&gap=25'];

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf(works));
  put(ELSEWHERE, listingOf(works));
});

const address = (stream: string, path: string): string => `${AO3}${path}?${stream}&paint=${blocked.join(',')}`;
const all = (ids: string[], action: 'fold' | 'hide') => Object.fromEntries(ids.map((id) => [id, action]));

/** A page whose filters took longer than 1.5 s proves nothing here: it is shown, as promised. Looks again then. */
async function untilAnswered<Look extends { flash: FlashReport }>(look: () => Promise<Look>): Promise<Look> {
  for (let tries = 0; tries < 4; tries++) {
    const seen = await look();
    if (!seen.flash.gaveUp) return seen;
  }
  throw new Error('The filters did not answer in 1.5 s, four times in a row');
}

describe('in Chromium, with a sleeping worker', () => {
  let chromium: Chromium;
  let curtainless: Chromium;
  let mutant: Mutant;
  beforeAll(async () => {
    chromium = await startWithRules(BUILT_FOR_CHROMIUM);
    mutant = await withoutCurtain(BUILT_FOR_CHROMIUM);
    curtainless = await startWithRules(mutant.folder);
  });
  afterAll(async () => {
    await chromium.close();
    await curtainless.close();
    await mutant.remove();
  });

  async function startWithRules(extension: string): Promise<Chromium> {
    // All works fit on the screen, so that all of them would be painted.
    const started = await startChromium({ port: archive.port, extension, viewport: { width: 900, height: 6000 } });
    const own = await started.openOwn('options.html');
    await own.evaluate(
      (text) =>
        (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage({
          name: 'add-rules',
          body: { text },
        }),
      RULES,
    );
    await own.close();
    return started;
  }

  const look = (browser: Chromium, stream: string, path = LISTING) => untilAnswered(() => lookOnce(browser, stream, path));

  async function lookOnce(browser: Chromium, stream: string, path: string): Promise<PaintReport & { flash: FlashReport; shown: number }> {
    const page = await browser.context.newPage();
    await watchChromium(page, blocked);
    await browser.stopWorker();
    const paint = await watchPaint(page, async () => {
      await page.goto(address(stream, path), { waitUntil: 'load' });
      await page.waitForFunction((ids) => ids.every((id) => document.getElementById(id)?.hasAttribute('data-foldaway') === true), blocked);
      await page.evaluate(async (frames) => {
        for (let frame = 0; frame < frames; frame++) await new Promise(requestAnimationFrame);
      }, FRAMES_AFTER);
    });
    const flash = await flashReport(page);
    const shown = await page.evaluate(
      () =>
        [...document.querySelectorAll('li.work.blurb h4')].filter((title) => title.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length,
    );
    await page.close();
    return { ...paint, flash, shown };
  }

  it.each(STREAMS)('paints nothing of a blocked work (%s)', async (stream) => {
    const { painted, frames, flash, shown } = await look(chromium, stream);
    expect(flash.seen).toEqual({});
    expect(painted).toBe(0);
    expect(shown).toBe(works.length - blocked.length);
    if (stream !== 'stream=burst') expect(flash.frames).toBeGreaterThan(10);
    expect(frames).toBeGreaterThan(0);
  });

  it('paints nothing of one either where nothing is expected', async () => {
    const { painted, flash, shown } = await look(chromium, 'stream=slow', ELSEWHERE);
    expect(flash.seen).toEqual({});
    expect(painted).toBe(0);
    expect(shown).toBe(works.length - blocked.length);
  });

  it('fails this very test without the curtain', async () => {
    const { painted, flash } = await look(curtainless, 'stream=slow');
    expect(Object.keys(flash.seen)).not.toEqual([]);
    expect(painted).toBeGreaterThan(0);
  });
});

describe('in Firefox, with a sleeping background', () => {
  const viewport = { width: 900, height: 3000 };
  let mutant: Mutant;
  beforeAll(async () => void (mutant = await withoutCurtain(BUILT_FOR_FIREFOX)));
  afterAll(() => mutant.remove());
  const reader = openReader('firefox', archive, () => ({ viewport }));
  const curtainless = openReader('firefox', archive, () => ({ viewport, extension: mutant.folder }));
  beforeAll(async () => {
    for (const one of [reader, curtainless]) await one.addRules(RULES);
  });

  async function lookOnce(who: Reader, stream: string, path: string): Promise<{ flash: FlashReport; shown: number }> {
    const tab = await who.tab();
    await tab.watch(blocked);
    await who.sleep();
    await tab.goto(address(stream, path));
    await judgedAs(tab, { ...all(folded, 'fold'), ...all(hidden, 'hide') });
    const flash = await tab.flash();
    const shown = await tab.evaluate(
      () =>
        [...document.querySelectorAll('li.work.blurb h4')].filter((title) => title.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length,
      null,
    );
    await tab.close();
    return { flash, shown };
  }

  const look = (who: Reader, stream: string, path = LISTING) => untilAnswered(() => lookOnce(who, stream, path));

  it.each(STREAMS)('shows nothing of a blocked work in any frame (%s)', async (stream) => {
    const { flash, shown } = await look(reader, stream);
    expect(flash.seen).toEqual({});
    expect(shown).toBe(works.length - blocked.length);
    if (stream !== 'stream=burst') expect(flash.frames).toBeGreaterThan(10);
  });

  it('shows nothing of one either where nothing is expected', async () => {
    const { flash, shown } = await look(reader, 'stream=slow', ELSEWHERE);
    expect(flash.seen).toEqual({});
    expect(shown).toBe(works.length - blocked.length);
  });

  it('fails this very test without the curtain', async () => {
    const { flash } = await look(curtainless, 'stream=slow');
    expect(Object.keys(flash.seen)).not.toEqual([]);
  });
});
