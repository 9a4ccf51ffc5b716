import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../../tools/bootstrap/browsers.mjs';
import type { Answers, Reply, RequestBody, RequestName } from '../../../src/messages/table';
import { BUILT_FOR_CHROMIUM } from './chromium';

/** One profile, started; its extension's background answers `send`. */
export interface Profile {
  context: BrowserContext;
  page: Page;
  send<Name extends RequestName>(name: Name, body: RequestBody<Name>): Promise<Answers[Name]>;
  /** What lies in `storage.sync` on this device. */
  area(): Promise<Record<string, unknown>>;
  /** Ends the browser; with `flushed`, first waits until the sync engine has written what it holds. */
  close(flushed?: boolean): Promise<void>;
}

/**
 * Several profiles of a real Chromium that share an account's data through Chromium's own sync engine: its local
 * backend stands in for the server (`--enable-local-sync-backend`; the "dir" is the path of a file). One profile at a
 * time. The engine writes that file late, some 10 s after a change.
 */
export class SyncedChromium {
  readonly folder = mkdtempSync(join(tmpdir(), 'foldaway-sync-'));
  private readonly backend = join(this.folder, 'account.pb');
  private readonly extension = join(this.folder, 'extension');

  constructor() {
    cpSync(BUILT_FOR_CHROMIUM, this.extension, { recursive: true });
    const manifest = join(this.extension, 'manifest.json');
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    writeFileSync(manifest, JSON.stringify({ ...(JSON.parse(readFileSync(manifest, 'utf8')) as object), key }));
  }

  /** Starts a profile by name, made when it is new. @param sync false: the browser's sync is switched off */
  async open(name: string, sync = true): Promise<Profile> {
    const profile = join(this.folder, name);
    const preferences = join(profile, 'Default', 'Preferences');
    if (!exists(preferences)) {
      mkdirSync(join(profile, 'Default'), { recursive: true });
      writeFileSync(
        preferences,
        JSON.stringify({ sync: { has_setup_completed: true, requested: true, keep_everything_synced: true, extensions: true, apps: true } }),
      );
    }
    const executablePath = findBrowser('chromium');
    if (executablePath === undefined) throw new Error('No Chromium found; `npm test` installs it on Debian when run as root');
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: false,
      ignoreDefaultArgs: ['--disable-sync', '--disable-background-networking'],
      args: [
        '--headless=new',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--load-extension=${this.extension}`,
        `--disable-extensions-except=${this.extension}`,
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--no-first-run',
        '--password-store=basic',
        ...(sync ? ['--enable-local-sync-backend', `--local-sync-backend-dir=${this.backend}`] : ['--disable-sync']),
      ],
    });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
    const page = await context.newPage();
    await page.goto(`chrome-extension://${new URL(worker.url()).host}/options.html`);
    return {
      context,
      page,
      send: (message, body) => page.evaluate(ask, { name: message, body }) as Promise<never>,
      area: () =>
        page.evaluate(() =>
          (globalThis as unknown as { chrome: { storage: { sync: { get(keys: null): Promise<Record<string, unknown>> } } } }).chrome.storage.sync.get(null),
        ),
      close: async (flushed = sync) => {
        if (flushed) await this.written(Date.now());
        await context.close();
      },
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private async written(since: number): Promise<void> {
    while (Date.now() - since < 15_000 && !(exists(this.backend) && statSync(this.backend).mtimeMs > since))
      await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Runs in the extension's page. */
async function ask(message: { name: string; body: unknown }): Promise<unknown> {
  const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<Reply<unknown>> } } };
  const reply = await chrome.runtime.sendMessage(message);
  if (!reply.ok) throw new Error(`${reply.error.code} ${reply.error.detail}`);
  return reply.value;
}
