import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { planArchive } from './new/archive';
import { type Plan, type Read, Refused } from './new/change';
import { planField } from './new/field';
import { planStore } from './new/store';

const PROJECT = resolve(import.meta.dirname, '..');

/*
 * `npm run new archive|field|store NAME`: writes what every new one starts with, and a test that fails until it is
 * filled in. Works in the folder where it is started.
 */
const PLANS: Record<string, (words: readonly string[], read: Read) => Plan> = { archive: planArchive, field: planField, store: planStore };

const [what = '', ...words] = process.argv.slice(2);
try {
  const plan = Object.hasOwn(PLANS, what) ? PLANS[what] : undefined;
  if (plan === undefined) throw new Refused('Usage: npm run new archive NAME [otw|fanfiction], npm run new field NAME, or npm run new store NAME');
  const { files, edits, next } = plan(words, (path) => readFileSync(resolve(path), 'utf8'));
  const there = [...files.keys()].find((path) => existsSync(path));
  if (there !== undefined) throw new Refused(`${there} is there already`);
  for (const [path, contents] of [...files, ...edits]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(join('.', path), contents);
    console.log(`${files.has(path) ? 'new    ' : 'changed'}  ${path}`);
  }
  execFileSync(join(PROJECT, 'node_modules/.bin/oxfmt'), [
    '--config',
    join(PROJECT, '.oxfmtrc.json'),
    '--no-error-on-unmatched-pattern',
    ...files.keys(),
    ...edits.keys(),
  ]);
  console.log(`\nNow:\n${next.map((step, index) => `${index + 1}. ${step}`).join('\n')}`);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
