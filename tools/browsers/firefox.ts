import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { archives } from '../../src/archives/index';
import { filesBelow } from '../release/sources';
import { zip } from '../release/zip';
import { startProxy } from './proxy';

export interface FirefoxLaunch {
  executablePath: string;
  /** Port of the demo archive. */
  port: number;
  /** Folder of the built extension; null for none. */
  extension: string | null;
  headless: boolean;
  viewport?: { width: number; height: number } | null;
  /** Host names beside those of the archives under which the demo archive is to be seen. */
  alsoHosts?: readonly string[];
  /** Beyond those below. */
  preferences?: Record<string, string | number | boolean>;
  /** Folder of a profile that outlives the browser, with the extension installed to stay; else one is made and removed. */
  profile?: string;
}

export interface LaunchedFirefox {
  browser: Browser;
  /** Where the extension's own pages are: `moz-extension://...`. */
  origin: string;
  /** Host names that Firefox asked for and did not get. */
  refused: string[];
  /** Says something in the browser's own protocol (WebDriver BiDi) for which the library has no words. */
  command: Command;
  close(): Promise<void>;
}

export type Command = <Result>(method: string, parameters: object) => Promise<Result>;

/** A fixed address for the extension's pages; Firefox would otherwise draw a new one for each profile. */
const UUID = 'd56a5b99-51b6-4e83-ab23-796216679614';

/** Starts Firefox with a profile of its own, which is removed at the end unless it is named; its only network is the demo archive. */
export async function launchFirefox(launch: FirefoxLaunch): Promise<LaunchedFirefox> {
  const { extension } = launch;
  const proxy = await startProxy([...archives.flatMap((archive) => archive.hosts), ...(launch.alsoHosts ?? [])], launch.port);
  const profile = launch.profile ?? (await mkdtemp(join(tmpdir(), 'foldaway-firefox-')));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: launch.executablePath,
    headless: launch.headless,
    acceptInsecureCerts: true,
    handleSIGINT: false, // who started the browser closes it
    handleSIGTERM: false,
    userDataDir: profile,
    defaultViewport: launch.viewport ?? null,
    args: ['--remote-allow-system-access'], // without it Firefox refuses to be led to moz-extension:// addresses
    extraPrefsFirefox: {
      ...preferences(proxy.port),
      ...(extension === null ? {} : { 'extensions.webextensions.uuids': JSON.stringify({ [idOf(extension)]: UUID }) }),
      ...launch.preferences,
    },
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await proxy.close();
    if (launch.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const command = commandTo(browser);
  try {
    if (extension !== null && launch.profile === undefined) await browser.installExtension(extension);
    if (extension !== null && launch.profile !== undefined) await installToStay(extension, launch.profile, command);
  } catch (error) {
    await close();
    throw error;
  }
  return { browser, origin: `moz-extension://${UUID}`, refused: proxy.refused, command, close };
}

/** The library installs for as long as the browser runs; what is installed to stay is there when it is started again. */
async function installToStay(extension: string, profile: string, command: Command): Promise<void> {
  if (existsSync(join(profile, 'extensions', `${idOf(extension)}.xpi`))) return;
  const path = join(profile, 'foldaway.xpi');
  await writeFile(path, zip(filesBelow(extension)));
  await command('webExtension.install', { extensionData: { type: 'archivePath', path }, 'moz:permanent': true });
}

export function commandTo(browser: Browser): Command {
  // The library does not list its connection, but has it.
  const { connection } = browser as unknown as { connection: { send(method: string, parameters: object): Promise<{ result: unknown }> } };
  return async <Result>(method: string, parameters: object) => (await connection.send(method, parameters)).result as Result;
}

const preferences = (proxyPort: number): Record<string, string | number | boolean> => ({
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.no_proxies_on': '127.0.0.1, localhost',
  'extensions.webextOptionalPermissionPrompts': false, // a request for a permission is granted without a prompt
  'xpinstall.signatures.required': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
});

function idOf(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as { browser_specific_settings?: { gecko?: { id?: string } } };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${extension} has no Firefox id; is it the Firefox build?`);
  return id;
}
