import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { findBrowser } from '../bootstrap/browsers.mjs';
import { type DemoArchive, startDemoArchive } from '../demo-archive/index';
import { type BrowserName, CANDIDATES, show, type Shown } from './browsers';
import { PLACES } from './places';
import { takeScreenshots } from './screenshots';
import { seedRules, STARTER_RULES } from './seed';

/*
 * The second half of `npm start`, once all packages are there. `npm start -- firefox` takes that browser,
 * `npm start -- headless` opens no window.
 */

const BY_HAND = `To load the extension by hand:
  Chrome, Edge, Brave, Vivaldi, Opera: open chrome://extensions, switch on "Developer mode", press "Load unpacked", choose ${resolve('.output/chrome-mv3')}
  Firefox: open about:debugging#/runtime/this-firefox, press "Load Temporary Add-on...", choose ${resolve('.output/firefox-mv3/manifest.json')}`;

const wanted = process.argv.slice(2);
const display =
  process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined || process.platform === 'darwin' || process.platform === 'win32';
const headless = wanted.includes('headless') || !display;
const chosen = CANDIDATES.filter((name) => wanted.includes(name));

/** Closes whatever was started; replaced as more is. */
let stop = async (): Promise<void> => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop().finally(() => process.exit(130)));
}

function build(browser: BrowserName): string {
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  console.log(`Building for ${target}`);
  const { status } = spawnSync('npx', ['wxt', 'build', '-b', target], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The build failed; see its messages above');
  return resolve(`.output/${target}-mv3`);
}

async function main(): Promise<void> {
  const found = (chosen.length > 0 ? chosen : CANDIDATES).filter((name) => findBrowser(name) !== undefined);
  if (found.length === 0) {
    build('chromium');
    build('firefox');
    throw new Error(`No browser found that this command can start.\n${BY_HAND}`);
  }
  const archive = await startDemoArchive();
  stop = () => archive.close();
  console.log(`Demo archive: ${archive.world.works.length} generated works, on port ${archive.port} of this machine only`);
  try {
    await (headless ? lookWithoutDisplay : lookAround)(found, archive);
  } finally {
    await stop();
  }
}

/** Takes pictures with the first browser that takes the extension. */
async function lookWithoutDisplay(found: readonly BrowserName[], archive: DemoArchive): Promise<void> {
  const folder = resolve('out/demo');
  for (const name of found) {
    const extension = build(name);
    console.log(`Running ${name} without a window`);
    try {
      await takeScreenshots(name, archive.port, extension, folder);
      console.log(`Pictures of before and after are in ${folder}`);
      return;
    } catch (error) {
      refused(name, error);
    }
  }
  throw new Error(BY_HAND);
}

/** Opens the first browser that takes the extension, and waits until it is closed. */
async function lookAround(found: readonly BrowserName[], archive: DemoArchive): Promise<void> {
  for (const name of found) {
    const extension = build(name);
    let shown: Shown | undefined;
    try {
      shown = await show(name, { port: archive.port, extension, headless: false, viewport: null, colorScheme: 'light' });
      const { close } = shown;
      stop = async () => {
        await close();
        await archive.close();
      };
      const own = await shown.own('options.html');
      const rules = await seedRules(own, STARTER_RULES);
      await shown.open(`${PLACES[0].address.replace('/works', '/demo')}`);
      await shown.open(PLACES[0].address);
      tell(name, rules);
      await shown.closed;
      return;
    } catch (error) {
      refused(name, error);
      await shown?.close();
    }
  }
  throw new Error(BY_HAND);
}

const refused = (name: BrowserName, error: unknown): void =>
  console.log(`${name} does not take the extension: ${error instanceof Error ? error.message : error}`);

function tell(name: BrowserName, rules: number): void {
  console.log(`
${name} is open with the extension and ${rules} rules. The addresses look real, but a program on this machine answers
them, and this browser reaches nothing else. Look at:
${PLACES.map(({ what, address }) => `  ${what.padEnd(28)} ${address}`).join('\n')}
  The popup                    the extension's button in the toolbar
  The rules                    the extension's options, open in the first tab
Close the browser or press Ctrl-C to end.`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
