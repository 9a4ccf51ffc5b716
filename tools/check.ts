import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';

/*
 * `npm run check`: what can be said of a change in under a minute. `npm test` says the rest.
 */
type Step = [what: string, program: string, args: string[]];

/** Rounds, one after the other; the steps of a round run side by side. */
const ROUNDS: Step[][] = [
  [['prepare', 'wxt', ['prepare']]],
  [
    ['types', 'tsc', ['--noEmit']],
    ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
    ['format', 'oxfmt', ['--check']],
    ['spelling', 'tsx', ['tools/check/spelling.ts']],
  ],
  [
    ['architecture, documents, languages', 'vitest', ['run', 'tests/architecture.test.ts', 'tests/documents.test.ts', 'tests/locales.test.ts']],
    ['build for Chrome', 'wxt', ['build', '-b', 'chrome']],
    ['build for Firefox', 'wxt', ['build', '-b', 'firefox']],
  ],
  [['budgets', 'tsx', ['tools/budgets.ts']]],
];

const project = resolve(import.meta.dirname, '..');
const started = Date.now();
const failed: string[] = [];

/** Runs a step to its end, and shows what it printed only when it failed. */
function take([what, program, args]: Step): Promise<void> {
  const begun = Date.now();
  return new Promise((done) => {
    execFile(
      join(project, 'node_modules/.bin', program),
      args,
      { cwd: project, maxBuffer: 1e9, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        console.log(`${error === null ? 'ok' : 'NOT OK'}  ${what} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
        if (error !== null) {
          failed.push(what);
          console.log(`${stdout}${stderr}${stdout === '' && stderr === '' ? error.message : ''}`);
        }
        done();
      },
    );
  });
}

for (const round of ROUNDS) await Promise.all(round.map(take));
console.log(`${failed.length === 0 ? 'All well' : `Not well: ${failed.join(', ')}`}, after ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = failed.length === 0 ? 0 : 1;
