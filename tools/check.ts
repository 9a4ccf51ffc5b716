import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/*
 * `npm run check`: what can be said of a change in under a minute. `npm test` says the rest.
 */
const STEPS: [what: string, program: string, args: string[]][] = [
  ['types', 'wxt', ['prepare']],
  ['types', 'tsc', ['--noEmit']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['layout of files', 'tsx', ['tools/check/format.ts']],
  ['spelling', 'tsx', ['tools/check/spelling.ts']],
  ['architecture, documents, languages', 'vitest', ['run', 'tests/architecture.test.ts', 'tests/documents.test.ts', 'tests/locales.test.ts']],
  ['build for Chrome', 'wxt', ['build', '-b', 'chrome']],
  ['build for Firefox', 'wxt', ['build', '-b', 'firefox']],
  ['budgets', 'tsx', ['tools/budgets.ts']],
];

const project = resolve(import.meta.dirname, '..');
const started = Date.now();
const failed: string[] = [];
for (const [what, program, args] of STEPS) {
  const begun = Date.now();
  const { status, stdout, stderr, error } = spawnSync('npx', [program, ...args], { cwd: project, encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, NO_COLOR: '1' } });
  console.log(`${status === 0 ? 'ok' : 'NOT OK'}  ${what} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  if (status === 0) continue;
  failed.push(what);
  console.log(`${stdout}${stderr}${error?.message ?? ''}`);
}
console.log(`${failed.length === 0 ? 'All well' : `Not well: ${failed.join(', ')}`}, after ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = failed.length === 0 ? 0 : 1;
