import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium, type Chromium } from './harness/chromium';
import { openArchive } from './harness/open';

/** Pictures of the picker in every look, for people to leaf through. */
const PICTURES = 'out/pictures/ui';
const CORRECTIONS = [
  { theme: 'non-consent', tag: 'Dubious Morality in a Very Long Tag That Goes On and On', about: false },
  { theme: 'non-consent', tag: 'The Masquerade Chapter', about: true },
];

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const archive = openArchive(undefined, 40);
let chromium: Chromium;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  chromium = await startChromium({ port: archive.port });
  const page = await chromium.openOwn('options.html');
  await page.evaluate((said) => Promise.all(said.map((body) => chrome.runtime.sendMessage({ name: 'correct-theme', body }))), CORRECTIONS);
  await page.close();
});
afterAll(() => chromium.close());

/** Opens what is said of the first theme, and looks for faults. */
async function examined(page: Page, picture: string): Promise<void> {
  await page.locator('.theme summary').first().click();
  await page.waitForFunction(() => document.querySelectorAll('.theme details[open] p').length === 2);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await page.screenshot({ path: `${PICTURES}/${picture}.png` });
}

describe.each(['light', 'dark'] as const)('in a %s look', (colorScheme) => {
  it.each([1280, 360])('at %d px, the picker opens, and lists what the reader decided, without a fault that axe can find', async (width) => {
    for (const [name, address] of [
      ['themes-open', 'options.html#/themes'],
      ['welcome-open', 'welcome.html'],
    ] as const) {
      const page = await chromium.openOwn(address);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.waitForSelector(name === 'themes-open' ? '.theme-correction' : '.theme');
      await examined(page, `${name}-${width}-${colorScheme}`);
      await page.close();
    }
  });
});
