import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { findBrowser } from '../../../tools/bootstrap/browsers.mjs';
import { type Command, launchFirefox } from '../../../tools/browsers/firefox';
import { builtFor } from './snapshot';

export interface FirefoxOptions {
  /** Port of the demo archive. */
  port: number;
  /** Folder of the built extension; null starts a browser without it. */
  extension?: string | null;
  viewport?: { width: number; height: number };
  /** See tools/browsers/firefox.ts. */
  alsoHosts?: readonly string[];
  /** Preferences beyond those of tools/browsers/firefox.ts. */
  preferences?: Record<string, string | number | boolean>;
  /** See tools/browsers/firefox.ts. */
  profile?: string;
}

/** A real Firefox with the extension, whose only network is the demo archive. */
export interface Firefox {
  browser: Browser;
  /** Host names that Firefox asked for and did not get. */
  refused: string[];
  /** See tools/browsers/firefox.ts. */
  command: Command;
  /** A new tab at an address; resolves when the document is parsed. */
  open(address: string): Promise<Page>;
  /** A new tab with a page of the extension, once `selector` is there. */
  openOwn(path: string, selector?: string): Promise<Page>;
  close(): Promise<void>;
}

export const BUILT_FOR_FIREFOX = builtFor('firefox-mv3');

/**
 * Starts a headless Firefox.
 * @throws when no Firefox or no build of the extension is there
 */
export async function startFirefox(options: FirefoxOptions): Promise<Firefox> {
  const extension = options.extension === undefined ? BUILT_FOR_FIREFOX : options.extension;
  const executablePath = findBrowser('firefox');
  if (executablePath === undefined) throw new Error('No Firefox found; `npm test` installs it on Debian when run as root');
  if (extension !== null && !existsSync(join(extension, 'manifest.json'))) throw new Error(`No built extension in ${extension}; run \`npm run build:firefox\``);
  const { browser, origin, refused, command, close } = await launchFirefox({
    executablePath,
    port: options.port,
    extension,
    headless: true,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    preferences: options.preferences ?? {},
    ...(options.alsoHosts !== undefined && { alsoHosts: options.alsoHosts }),
    ...(options.profile !== undefined && { profile: options.profile }),
  });
  return {
    browser,
    refused,
    command,
    close,
    open: async (address) => {
      const page = await browser.newPage();
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      return page;
    },
    openOwn: async (path, selector = 'body') => {
      const page = await browser.newPage();
      await page.goto(`${origin}/${path}`, { waitUntil: [] }); // Firefox never reports these pages as loaded
      await page.waitForSelector(selector);
      return page;
    },
  };
}
