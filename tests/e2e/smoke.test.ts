import { describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { startChromium } from './harness/chromium';
import { startFirefox } from './harness/firefox';
import { openArchive } from './harness/open';

const archive = openArchive();

const itemsOnPage = (): number => document.querySelectorAll('ol.work.index > li.work.blurb').length;
const judgedOnPage = (): boolean => document.querySelectorAll('li.work.blurb:not([data-foldaway])').length === 0;

describe('the built extension', () => {
  it('loads in Chromium and judges every work of a listing', async () => {
    const chromium = await startChromium({ port: archive.port });
    try {
      const page = await chromium.open(`${AO3}/works`);
      expect(await page.evaluate(itemsOnPage)).toBe(20);
      await page.waitForFunction(judgedOnPage);
    } finally {
      await chromium.close();
    }
  });

  it('loads in Firefox, judges every work of a listing, and asks nothing of the network', async () => {
    const firefox = await startFirefox({ port: archive.port });
    try {
      const page = await firefox.open(`${AO3}/works`);
      expect(await page.evaluate(itemsOnPage)).toBe(20);
      await page.waitForFunction(judgedOnPage);
      expect(firefox.refused.filter((host) => !host.endsWith('.mozilla.com'))).toEqual([]);
    } finally {
      await firefox.close();
    }
  });
});
