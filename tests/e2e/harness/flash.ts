import type { Page as ChromiumPage } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';

/** What a frame-by-frame watch saw. */
export interface FlashReport {
  /** Frames that were looked at; few frames prove nothing. */
  frames: number;
  /** Items of which anything of the archive's own was visible, with the number of times. */
  seen: Record<string, number>;
  /**
   * The filters had not answered in 1.5 s and the page was shown as it is: what was seen after that is as promised.
   * Happens on a machine that is busy with other things.
   */
  gaveUp: boolean;
  /** As above, of the page of a work, whose curtain also lifts when it is judged. */
  gaveUpUnjudged: boolean;
}

declare global {
  interface Window {
    foldawayFlash?: FlashReport;
  }
}

/**
 * Runs in the page before anything else does. Looks at the items before each frame and right after it; what is
 * visible for one look only is reported, also if the browser never painted it: too strict rather than too lax.
 * An item counts as seen when it is visible and not judged yet, or when any of its own content is; the line that
 * stands in for a folded item is not its content.
 */
function sample(ids: string[]): void {
  const report: FlashReport = (window.foldawayFlash = { frames: 0, seen: {}, gaveUp: false, gaveUpUnjudged: false });
  const visible = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return box.width * box.height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  };
  const look = (): void => {
    if (document.documentElement.getAttribute('data-foldaway-curtain') === 'up') {
      report.gaveUp = true;
      if (document.querySelector('[data-foldaway]') === null) report.gaveUpUnjudged = true;
    }
    for (const id of ids) {
      const item = document.getElementById(id);
      if (item === null) continue;
      const own = [...item.querySelectorAll('*')].filter((element) => !element.localName.startsWith('foldaway-'));
      const unjudged = !item.hasAttribute('data-foldaway') && visible(item);
      if (unjudged || own.some(visible)) report.seen[id] = (report.seen[id] ?? 0) + 1;
    }
  };
  const tick = (): void => {
    report.frames++;
    look();
    const after = new MessageChannel();
    after.port1.onmessage = look;
    after.port2.postMessage(0);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** Watches a Chromium tab from its next navigation on. */
export async function watchChromium(page: ChromiumPage, ids: readonly string[]): Promise<void> {
  await page.addInitScript(sample, [...ids]);
}

/** Watches a Firefox tab from its next navigation on. */
export async function watchFirefox(page: FirefoxPage, ids: readonly string[]): Promise<void> {
  await page.evaluateOnNewDocument(sample, [...ids]);
}

/** The report of a watched tab. */
export async function flashReport(page: ChromiumPage | FirefoxPage): Promise<FlashReport> {
  const read = (): FlashReport | undefined => window.foldawayFlash;
  const report = 'addInitScript' in page ? await page.evaluate(read) : await page.evaluate(read);
  if (report === undefined) throw new Error('This tab is not being watched');
  return report;
}

interface TraceEvent {
  name: string;
  args: { snapshot?: string };
}

/** What the screen showed while something was done. */
export interface PaintReport {
  /** Screenshots that the browser's own trace took. */
  frames: number;
  /** Those with magenta on them: the demo archive paints the items named in `?paint=` in that colour. */
  painted: number;
}

/**
 * Lets the browser record what it really paints while `act` runs, and counts the frames with magenta in them.
 * Chromium only.
 */
export async function watchPaint(page: ChromiumPage, act: () => Promise<void>): Promise<PaintReport> {
  const session = await page.context().newCDPSession(page);
  const shots: string[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (event.name === 'Screenshot' && event.args.snapshot !== undefined) shots.push(event.args.snapshot);
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['disabled-by-default-devtools.screenshot'] } });
  await act();
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return { frames: shots.length, painted: await countMagenta(page, shots) };
}

/** The browser itself decodes the screenshots, in a blank tab, so that no image library is needed. */
async function countMagenta(page: ChromiumPage, shots: string[]): Promise<number> {
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(async (images) => {
      let painted = 0;
      for (const image of images) {
        const bytes = Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (canvas === null) throw new Error('No canvas');
        canvas.drawImage(bitmap, 0, 0);
        const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
        let magenta = 0;
        for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 0) < 90 && (data[at + 2] ?? 0) > 200) magenta++;
        if (magenta > 20) painted++;
      }
      return painted;
    }, shots);
  } finally {
    await blank.close();
  }
}
