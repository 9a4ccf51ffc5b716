import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { findBrowser } from '../../../tools/bootstrap/browsers.mjs';
import { launchChromium } from '../../../tools/browsers/chromium';
import { builtFor } from './snapshot';

export interface ChromiumOptions {
  /** Port of the demo archive. */
  port: number;
  /** Folder of the built extension; null starts a browser without it. */
  extension?: string | null;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** See tools/browsers/chromium.ts. */
  alsoHosts?: readonly string[];
  profile?: string;
}

/** A real Chromium with the extension, whose only network is the demo archive. */
export interface Chromium {
  context: BrowserContext;
  extensionId: string;
  /** A new tab at an address; resolves when the document is parsed. */
  open(address: string): Promise<Page>;
  /** A new tab with a page of the extension, such as `popup.html` or `options.html`. */
  openOwn(path: string): Promise<Page>;
  /** Ends the background worker, as the browser does when it is idle; the next message wakes it. */
  stopWorker(): Promise<void>;
  worker(): Promise<Worker>;
  close(): Promise<void>;
}

export const BUILT_FOR_CHROMIUM = builtFor('chrome-mv3');

/**
 * Starts a headless Chromium.
 * @throws when no Chromium or no build of the extension is there
 */
export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const extension = options.extension === undefined ? BUILT_FOR_CHROMIUM : options.extension;
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) throw new Error('No Chromium found; `npm test` installs it on Debian when run as root');
  if (extension !== null && !existsSync(join(extension, 'manifest.json'))) throw new Error(`No built extension in ${extension}; run \`npm run build\``);
  const { context, extensionId, close } = await launchChromium({
    executablePath,
    port: options.port,
    extension,
    headless: true,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    ...(options.alsoHosts !== undefined && { alsoHosts: options.alsoHosts }),
    ...(options.profile !== undefined && { profile: options.profile }),
  });
  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return page;
  };
  return {
    context,
    extensionId,
    open,
    openOwn: (path) => open(`chrome-extension://${extensionId}/${path}`),
    worker: async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker')),
    stopWorker: () => stopWorkers(context),
    close,
  };
}

/** Playwright tells nothing when a worker stops or wakes, so the browser is asked over its own protocol. */
async function stopWorkers(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  try {
    await session.send('ServiceWorker.enable');
    const stopped = new Promise<void>((done) => {
      session.on('ServiceWorker.workerVersionUpdated', (event) => {
        if (event.versions.length > 0 && event.versions.every((version) => version.runningStatus === 'stopped')) done();
      });
    });
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  } finally {
    await session.detach();
  }
}
