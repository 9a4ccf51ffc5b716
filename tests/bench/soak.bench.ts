import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { AO3, startArchive } from '../e2e/harness/archive';
import { startChromium } from '../e2e/harness/chromium';
import { aWork, listingOf } from '../e2e/harness/works';
import { type Alive, watchPage, watchWorker } from './heap';

/*
 * `npm run soak -- --views 2000`, after a build: one browser session of many page views with rule edits in between,
 * in a real Chromium on the demo archive. One tab goes from page to page, another stays on its page and one on the
 * options for the whole session. What is alive is counted after a warm-up and at the end; it ends with exit code 1
 * when memory has grown by more than 5 %, or when anything still listens that did not before. `npm run bench` has a
 * short one.
 */
const { values } = parseArgs({ options: { views: { type: 'string', default: '2000' } } });
const VIEWS = Number(values.views);
/** Views between two edits. */
const EDIT_EVERY = 5;
/** Rules that come and go; as many as steps are kept of what was done, so that a warm-up has seen all. */
const RULES = 40;
const MOST = 1.05;
/** The code of a worker that is used for the first time is still growing: less than this is no leak. */
const GRAIN = 200_000;

const LISTINGS = Array.from({ length: 6 }, (_, index) => `/tags/Soak${index}/works`);
const OTHERS = ['/works', '/bookmarks', '/works/search?work_search%5Bquery%5D=a', '/users/ardent_quill', '/tags/Angst/works', '/series/1001'];

type Place = 'worker' | 'page that changes' | 'page that stays' | 'options';

async function judged(page: Page): Promise<void> {
  // A tab in the background draws no frames to wait for.
  await page.waitForFunction(() => document.querySelectorAll('li.blurb:not([data-foldaway])').length === 0, null, { polling: 20 });
}

async function main(): Promise<boolean> {
  const archive = await startArchive();
  for (const [index, path] of LISTINGS.entries()) {
    const works = Array.from({ length: 20 }, (_, n) =>
      aWork(index * 20 + n + 1, { freeforms: [`Tag ${n}`, `Tag ${n + index}`], ...(n % 5 === 0 ? { warnings: ['death' as const] } : {}) }),
    );
    archive.put(path, listingOf(works));
  }
  const chromium = await startChromium({ port: archive.port });
  try {
    const options = await chromium.openOwn('options.html');
    const send = async (name: string, body: object): Promise<void> => {
      const reply = await options.evaluate(
        (message) =>
          (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } } }).chrome.runtime.sendMessage(message),
        { name, body },
      );
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    };
    await send('add-rules', {
      text: ['fold warning: major-character-death', ...Array.from({ length: 500 }, (_, n) => `fold freeform: "Nowhere ${n}"`)].join('\n'),
    });
    const staying = await chromium.open(AO3 + LISTINGS[0]);
    const page = await chromium.open(AO3 + LISTINGS[1]);
    const alive: Record<Place, () => Promise<Alive>> = {
      worker: await watchWorker(chromium.context),
      'page that changes': await watchPage(page, 'Foldaway'),
      'page that stays': await watchPage(staying, 'Foldaway'),
      options: await watchPage(options, null),
    };

    const view = async (number: number): Promise<void> => {
      const path = number % 3 === 2 ? OTHERS[Math.floor(number / 3) % OTHERS.length] : LISTINGS[number % LISTINGS.length];
      await page.goto(`${AO3}${path}`, { waitUntil: 'domcontentloaded' });
      await judged(page);
      if (number % EDIT_EVERY !== 0) return;
      const edit = number / EDIT_EVERY;
      const tag = `Tag ${Math.floor(edit / 2) % RULES}`;
      await (edit % 2 === 0 ? send('add-rules', { text: `fold freeform: "${tag}"` }) : send('remove-rules', { ids: [`freeform: "${tag}"`] }));
      await judged(staying);
    };
    /** Counted in the same state each time: the same rules, the same pages. */
    const count = async (): Promise<Record<Place, Alive>> => {
      await page.goto(AO3 + LISTINGS[1], { waitUntil: 'load' });
      await judged(page);
      await page.waitForTimeout(1500);
      const counts = {} as Record<Place, Alive>;
      for (const place of Object.keys(alive) as Place[]) counts[place] = await alive[place]();
      return counts;
    };

    const started = Date.now();
    // All pages and all rules have been there once, and the tab's history holds as many pages as it may.
    const warmUp = Math.max(RULES, Math.floor(VIEWS / 5));
    const even = (number: number): number => Math.ceil(number / (2 * EDIT_EVERY)) * 2 * EDIT_EVERY;
    for (let number = 0; number < even(warmUp); number++) await view(number);
    const before = await count();
    for (let number = even(warmUp); number < even(VIEWS); number++) await view(number);
    const after = await count();
    console.log(
      `soak: ${even(VIEWS)} views, ${even(VIEWS) / EDIT_EVERY} edits in ${Math.round((Date.now() - started) / 1000)} s; counted after ${even(warmUp)} and at the end`,
    );
    return (Object.keys(before) as Place[]).map((place) => told(place, before[place], after[place])).every((fine) => fine);
  } finally {
    await chromium.close();
    await archive.close();
  }
}

/** Prints what one place holds, then and now; false when it holds more than it may. */
function told(place: Place, before: Alive, after: Alive): boolean {
  const fine =
    after.heap <= Math.max(before.heap * MOST, before.heap + GRAIN) && after.listeners <= before.listeners && after.functions <= before.functions * MOST;
  const pair = (one: number, other: number): string => `${one} -> ${other}`;
  const kB = (bytes: number): number => Math.round(bytes / 1000);
  console.log(
    `soak: ${place.padEnd(18)} ${pair(kB(before.heap), kB(after.heap))} kB (${((after.heap / before.heap - 1) * 100).toFixed(1)} %), ` +
      `functions ${pair(before.functions, after.functions)}, listeners ${pair(before.listeners, after.listeners)}, nodes ${pair(before.nodes, after.nodes)}: ${fine ? 'ok' : 'FAILED'}`,
  );
  return fine;
}

process.exitCode = (await main()) ? 0 : 1;
