import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import budgets from './budgets.json' with { type: 'json' };
import pages from './page-budgets.json' with { type: 'json' };

/**
 * Compares the Chrome and Firefox builds with the greatest size they may have, in bytes: scripts on pages as they are,
 * minified (budgets.json), our own pages with all scripts they load at once, compressed (page-budgets.json). A budget
 * is raised only together with a decision record in docs/decisions.
 */
const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv3'];

/** Scripts that a page loads before it is asked to do anything: those it names, and what those import. */
function scriptsOf(build: string, page: string): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(join(build, file), 'utf8');
    for (const [, specifier] of code.matchAll(/(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) visit(join(dirname(file), specifier ?? ''));
  };
  const html = readFileSync(join(build, page), 'utf8');
  for (const [, file] of html.matchAll(/<script[^>]*\ssrc="\/?([^"]+\.js)"/g)) visit(file ?? '');
  return found;
}

let over = 0;
function compare(what: string, size: number, most: number, unit: string): void {
  if (size > most) over++;
  console.log(`${(size <= most ? 'ok' : 'TOO BIG').padEnd(8)} ${what}: ${size} of ${most} ${unit}`);
}

for (const build of BUILDS) {
  for (const [file, most] of Object.entries(budgets)) compare(join(build, file), statSync(join(build, file)).size, most, 'bytes');
  for (const [page, most] of Object.entries(pages)) {
    const scripts = scriptsOf(build, page);
    if (scripts.size === 0) throw new Error(`${join(build, page)} names no script: this check no longer sees what the page loads`);
    const size = [...scripts].reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file))).length, 0);
    compare(join(build, page), size, most, 'bytes compressed');
  }
}
process.exitCode = over > 0 ? 1 : 0;
