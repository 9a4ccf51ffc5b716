// `npm start`: installs what is missing, builds, and shows the extension at work on the demo archive.
// Plain JavaScript on Node's own modules: it runs before any package is installed.
import { chdir } from 'node:process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './bootstrap/browsers.mjs';
import { installFromDebian } from './bootstrap/debian.mjs';
import { installPackages } from './bootstrap/packages.mjs';
import { run } from './bootstrap/run.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const DAYS = 20; // a timer of Node holds 24 days at most

try {
  chdir(project);
  await installPackages(project);
  const names = /** @type {const} */ (['chromium', 'firefox', 'edge', 'chrome']);
  if (names.every((name) => findBrowser(name) === undefined)) await installFromDebian(['chromium']);
  process.exitCode = await run(join(project, 'node_modules', '.bin', 'tsx'), ['tools/start/main.ts', ...process.argv.slice(2)], { minutes: DAYS * 24 * 60 });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
