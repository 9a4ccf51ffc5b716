import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser } from '../../../tools/bootstrap/browsers.mjs';
import { extensionArguments, launchArguments } from '../../../tools/browsers/chromium';
import { BUILT_FOR_CHROMIUM } from './chromium';

export interface PrerenderingChromium {
  /** A page of the extension. */
  own: Page;
  close(): Promise<void>;
}

/**
 * Chromium with nothing attached to pages of the archive, since it renders no page in advance under a debugger.
 * Pages of the extension can be led as usual; what happens on the others, these pages tell the server themselves.
 */
export async function startPrerenderingChromium(port: number): Promise<PrerenderingChromium> {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) throw new Error('No Chromium found; `npm test` installs it on Debian when run as root');
  const profile = await mkdtemp(join(tmpdir(), 'foldaway-chromium-'));
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: profile,
    headless: true,
    enableExtensions: true,
    targetFilter: (target) => target.type() !== 'page' || !target.url().startsWith('https:'),
    args: [...launchArguments(port), ...extensionArguments(BUILT_FOR_CHROMIUM, false)],
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const own = await browser.newPage();
  await own.goto(`chrome-extension://${new URL(worker.url()).host}/options.html`);
  return {
    own,
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
