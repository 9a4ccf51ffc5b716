import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { seedRules, STARTER_RULES } from '../start/seed';
import { inBrowser } from './in-browser';
import { tell } from './tell';

/*
 * `npm run measure:ui`, after a build: how soon the popup and the options with 20,000 rules are there, and how evenly
 * the table of rules scrolls under the wheel. Figures for the eye, in a real Chromium; machines differ, so nothing
 * passes or fails by them. The promises are 100 ms, 1 s and 60 frames a second.
 */
const LISTING = 'https://archiveofourown.org/works';
const RULES = 20_000;
const ROUNDS = 8;
/** Turns of the wheel, and how far each goes, in CSS pixels. */
const TURNS = 240;
const TURN = 240;

declare const chrome: { tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> } };

/* Scripts for the page are strings: what compiles this file puts helpers of its own into functions. */
const NOTE_DRAWN = `requestAnimationFrame(function look() {
  if (document.querySelector(SELECTOR) === null) requestAnimationFrame(look);
  else requestAnimationFrame(() => { globalThis.foldawayDrawn = performance.now(); });
});`;
const NOTE_FRAMES = `globalThis.foldawayFrames = [];
requestAnimationFrame(function note(now) {
  globalThis.foldawayFrames.push(now);
  requestAnimationFrame(note);
});`;

/** Milliseconds from the start of the navigation until the first frame that shows an element. */
async function timeTo(context: BrowserContext, address: string, selector: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript({ content: NOTE_DRAWN.replace('SELECTOR', JSON.stringify(selector)) });
  await page.goto(address, { waitUntil: 'commit' });
  const drawn = await (await page.waitForFunction(() => (globalThis as { foldawayDrawn?: number }).foldawayDrawn)).jsonValue();
  await page.close();
  return Number(drawn);
}

/** Milliseconds of processor time that the page's main thread has taken so far; what else runs on the machine does not count. */
async function busyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Times between frames while the wheel turns, in ms, and the processor time that all of them took. */
async function frames(page: Page): Promise<{ between: number[]; busy: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // Only the page in front draws.
  await page.bringToFront();
  await page.mouse.move(640, 600);
  await page.evaluate(NOTE_FRAMES);
  const before = await busyTime(session);
  for (let turn = 0; turn < TURNS; turn++) await page.mouse.wheel(0, TURN);
  const times = await page.evaluate(() => (globalThis as { foldawayFrames?: number[] }).foldawayFrames ?? []);
  return { between: times.slice(1).map((time, index) => time - (times[index] ?? time)), busy: (await busyTime(session)) - before };
}

void inBrowser(async (context, own) => {
  const measure = async (path: string, selector: string): Promise<number[]> => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await timeTo(context, own(path), selector));
    return times;
  };
  const page = await context.newPage();
  await page.goto(own('options.html#/about'));
  await seedRules(page, STARTER_RULES);
  const listing = await context.newPage();
  await listing.goto(LISTING);
  await listing.waitForSelector('[data-foldaway=fold]');
  const tab = await page.evaluate(async (address) => (await chrome.tabs.query({})).find(({ url }) => url === address)?.id, LISTING);
  tell('Popup: drawn', await measure(`popup.html?tab=${tab}`, '.popup h1'));
  tell('Popup: works of the page listed', await measure(`popup.html?tab=${tab}`, '.page-item'));
  await seedRules(page, Array.from({ length: RULES }, (_, index) => `fold freeform: "Tag number ${index}"`).join('\n'));
  tell(`Options: first of ${RULES} rules`, await measure('options.html#/rules', '.rule'));
  tell(`Popup with ${RULES} rules: works listed`, await measure(`popup.html?tab=${tab}`, '.page-item'));
  await page.goto(own('options.html#/rules'));
  await page.reload();
  await page.waitForSelector('.rule');
  const { between, busy } = await frames(page);
  tell('Between frames, scrolling the rules', between);
  const total = between.reduce((sum, time) => sum + time, 0);
  console.log(
    `${(between.length / (total / 1000)).toFixed(1)} frames a second; ${between.filter((time) => time > 25).length} of ${between.length} frames late; ${await page.locator('.rule').count()} rows in the document`,
  );
  console.log(`${(busy / between.length).toFixed(2)} ms of processor time a frame on the page's main thread; 16.7 ms would be too late`);
});
