import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AO3 } from './harness/archive';
import { type Chromium, startChromium } from './harness/chromium';
import { openArchive } from './harness/open';
import { aWork, listingOf } from './harness/works';

/* Whoever has no mouse walks through our pages with Tab, Enter, Space and the arrows. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> }; tabs: { query(what: object): Promise<{ id: number; url?: string }[]> } };

const LISTING = '/tags/Keyboard/works';

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1), aWork(2, { title: 'A sad one', warnings: ['death'] })]));
});
let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium({ port: archive.port });
  const page = await chromium.openOwn('options.html#/about');
  await page.evaluate(
    (text) => chrome.runtime.sendMessage({ name: 'add-rules', body: { text } }),
    'fold warning: major-character-death\nhide freeform: Omegaverse',
  );
  await page.close();
});
afterAll(() => chromium.close());

describe('by keyboard alone', () => {
  /** What has the focus, by its words or label. */
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      return (
        element?.getAttribute('aria-label') ??
        (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent) ??
        ''
      ).trim();
    });
  const tabTo = async (page: Page, name: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused(page)) === name) return;
    }
    throw new Error(`no way to "${name}" by Tab; stopped at "${await focused(page)}"`);
  };

  it('a reader makes a rule with the form, finds it, removes it and takes that back', async () => {
    const page = await chromium.openOwn('options.html');
    await page.waitForSelector('.rule');
    const before = await page.locator('.rule').count();
    await tabTo(page, 'New rule with the form');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.rule-edit');
    await tabTo(page, 'Value of Tag');
    await page.keyboard.type('creator chose');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Save');
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => document.querySelectorAll('.rule').length === count, before + 1);
    await tabTo(page, 'Search');
    await page.keyboard.type('chose not to');
    await page.waitForFunction(() => document.querySelectorAll('.rule').length === 1);
    await tabTo(page, 'Remove');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.rule') === null);
    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.rule').length === 1);
    await page.close();
  });

  it('a reader shows a folded work from the popup, pauses, and adds a rule', async () => {
    const listing = await chromium.open(AO3 + LISTING);
    await listing.waitForSelector('#work_2[data-foldaway=fold]');
    const own = await chromium.openOwn('options.html#/about');
    const tab = await own.evaluate(async (path) => (await chrome.tabs.query({})).find(({ url }) => url?.endsWith(path))?.id, LISTING);
    await own.close();
    const page = await chromium.openOwn(`popup.html?tab=${tab}`);
    await page.waitForSelector('.page-item');
    await tabTo(page, 'Show');
    await page.keyboard.press('Enter');
    await listing.waitForSelector('#work_2[data-foldaway-shown]');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Put away');
    await tabTo(page, 'Pause in this tab');
    await page.keyboard.press('Space');
    await listing.waitForSelector('#work_2:not([data-foldaway])');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-pressed') === 'true');
    await page.keyboard.press('Space');
    await listing.waitForSelector('#work_2[data-foldaway=fold]');
    await tabTo(page, 'Add a rule');
    await page.keyboard.type('hide fandom: "The Lantern Regiment (TV)"');
    await page.keyboard.press('Enter');
    await listing.waitForSelector('#work_1[data-foldaway=hide]', { state: 'attached' });
    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await listing.waitForSelector('#work_1[data-foldaway=show]');
    await page.close();
    await listing.close();
  });

  it('a reader goes to every section, and the focus goes along', async () => {
    const page = await chromium.openOwn('options.html');
    await page.waitForSelector('h1');
    const names = await page.locator('.menu a').allTextContents();
    expect(names.length).toBeGreaterThan(12);
    for (const name of names.slice(1)) {
      // From the heading, where the reader is after each step, the menu is before the content.
      await page.evaluate(() => document.querySelector<HTMLElement>('.skip')?.focus());
      await tabTo(page, name);
      await page.keyboard.press('Enter');
      await page.waitForFunction((title) => document.activeElement?.matches('h1') === true && document.activeElement.textContent === title, name);
    }
    await page.goBack();
    await page.waitForFunction((title) => document.querySelector('h1')?.textContent === title, names.at(-2));
    await page.close();
  });

  it('a reader chooses a look with the arrows, and closes the help', async () => {
    const page = await chromium.openOwn('options.html#/look');
    await page.waitForSelector('.sample foldaway-fold');
    await tabTo(page, 'Close help');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.help') === null && document.activeElement?.textContent === 'Help');
    await tabTo(page, 'a line in the archive’s box');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[data-foldaway-look=bare]');
    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-foldaway-look=""]');
    await page.close();
  });

  it('a new reader chooses a theme and starts reading', async () => {
    const page = await chromium.openOwn('welcome.html');
    await page.waitForSelector('.theme');
    const start = await page.locator('.welcome-foot .button-main').textContent();
    await page.evaluate(() => document.querySelector<HTMLElement>('.theme input')?.closest('body')?.focus());
    for (let presses = 0; presses < 10; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('.theme input') === true)) break;
    }
    await page.keyboard.press('Space');
    await page.waitForFunction((before) => document.querySelector('.welcome-foot .button-main')?.textContent !== before, start);
    await tabTo(page, (await page.locator('.welcome-foot .button-main').textContent()) ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL(/^https:/);
    await page.close();
  });
});
