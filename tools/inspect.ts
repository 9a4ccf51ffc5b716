import { readFileSync } from 'node:fs';
import { judgePage, readRules } from './inspect/judge';
import { readOptions } from './inspect/options';
import { readPage } from './inspect/page';
import { pageReport } from './inspect/report';
import { Trouble } from './inspect/trouble';

/*
 * `npm run -s inspect -- PAGE.html --url URL [--rules FILE]`: prints what the extension reads from a saved page, and
 * with rules what it would do, as JSON. Exit code 2 and a sentence on stderr when it cannot. See docs/inspect.md.
 */

function load(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Trouble(`The file cannot be read: ${file} (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`);
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  const now = new Date();
  const rules = options.rules === null ? null : readRules(load(options.rules), options.rules);
  const page = readPage(load(options.file), options.url, now);
  const judged = rules === null ? [] : judgePage(rules, page, now);
  process.stdout.write(`${JSON.stringify(pageReport(page, judged, options.explain), null, 2)}\n`);
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
