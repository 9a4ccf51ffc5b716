import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { findBrowser } from '../bootstrap/browsers.mjs';
import { launchChromium } from '../browsers/chromium';
import { startDemoArchive } from '../demo-archive/index';
import { seedRules, STARTER_RULES } from '../start/seed';
import { tell } from './tell';

/*
 * `npm run measure`, after a build: how long a work is in the document before its verdict is drawn, with the worker
 * asleep and awake, and how much script time the extension takes on a listing of 20 works. Figures for the eye, in
 * a real Chromium on the demo archive; machines differ, so nothing passes or fails by them. `-- --each` lists each run of
 * a script.
 */

const LISTING = 'https://archiveofourown.org/works';
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

interface TraceEvent {
  name: string;
  ph: string;
  /** Start, wall time and processor time, in microseconds; `tid` is the thread. */
  ts: number;
  dur?: number;
  tdur?: number;
  tid: number;
  args: { data?: { url?: string; stackTrace?: { url?: string }[] } };
}

/** Milliseconds of processor time that scripts of the extension took in the page, by the browser's own trace. */
async function scriptTime(session: CDPSession, load: () => Promise<void>): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'] } });
  await load();
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const ours = events.filter((event) => event.ph === 'X' && /^(?:EvaluateScript|FunctionCall)$/.test(event.name) && event.args.data?.url?.startsWith('chrome-extension:') === true);
  const outermost = ours.filter((event) => !ours.some((other) => other !== event && other.tid === event.tid && other.ts <= event.ts && other.ts + (other.dur ?? 0) >= event.ts + (event.dur ?? 0)));
  if (process.argv.includes('--each')) for (const event of outermost) console.log(`  ${event.name} ${event.args.data?.url?.split('/').at(-1)} ${((event.tdur ?? 0) / 1000).toFixed(2)} ms`);
  return outermost.reduce((sum, event) => sum + (event.tdur ?? event.dur ?? 0), 0) / 1000;
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

async function main(): Promise<void> {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) throw new Error('This needs Chromium');
  const archive = await startDemoArchive();
  const { context, extensionId, close } = await launchChromium({ executablePath, port: archive.port, extension: '.output/chrome-mv3', headless: true, viewport: { width: 1280, height: 900 } });
  try {
    const own = await context.newPage();
    await own.goto(`chrome-extension://${extensionId}/options.html`);
    await seedRules(own, STARTER_RULES);
    await own.close();
    tell('Item complete to verdict drawn, worker awake', await waits(context, LISTING, false));
    tell('the same, page sent slowly', await waits(context, `${LISTING}?stream=slow`, false));
    tell('Item complete to verdict drawn, worker asleep', await waits(context, LISTING, true));
    tell('the same, page sent slowly', await waits(context, `${LISTING}?stream=slow`, true));
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      times.push(
        await scriptTime(session, async () => {
          await page.goto(LISTING, { waitUntil: 'load' });
          await page.waitForTimeout(250);
        }),
      );
      await page.close();
    }
    tell('Script time of the extension on 20 works', times);
  } finally {
    await close();
    await archive.close();
  }
}

void main();
