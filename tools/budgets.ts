import { statSync } from 'node:fs';
import { join } from 'node:path';
import budgets from './budgets.json' with { type: 'json' };

/**
 * Compares the files of the Chrome and Firefox builds with the greatest size they may have, in bytes, minified and
 * not compressed. A budget is raised only together with a decision record in docs/decisions.
 */
const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv3'];

let over = 0;
for (const build of BUILDS) {
  for (const [file, most] of Object.entries(budgets)) {
    const size = statSync(join(build, file)).size;
    const verdict = size <= most ? 'ok' : 'TOO BIG';
    if (size > most) over++;
    console.log(`${verdict.padEnd(8)} ${join(build, file)}: ${size} of ${most} bytes`);
  }
}
process.exitCode = over > 0 ? 1 : 0;
