import { type BrowserName, findBrowser } from '../bootstrap/browsers.mjs';
import { launchChromium } from '../browsers/chromium';
import { launchFirefox } from '../browsers/firefox';
import type { OwnPage } from './seed';

export type { BrowserName };

/** What this command does with a browser, whichever it is. */
export interface Shown {
  name: BrowserName;
  /** Opens a page of the extension. */
  own(path: string): Promise<OwnPage>;
  open(address: string): Promise<Tab>;
  /** Resolves when the user closes the browser. */
  closed: Promise<void>;
  close(): Promise<void>;
}

export interface Tab {
  evaluate(script: string): Promise<unknown>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface ShowOptions {
  port: number;
  /** Null: the same browser without the extension, to compare. */
  extension: string | null;
  headless: boolean;
  viewport: { width: number; height: number } | null;
  colorScheme: 'light' | 'dark';
}

/** Browsers that this command can use, the simplest first. */
export const CANDIDATES: readonly BrowserName[] = ['chromium', 'firefox', 'edge', 'chrome'];

export async function show(name: BrowserName, options: ShowOptions): Promise<Shown> {
  const executablePath = findBrowser(name);
  if (executablePath === undefined) throw new Error(`${name} is not on this machine`);
  return name === 'firefox' ? showFirefox(executablePath, options) : showChromium(name, executablePath, options);
}

async function showChromium(name: BrowserName, executablePath: string, options: ShowOptions): Promise<Shown> {
  const { context, extensionId, close } = await launchChromium({ ...options, executablePath, branded: name !== 'chromium' });
  const open = async (address: string): Promise<Tab> => {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    return {
      evaluate: (script) => page.evaluate(script),
      screenshot: async (path) => void (await page.screenshot({ path })),
      close: () => page.close(),
    };
  };
  const closed = new Promise<void>((done) => context.once('close', () => done()));
  return { name, own: (path) => open(`chrome-extension://${extensionId}/${path}`), open, closed, close };
}

async function showFirefox(executablePath: string, options: ShowOptions): Promise<Shown> {
  const preferences = { 'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1 };
  const { browser, origin, close } = await launchFirefox({ ...options, executablePath, preferences });
  const tab = async (address: string, waitUntil: 'load' | []): Promise<Tab> => {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil });
    if (waitUntil !== 'load') await page.waitForSelector('body'); // Firefox never reports the extension's pages as loaded
    return {
      evaluate: (script) => page.evaluate(script),
      screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
      close: () => page.close(),
    };
  };
  const closed = new Promise<void>((done) => browser.once('disconnected', () => done()));
  return { name: 'firefox', own: (path) => tab(`${origin}/${path}`, []), open: (address) => tab(address, 'load'), closed, close };
}
