import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { raw } from '../../tools/demo-archive/markup/html';
import { renderPage } from '../../tools/demo-archive/markup/page';
import { type Run, traceScripts } from '../../tools/measure/trace';
import { AO3, startArchive } from '../e2e/harness/archive';
import { BUILT_FOR_CHROMIUM, startChromium } from '../e2e/harness/chromium';

/*
 * What a page with nothing to do costs: an archive's page of questions and answers, with neither an item nor a link to
 * a work. In a tab that has shown it before, and in new tabs, whose processes have read no script of ours yet. Beside
 * it, in the same run, extensions with an empty script and with one that does the least: looks at the page once it is
 * there. It ends with exit code 1 when ours costs far more than the least: before there was a lookout it was five times.
 */

const PATH = '/faq/everything';
const AGAIN = 30;
const ANEW = 8;
/** Below 2 is measured. */
const MOST_OF_LEAST = 3;

const ANSWER = 'A long answer to a short question. '.repeat(8);
const POINTS = '<li>One more <strong>point</strong> of it</li>'.repeat(5);
const question = (number: number): string =>
  `<h3 id="q${number}">How does thing ${number} work?</h3><div><p>By <a href="/tos_faq#tags">looking at it</a>. ${ANSWER}</p><ul>${POINTS}</ul></div>`;
const TITLE = '<h2 class="heading">Questions</h2>';
const QUESTIONS = renderPage(
  { main: 'archive_faqs-show', title: 'Questions', content: raw([TITLE, ...Array.from({ length: 60 }, (_, number) => question(number))].join('\n')) },
  {},
);

const EMPTY = '';
const LEAST = `document.addEventListener('DOMContentLoaded', () => document.querySelector('#main a'));`;

const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** An extension with one content script, in a folder of its own. */
function extensionWith(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'foldaway-idle-'));
  const manifest = {
    manifest_version: 3,
    name: 'Least',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: [[AO3, '*'].join('/')], run_at: 'document_start', js: ['least.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), '');
  writeFileSync(join(folder, 'least.js'), script);
  return folder;
}

async function loaded(page: Page, load: () => Promise<unknown>): Promise<Run[]> {
  const session = await page.context().newCDPSession(page);
  const runs = await traceScripts(session, 'chrome-extension:', async () => {
    await load();
    await page.waitForTimeout(100);
  });
  await session.detach();
  return runs;
}

const sum = (runs: readonly Run[], part: (run: Run) => number): number => runs.reduce((total, run) => total + part(run), 0);

/** Tells the medians of one extension, in all and by cause. @returns that of a tab that has shown the page before */
async function tell(what: string, extension: string, port: number): Promise<number> {
  const chromium = await startChromium({ port, extension });
  try {
    const first = await chromium.context.newPage();
    await first.goto(AO3 + PATH, { waitUntil: 'load' });
    // What an extension does after its installation is no part of it, nor are the pages that it opens then.
    await first.waitForTimeout(1_000);
    for (const other of chromium.context.pages()) if (other !== first) await other.close();
    const again: Run[][] = [];
    for (let round = 0; round < AGAIN; round += 1) again.push(await loaded(first, () => first.reload({ waitUntil: 'load' })));
    await first.close();
    const anew: Run[][] = [];
    for (let round = 0; round < ANEW; round += 1) {
      const page = await chromium.context.newPage();
      anew.push(await loaded(page, () => page.goto(AO3 + PATH, { waitUntil: 'load' })));
      await page.close();
    }
    for (const [where, rounds] of [
      ['shown before', again],
      ['new tab', anew],
    ] as const) {
      if (rounds.some((runs) => runs.length === 0)) throw new Error(`A load of ${what} ran no script: this bench no longer sees what it measures`);
      const of = (part: (run: Run) => number): string => median(rounds.map((runs) => sum(runs, part))).toFixed(2);
      console.log(
        `idle: ${what.padEnd(34)} ${where.padEnd(13)} ${of(({ ms }) => ms)} ms: compiling ${of(({ compiling }) => compiling)}, starting ${of(({ starts, ms, compiling }) => (starts ? ms - compiling : 0))}, called later ${of(({ starts, ms }) => (starts ? 0 : ms))}, garbage ${of(({ collecting }) => collecting)}`,
      );
    }
    return median(again.map((runs) => sum(runs, ({ ms }) => ms)));
  } finally {
    await chromium.close();
  }
}

const archive = await startArchive();
archive.put(PATH, QUESTIONS);
const folders = [EMPTY, LEAST].map(extensionWith);
try {
  const [empty = '', least = ''] = folders;
  await tell('an empty script', empty, archive.port);
  const cost = await tell('a script that looks at the page', least, archive.port);
  const ours = await tell('ours', BUILT_FOR_CHROMIUM, archive.port);
  const failed = !(ours <= cost * MOST_OF_LEAST);
  console.log(
    `idle: ours costs ${(ours / cost).toFixed(2)} times what looking at the page costs (at most ${MOST_OF_LEAST}), ${ours < 1 ? 'under' : 'not under'} 1 ms: ${failed ? 'FAILED' : 'ok'}`,
  );
  process.exitCode = failed ? 1 : 0;
} finally {
  await archive.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
}
