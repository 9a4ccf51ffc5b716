import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../tools/bootstrap/browsers.mjs';
import { firefoxPreferences } from '../../../tools/browsers/firefox-preferences';
import { startProxy } from '../../../tools/browsers/proxy';
import { archives } from '../../../src/archives/index';

export interface FirefoxOptions {
  /** Port of the demo archive. */
  port: number;
  /** Folder of the built extension; null starts a browser without it. */
  extension?: string | null;
  viewport?: { width: number; height: number };
  /** Preferences beyond those of tools/browsers/firefox-preferences.ts. */
  preferences?: Record<string, string | number | boolean>;
}

/** A real Firefox with the extension, whose only network is the demo archive. */
export interface Firefox {
  browser: Browser;
  /** Host names that Firefox asked for and did not get. */
  refused: string[];
  /** A new tab at an address; resolves when the document is parsed. */
  open(address: string): Promise<Page>;
  /** A new tab with a page of the extension, once `selector` is there. */
  openOwn(path: string, selector?: string): Promise<Page>;
  close(): Promise<void>;
}

export const BUILT_FOR_FIREFOX = resolve('.output/firefox-mv3');

/** A fixed address for the extension's pages; Firefox would otherwise draw a new one for each profile. */
const UUID = 'd56a5b99-51b6-4e83-ab23-796216679614';

/**
 * Starts Firefox with a profile of its own that is removed at the end.
 * @throws when no Firefox or no build of the extension is there
 */
export async function startFirefox(options: FirefoxOptions): Promise<Firefox> {
  const extension = options.extension === undefined ? BUILT_FOR_FIREFOX : options.extension;
  const executablePath = findBrowser('firefox');
  if (executablePath === undefined) throw new Error('No Firefox found; `npm test` installs it on Debian when run as root');
  if (extension !== null && !existsSync(join(extension, 'manifest.json'))) throw new Error(`No built extension in ${extension}; run \`npm run build:firefox\``);
  const proxy = await startProxy(archives.flatMap((archive) => archive.hosts), options.port);
  const profile = await mkdtemp(join(tmpdir(), 'foldaway-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    defaultViewport: options.viewport ?? { width: 1280, height: 900 },
    args: ['--remote-allow-system-access'], // without it Firefox refuses to be led to moz-extension:// addresses
    extraPrefsFirefox: {
      ...firefoxPreferences(proxy.port),
      ...(extension === null ? {} : { 'extensions.webextensions.uuids': JSON.stringify({ [idOf(extension)]: UUID }) }),
      ...options.preferences,
    },
  });
  if (extension !== null) await browser.installExtension(extension);
  return {
    browser,
    refused: proxy.refused,
    open: async (address) => {
      const page = await browser.newPage();
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      return page;
    },
    openOwn: async (path, selector = 'body') => {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${UUID}/${path}`, { waitUntil: [] }); // Firefox never reports these pages as loaded
      await page.waitForSelector(selector);
      return page;
    },
    close: async () => {
      await browser.close();
      await proxy.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function idOf(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as { browser_specific_settings?: { gecko?: { id?: string } } };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${extension} has no Firefox id; is it the Firefox build?`);
  return id;
}
