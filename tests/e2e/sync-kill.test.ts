import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../tools/bootstrap/browsers.mjs';
import { BUILT_FOR_CHROMIUM } from './harness/chromium';

const KILLS = 6;
const profile = mkdtempSync(join(tmpdir(), 'foldaway-kill-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 10 }));

/** A Chromium of which the test holds the process, so that it can be killed as by a crash. */
async function start(): Promise<{ page: Page; kill(): Promise<void> }> {
  const executable = findBrowser('chromium');
  if (executable === undefined) throw new Error('No Chromium found; `npm test` installs it on Debian when run as root');
  const child = spawn(
    executable,
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      `--load-extension=${BUILT_FOR_CHROMIUM}`,
      `--disable-extensions-except=${BUILT_FOR_CHROMIUM}`,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--remote-debugging-port=0',
      '--no-first-run',
      '--password-store=basic',
      '--disable-sync',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve) => {
    let text = '';
    child.stderr.on('data', (part: Buffer) => {
      text += part.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(text);
      if (found) resolve(found[1]!);
    });
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  const worker = context!.serviceWorkers()[0] ?? (await context!.waitForEvent('serviceworker', { timeout: 20_000 }));
  const page = await context!.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/options.html`);
  return {
    page,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

const rulesOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: { rules: { id: string }[]; trouble: unknown[] } }> } };
    };
    const { value } = await chrome.runtime.sendMessage({ name: 'get-rules', body: {} });
    if (value.trouble.length > 0) throw new Error(JSON.stringify(value.trouble));
    return value.rules.map((rule) => rule.id);
  });

it('a browser killed in the middle of edits has every one that was acknowledged, and each of them whole', async () => {
  const acknowledged: string[] = [];
  for (let run = 0; run <= KILLS; run++) {
    const { page, kill } = await start();
    const found = await rulesOf(page);
    expect(acknowledged.filter((id) => !found.includes(id))).toEqual([]);
    // Every edit adds two rules at once: never one of them alone.
    expect(found.length % 2).toBe(0);
    if (run < KILLS) {
      page.on('console', (message) => {
        if (message.text().startsWith('stored ')) acknowledged.push(...(JSON.parse(message.text().slice(7)) as string[]));
      });
      await page.evaluate((name) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: { ids: string[] } }> } };
        };
        const loop = async (i: number): Promise<void> => {
          const text = `fold freeform: "${name} ${i} left"\nhide freeform: "${name} ${i} right"`;
          const reply = await chrome.runtime.sendMessage({ name: 'add-rules', body: { text } });
          if (reply.ok) console.log(`stored ${JSON.stringify(reply.value.ids)}`);
          return loop(i + 1);
        };
        void loop(0);
      }, `run ${run}`);
      await new Promise((resolve) => setTimeout(resolve, 300 + run * 137));
    }
    await kill();
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
}, 120_000);
