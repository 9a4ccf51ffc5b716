import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { archives } from '../../src/archives/index';

export interface ChromiumLaunch {
  executablePath: string;
  /** Port of the demo archive. */
  port: number;
  /** Folder of the built extension; null for none. */
  extension: string | null;
  headless: boolean;
  /** Branded Chrome and Edge ignore `--load-extension`; they take an extension over the debugging protocol. */
  branded?: boolean;
  viewport?: { width: number; height: number } | null;
  colorScheme?: 'light' | 'dark';
  /** Host names beside those of the archives under which the demo archive is to be seen. */
  alsoHosts?: readonly string[];
  /** Folder of a profile that outlives the browser; else one is made and removed. */
  profile?: string;
}

export interface LaunchedChromium {
  context: BrowserContext;
  /** Empty when there is no extension. */
  extensionId: string;
  close(): Promise<void>;
}

/** Starts a browser of the Chromium family with a profile of its own, which is removed at the end. */
export async function launchChromium(launch: ChromiumLaunch): Promise<LaunchedChromium> {
  const profile = launch.profile ?? (await mkdtemp(join(tmpdir(), 'foldaway-chromium-')));
  const { extension, branded = false } = launch;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: launch.executablePath,
    headless: false, // Playwright's own headless mode runs no extensions; --headless=new does
    args: [
      ...(launch.headless ? ['--headless=new'] : []),
      ...launchArguments(launch.port, launch.alsoHosts),
      ...(extension === null ? [] : extensionArguments(extension, branded)),
    ],
    // Playwright's own arguments that would make this browser unlike a reader's.
    ignoreDefaultArgs: ['--disable-back-forward-cache', ...(branded ? ['--disable-extensions'] : [])],
    handleSIGINT: false, // who started the browser closes it
    handleSIGTERM: false,
    viewport: launch.viewport ?? null,
    ...(launch.colorScheme === undefined ? {} : { colorScheme: launch.colorScheme }),
  });
  const close = async (): Promise<void> => {
    await context.close();
    if (launch.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    if (extension === null) return { context, extensionId: '', close };
    return { context, extensionId: branded ? await loadUnpacked(context, extension) : await idOfWorker(context), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The browser sees the demo archive under the archives' own names and nothing else: every other host name fails to
 * resolve, so nothing leaves the machine.
 */
export function launchArguments(port: number, alsoHosts: readonly string[] = []): string[] {
  const names = [...archives.flatMap((archive) => archive.hosts), ...alsoHosts];
  return [
    `--host-resolver-rules=${names.map((name) => `MAP ${name}:443 127.0.0.1:${port}`).join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    '--ignore-certificate-errors',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium refuses to start as root with it
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-domain-reliability',
    '--no-pings',
    '--metrics-recording-only',
    '--password-store=basic',
  ];
}

/** How a browser is told of an extension at its start. */
export const extensionArguments = (extension: string, branded: boolean): string[] =>
  branded ? ['--enable-unsafe-extension-debugging'] : [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`];

async function idOfWorker(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  return new URL(worker.url()).host;
}

interface ExtensionsDomain {
  send(method: 'Extensions.loadUnpacked', parameters: { path: string }): Promise<{ id: string }>;
}

async function loadUnpacked(context: BrowserContext, extension: string): Promise<string> {
  const browser = context.browser();
  if (browser === null) throw new Error('This browser gives no access to its debugging protocol');
  // Playwright does not list this method, but passes it on.
  const session = (await browser.newBrowserCDPSession()) as unknown as ExtensionsDomain;
  return (await session.send('Extensions.loadUnpacked', { path: extension })).id;
}
