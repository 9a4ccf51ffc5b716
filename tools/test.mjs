// `npm test`: installs what the tests need, runs everything, and ends with one line of counts.
// Plain JavaScript on Node's own modules: it runs before any package is installed.
import { chdir } from 'node:process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, findProgram } from './bootstrap/browsers.mjs';
import { installFromDebian } from './bootstrap/debian.mjs';
import { installPackages } from './bootstrap/packages.mjs';
import { run } from './bootstrap/run.mjs';
import { runTests } from './bootstrap/vitest.mjs';

/** @typedef {import('./bootstrap/vitest.mjs').Counts} Counts */

const project = fileURLToPath(new URL('..', import.meta.url));
const results = join(project, 'out', 'results');

/** What passed at the second try only. */
const secondTries = /** @type {string[]} */ ([]);

const BUILDS = ['chrome', 'firefox', 'edge', 'safari'];
const wxtBuild = (/** @type {string} */ browser) => command(`build for ${browser}`, 'wxt', ['build', '-b', browser]);

/**
 * The parts, in the order they run in, each a list of steps.
 * @type {Record<string, (filters: string[]) => Array<() => Promise<Counts>>>}
 */
const PARTS = {
  types: () => [command('types: wxt prepare', 'wxt', ['prepare']), command('types: tsc', 'tsc', ['--noEmit'])],
  lint: () => [command('lint', 'oxlint', ['--type-aware', '--deny-warnings'])],
  unit: (filters) => [vitest('unit', ['run'], filters)],
  build: () => [...BUILDS.map(wxtBuild), command('budgets', 'tsx', ['tools/budgets.ts']), command('packages', 'tsx', ['tools/release.ts', 'check'])],
  e2e: (filters) => [vitest('e2e', ['run', '--config', 'vitest.e2e.config.ts'], filters, { minutes: 30, secondTry: true })],
  bench: () => [command('benches', 'npm', ['run', '--silent', 'bench'])],
};

/** Debian packages that the browser tests need, with what tells that one is there. */
const NEEDED = [
  { name: 'chromium', there: () => findBrowser('chromium') },
  { name: 'firefox-esr', there: () => findBrowser('firefox') },
  { name: 'apache2-bin', there: () => findProgram('apache2') }, // a real WebDAV server
  { name: 'rclone', there: () => findProgram('rclone') }, // and one that ignores preconditions
];

/**
 * A step that counts as one: passed when the command exits with 0.
 * @param {string} title
 * @param {string} program in node_modules/.bin, or on the PATH
 * @param {string[]} args
 * @returns {() => Promise<Counts>}
 */
function command(title, program, args) {
  return async () => {
    heading(title);
    const code = await run(program, args);
    if (code !== 0) console.error(`${title}: failed with exit code ${code}`);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  };
}

/**
 * A run of vitest, counted test by test.
 * @param {string} title
 * @param {string[]} args
 * @param {string[]} filters words that choose test files; none chooses all
 * @param {{ minutes?: number, secondTry?: boolean }} [options]
 * @returns {() => Promise<Counts>}
 */
function vitest(title, args, filters, { minutes = 15, secondTry = false } = {}) {
  return async () => {
    heading(title);
    const { second, ...counts } = await runTests(
      (report, files) => run('vitest', [...args, ...(files ?? filters), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { minutes }),
      { report: join(results, `${title}.json`), secondTry },
    );
    secondTries.push(...second);
    return counts;
  };
}

/** @param {string} title */
function heading(title) {
  console.log(`\n== ${title}`);
}

async function main() {
  chdir(project);
  const chosen = process.argv.slice(2).filter((word) => Object.hasOwn(PARTS, word));
  const filters = process.argv.slice(2).filter((word) => !Object.hasOwn(PARTS, word));
  // Browser tests run on what was built from the sources as they are now.
  const parts = chosen.length === 0 ? Object.keys(PARTS) : chosen.includes('e2e') && !chosen.includes('build') ? ['build', ...chosen] : chosen;
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  await installPackages(project);
  if (parts.includes('e2e')) await installFromDebian(NEEDED.filter(({ there }) => there() === undefined).map(({ name }) => name));
  process.env['PATH'] = `${join(project, 'node_modules', '.bin')}:${process.env['PATH']}`;
  if (!process.stdout.isTTY) process.env['NO_COLOR'] ??= '1';

  const started = Date.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const part of Object.keys(PARTS).filter((name) => parts.includes(name))) {
    for (const step of PARTS[part]?.(filters) ?? []) {
      const counts = await step();
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
    }
  }
  console.log(`\nTook ${Math.round((Date.now() - started) / 1000)} s`);
  return total;
}

const { passed, failed, skipped } = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1, skipped: 0 };
});
for (const name of secondTries) console.log(`passed at the second try: ${name}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
