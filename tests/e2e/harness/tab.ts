import type { CDPSession, Page as ChromiumPage } from 'playwright-core';
import type { ElementHandle, KeyInput, Page as FirefoxPage } from 'puppeteer-core';
import { type FlashReport, flashReport, watchChromium, watchFirefox } from './flash';
import { type Media, seeInChromium, seeInFirefox } from './media';

/** One tab, the same in either browser. */
export interface Tab {
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Runs in the page, outside of the extension. */
  evaluate<A, T>(look: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** Waits until it holds; fails after 10 s. */
  until<A>(holds: (argument: A) => boolean, argument: A): Promise<void>;
  /** A real press with the mouse in the middle of an element, as only a person's press counts. */
  press(selector: string): Promise<void>;
  /** A real press with the mouse at a place of the window, in pixels. */
  pressAt(x: number, y: number): Promise<void>;
  /** A tap with a finger there. */
  tapAt(x: number, y: number): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Types into a field. */
  type(selector: string, text: string): Promise<void>;
  key(name: 'Enter' | 'Tab' | 'Escape' | 'Space'): Promise<void>;
  /** Goes on with the keyboard until an element has the focus. */
  tabTo(selector: string): Promise<void>;
  /** Chooses files in a file field. */
  upload(selector: string, ...files: string[]): Promise<void>;
  /** Watches from the next navigation on whether anything of these items is visible in any frame. */
  watch(ids: readonly string[]): Promise<void>;
  flash(): Promise<FlashReport>;
  screenshot(file: `${string}.png`): Promise<void>;
  /** How this page is seen from now on, until it is told otherwise; in Firefox all pages, but for printing. */
  media(media: Media): Promise<void>;
  /** What the browser prints, as PDF. */
  print(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** One long sheet, since Firefox takes a second for every further one. */
const SHEET = { width: '210mm', height: '3000mm' };

export function chromiumTab(page: ChromiumPage): Tab {
  let opened: Promise<CDPSession> | undefined;
  const session = (): Promise<CDPSession> => (opened ??= page.context().newCDPSession(page));
  return {
    goto: async (address) => void (await page.goto(address, { waitUntil: 'domcontentloaded' })),
    reload: async () => void (await page.reload({ waitUntil: 'domcontentloaded' })),
    back: async () => void (await page.goBack({ waitUntil: 'commit' })),
    evaluate: (look, argument) => page.evaluate(look as never, argument as never),
    until: async (holds, argument) => void (await page.waitForFunction(holds as never, argument as never, { timeout: 10_000 })),
    press: async (selector) => {
      const element = page.locator(selector).first();
      await element.scrollIntoViewIfNeeded();
      const box = await element.boundingBox();
      if (box === null) throw new Error(`${selector} is not to be seen`);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
    pressAt: (x, y) => page.mouse.click(x, y),
    tapAt: async (x, y) => {
      const touch = await session();
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    type: (selector, text) => page.locator(selector).first().fill(text),
    key: (name) => page.keyboard.press(name),
    tabTo: async (selector) => {
      await page.bringToFront();
      await tabUntil(
        () => page.keyboard.press('Tab'),
        () => page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector),
      );
    },
    upload: (selector, ...files) => page.locator(selector).setInputFiles(files),
    watch: (ids) => watchChromium(page, ids),
    flash: () => flashReport(page),
    screenshot: async (path) => void (await page.screenshot({ path })),
    media: async (media) => seeInChromium(page, await session(), media),
    print: () => page.pdf(SHEET),
    close: () => page.close(),
  };
}

/** @param own a page of the extension, which Firefox never reports as loaded */
export function firefoxTab(page: FirefoxPage, own = false): Tab {
  return {
    goto: async (address) => void (await page.goto(address, { waitUntil: 'domcontentloaded' })),
    reload: async () => void (await page.reload({ waitUntil: own ? [] : 'domcontentloaded' })),
    back: async () => void (await page.goBack({ waitUntil: [] })),
    evaluate: (look, argument) => page.evaluate(look as never, argument as never) as never,
    until: async (holds, argument) => void (await page.waitForFunction(holds as never, { timeout: 10_000, polling: 50 }, argument as never)),
    press: async (selector) => {
      const element = await page.waitForSelector(selector);
      await element?.scrollIntoView();
      const box = await element?.boundingBox();
      if (box === null || box === undefined) throw new Error(`${selector} is not to be seen`);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
    pressAt: (x, y) => page.mouse.click(x, y),
    tapAt: (x, y) => page.touchscreen.tap(x, y),
    resize: (width, height) => page.setViewport({ width, height }),
    type: async (selector, text) => {
      await page.waitForSelector(selector);
      await page.focus(selector);
      await page.keyboard.type(text);
    },
    // Over this browser's protocol a key is named by what it types.
    key: (name) => page.keyboard.press(name === 'Space' ? (' ' as KeyInput) : name),
    tabTo: async (selector) => {
      await page.bringToFront();
      await tabUntil(
        () => page.keyboard.press('Tab'),
        () => page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector),
      );
    },
    upload: async (selector, ...files) => {
      const field = (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement> | null;
      await field?.uploadFile(...files);
    },
    watch: (ids) => watchFirefox(page, ids),
    flash: () => flashReport(page),
    screenshot: async (path) => void (await page.screenshot({ path })),
    media: (media) => seeInFirefox(page, media),
    print: () => page.pdf(SHEET),
    close: () => page.close(),
  };
}

async function tabUntil(press: () => Promise<void>, there: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    await press();
    if (await there()) return;
  }
  throw new Error('Not to be reached with the keyboard');
}
