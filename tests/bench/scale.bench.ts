import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { AO3, startArchive } from '../e2e/harness/archive';
import { type Chromium, startChromium } from '../e2e/harness/chromium';
import { aWork, listingOf } from '../e2e/harness/works';
import { type Run, traceScripts } from '../../tools/measure/trace';
import { seedRules } from '../../tools/start/seed';

/*
 * How the cost of a listing grows with its items and with the rules, in a real Chromium, against merely reading the
 * same fields and against a plain loop over the entries in the same run. `-- --full` adds sizes and rounds. It ends
 * with exit code 1 when a ratio is far off: milliseconds differ between machines, ratios of one run hardly.
 */

const full = process.argv.includes('--full');
const ROUNDS = 3;
const ITEMS = full ? [20, 200, 1_000, 5_000] : [20, 1_000];
const RULES = full ? [10, 1_000, 10_000, 50_000] : [10_000];
/** More entries than this take the plain loop minutes on long pages. */
const MOST_COMPARISONS = 25_000_000;
/**
 * The aim is 1.5; on a loaded machine 1.2 to 1.4 are measured for 5,000 items and 1.6 for 1,000, on which what is done once weighs more. What is
 * not linear in the items is far beyond. The longest runs of thousands of items, 70 to 130 ms, are those in which the browser finishes marking
 * gigabytes of elements, styles and layout: without us, it does so in a script of the page's own (measured, on reloads of 5,000 items).
 */
const MOST_OF_READING = 2.4;

const READ = 'readOnly()';

const listing = (items: number): string => `/tags/Scale${items}/works`;
const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
const sum = (runs: readonly Run[]): number => runs.reduce((total, { ms }) => total + ms, 0);

/** A rule that a fifth of the works match, one in a hundred a wildcard, the rest names that never occur. */
const ruleIds = (count: number): string[] => [
  'warning: major-character-death',
  ...Array.from({ length: count - 1 }, (_, index) => `freeform: "Tag that is nowhere ${index}${index % 100 === 0 ? '*' : ''}"`),
];

const works = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aWork(index + 1, {
      ...(index % 5 === 1 ? { warnings: ['death'] } : {}),
      relationships: [`Mara Venn/Person ${index % 50}`, 'Mara Venn & Tomas Reed'],
      characters: ['Mara Venn', 'Tomas Reed', `Person ${index % 50}`],
      freeforms: Array.from({ length: 12 }, (__, tag) => `Freeform ${index % 300} ${tag}`),
      summary: 'Something happens, and then something else does. '.repeat(6),
    }),
  );

async function buildComparison(): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'foldaway-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        outDir: out,
        target: 'chrome120',
        minify: true,
        lib: { entry: join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'comparison', fileName: () => 'in-page.js' },
      },
    });
    return readFileSync(join(out, 'in-page.js'), 'utf8');
  } finally {
    rmSync(out, { recursive: true });
  }
}

interface Cost {
  /** Milliseconds of script in all. */
  total: number;
  /** Milliseconds of the longest run of a script. */
  longest: number;
}
const costOf = (rounds: readonly Run[][]): Cost => ({
  total: median(rounds.map(sum)),
  longest: median(rounds.map((runs) => Math.max(...runs.map(({ ms }) => ms)))),
});

/** Reloads where it can: of pages that were left, the browser keeps copies, which take gigabytes at this size. */
async function show(page: Page, items: number): Promise<void> {
  const address = AO3 + listing(items);
  if (page.url() === address) await page.reload({ waitUntil: 'load', timeout: 120_000 });
  else await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
}

async function extensionCost(page: Page, items: number): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  const rounds: Run[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const load = async (): Promise<void> => {
      await show(page, items);
      await page.waitForFunction(
        `document.querySelectorAll("li.blurb[data-foldaway]").length === ${items} && document.querySelector("foldaway-bar") !== null`,
        null,
        { timeout: 120_000 },
      );
      await page.waitForTimeout(300);
    };
    rounds.push(await traceScripts(session, 'chrome-extension:', load));
  }
  await session.detach();
  return costOf(rounds);
}

const mainFrame = async (session: CDPSession): Promise<string> => (await session.send('Page.getFrameTree')).frameTree.frame.id;

async function comparedCost(page: Page, items: number, script: string, call: string): Promise<Cost> {
  const session = await page.context().newCDPSession(page);
  const rounds: Run[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await show(page, items);
    // In a world of its own, as content scripts are: there the browser takes longer to hand out elements.
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: await mainFrame(session) });
    const evaluate = async (expression: string): Promise<unknown> =>
      (await session.send('Runtime.evaluate', { contextId: executionContextId, expression, awaitPromise: true })).result.value;
    await evaluate(`${script}\n;function compared() { globalThis.done(${call}); }\n//# sourceURL=compared:in-page.js`);
    let result: unknown;
    const run = async (): Promise<void> => {
      result = await evaluate('new Promise((resolve) => { globalThis.done = resolve; setTimeout(compared); })');
    };
    rounds.push(await traceScripts(session, 'compared:', run));
    if (call === READ && result !== items) throw new Error('Not all items were read');
  }
  await session.detach();
  return costOf(rounds);
}

async function withRules(port: number, rules: number, then: (chromium: Chromium) => Promise<void>): Promise<void> {
  const chromium = await startChromium({ port });
  try {
    const own = await chromium.openOwn('options.html');
    const lines = ruleIds(rules).map((id) => `fold ${id}`);
    await seedRules(own, lines.join('\n'));
    await own.close();
    await then(chromium);
  } finally {
    await chromium.close();
  }
}

const tell = (what: string, { total, longest }: Cost): void =>
  console.log(`scale: ${what.padEnd(58)} ${total.toFixed(1).padStart(9)} ms, longest run ${longest.toFixed(1).padStart(8)} ms`);

const archive = await startArchive();
for (const items of ITEMS) archive.put(listing(items), listingOf(works(items)));
const faults: string[] = [];
try {
  const script = await buildComparison();
  const bare = await startChromium({ port: archive.port, extension: null });
  const reading = new Map<number, Cost>();
  const page = await bare.context.newPage();
  for (const items of ITEMS) {
    const cost = await comparedCost(page, items, script, READ);
    reading.set(items, cost);
    tell(`${items} items, merely read`, cost);
    for (const rules of RULES) {
      if (rules * items * 20 > MOST_COMPARISONS) continue;
      tell(`${items} items, plain loop over ${rules} entries`, await comparedCost(page, items, script, `blockInPlainLoop(${JSON.stringify(ruleIds(rules))})`));
    }
  }
  await bare.close();
  for (const rules of RULES) {
    await withRules(archive.port, rules, async (chromium) => {
      const tab = await chromium.context.newPage();
      for (const items of ITEMS) {
        const cost = await extensionCost(tab, items);
        const ratio = cost.total / (reading.get(items)?.total ?? Number.NaN);
        tell(`${items} items, ${rules} rules, ours (${ratio.toFixed(2)} times reading)`, cost);
        if (items >= 1_000 && !(ratio <= MOST_OF_READING))
          faults.push(`${items} items with ${rules} rules cost ${ratio.toFixed(2)} times what reading them costs (at most ${MOST_OF_READING})`);
      }
      const slow = await chromium.context.newCDPSession(tab);
      await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
      tell(`20 items, ${rules} rules, ours on a processor slowed 6 times`, await extensionCost(tab, 20));
    });
  }
} finally {
  await archive.close();
}
for (const fault of faults) console.log(`scale: FAILED: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
