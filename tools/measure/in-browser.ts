import type { BrowserContext } from 'playwright-core';
import { findBrowser } from '../bootstrap/browsers.mjs';
import { launchChromium } from '../browsers/chromium';
import { startDemoArchive } from '../demo-archive/index';

/** Measures in a Chromium with the extension as it was built, on the demo archive; both end with the work. */
export async function inBrowser(work: (context: BrowserContext, own: (path: string) => string) => Promise<void>): Promise<void> {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) throw new Error('This needs Chromium');
  const archive = await startDemoArchive();
  const { context, extensionId, close } = await launchChromium({
    executablePath,
    port: archive.port,
    extension: '.output/chrome-mv3',
    headless: true,
    viewport: { width: 1280, height: 900 },
  });
  try {
    await work(context, (path) => `chrome-extension://${extensionId}/${path}`);
  } finally {
    await close();
    await archive.close();
  }
}
