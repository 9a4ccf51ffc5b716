import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { seedRules, STARTER_RULES } from '../start/seed';
import { inBrowser } from './in-browser';
import { tell } from './tell';
import { traceScripts } from './trace';

/*
 * `npm run measure`, after a build: how long a work is in the document before its verdict is drawn, with the worker
 * asleep and awake, and how much script time the extension takes on a listing of 20 works. Figures for the eye, in
 * a real Chromium on the demo archive; machines differ, so nothing passes or fails by them. `-- --each` lists each run of
 * a script.
 */

const LISTING = 'https://archiveofourown.org/works';
/** A page of the archive without a listing. */
const NOTHING = 'https://archiveofourown.org/tos';
const ROUNDS = 25;

/** Notes, in the page, when each item is complete and when it is marked. */
function watchItems(): void {
  const complete = new Map<Element, number>();
  const waits: number[] = ((globalThis as { foldawayWaits?: number[] }).foldawayWaits = []);
  new MutationObserver((records) => {
    const now = performance.now();
    for (const item of document.querySelectorAll('li.blurb')) if (item.nextSibling !== null && !complete.has(item)) complete.set(item, now);
    for (const { type, target } of records) {
      const since = complete.get(target as Element);
      if (type === 'attributes' && since !== undefined) waits.push(now - since);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-foldaway'] });
}

/** Milliseconds of processor time that scripts of the extension took in the page. */
async function scriptTime(session: CDPSession, load: () => Promise<void>): Promise<number> {
  const runs = await traceScripts(session, 'chrome-extension:', load);
  if (process.argv.includes('--each')) for (const { url, ms } of runs) console.log(`  ${url.split('/').at(-1)} ${ms.toFixed(2)} ms`);
  return runs.reduce((sum, { ms }) => sum + ms, 0);
}

async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await new Promise((later) => setTimeout(later, 300));
  await session.detach();
}

async function waits(context: BrowserContext, address: string, cold: boolean): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await context.newPage();
    await page.addInitScript(watchItems);
    if (cold) await stopWorker(page);
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForFunction('document.querySelectorAll("li.blurb").length > 0 && document.querySelectorAll("li.blurb:not([data-foldaway])").length === 0');
    all.push(...((await page.evaluate('foldawayWaits')) as number[]));
    await page.close();
  }
  return all;
}

async function scriptTimes(context: BrowserContext, address: string, anew: boolean): Promise<number[]> {
  const times: number[] = [];
  let page = await context.newPage();
  if (!anew) await page.goto(address, { waitUntil: 'load' });
  for (let round = 0; round < ROUNDS; round++) {
    const session = await context.newCDPSession(page);
    const load = async (): Promise<void> => {
      if (anew) await page.goto(address, { waitUntil: 'load' });
      else await page.reload({ waitUntil: 'load' });
      await page.waitForTimeout(250);
    };
    times.push(await scriptTime(session, load));
    await session.detach();
    if (!anew) continue;
    await page.close();
    page = await context.newPage();
  }
  await page.close();
  return times;
}

void inBrowser(async (context, own) => {
  const page = await context.newPage();
  await page.goto(own('options.html'));
  await seedRules(page, STARTER_RULES);
  await page.close();
  tell('Item complete to verdict drawn, worker awake', await waits(context, LISTING, false));
  tell('the same, page sent slowly', await waits(context, `${LISTING}?stream=slow`, false));
  tell('Item complete to verdict drawn, worker asleep', await waits(context, LISTING, true));
  tell('the same, page sent slowly', await waits(context, `${LISTING}?stream=slow`, true));
  tell('Script time on 20 works, in a new process', await scriptTimes(context, LISTING, true));
  tell('the same, in a tab that has shown it before', await scriptTimes(context, LISTING, false));
  tell('Script time on a page without items', await scriptTimes(context, NOTHING, false));
});
