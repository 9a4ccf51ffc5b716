import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName, Shown, Tab } from './browsers';
import { show } from './browsers';
import { seedRules, STARTER_RULES } from './seed';
import { PLACES } from './places';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 360, height: 800 },
];

/** Counts what became of the items; nothing about it is specific to one browser. */
const COUNT = `(() => {
  const of = (action) => document.querySelectorAll('[data-foldaway="' + action + '"]').length;
  return { items: document.querySelectorAll('[data-foldaway]').length, fold: of('fold'), hide: of('hide') };
})()`;

interface Counts {
  items: number;
  fold: number;
  hide: number;
}

/**
 * Goes through the places without a display and keeps pictures of before (no extension) and after, light and dark,
 * wide and narrow.
 * @param folder where the pictures go
 * @throws when the extension judges nothing on a page
 */
export async function takeScreenshots(browser: BrowserName, port: number, extension: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of SIZES) {
      const look = { port, headless: true, viewport, colorScheme };
      const name = (place: string, when: string): string => join(folder, `${place}-${colorScheme}-${viewport.width}-${when}.png`);
      await withBrowser(
        () => show(browser, { ...look, extension: null }),
        async (shown) => {
          for (const { file, address } of PLACES) await visit(shown, address, colorScheme, (tab) => tab.screenshot(name(file, 'before')));
        },
      );
      await withBrowser(
        () => show(browser, { ...look, extension }),
        async (shown) => {
          const own = await shown.own('options.html');
          await seedRules(own, STARTER_RULES);
          await own.close();
          for (const { file, address, what } of PLACES) {
            await visit(shown, address, colorScheme, async (tab) => {
              const counts = await settled(tab);
              await tab.screenshot(name(file, 'after'));
              if (colorScheme === 'light' && viewport === SIZES[0])
                console.log(`${what}: ${counts.fold} folded, ${counts.hide} hidden, of ${counts.items} (${address})`);
            });
          }
        },
      );
    }
  }
}

async function withBrowser(start: () => Promise<Shown>, use: (shown: Shown) => Promise<void>): Promise<void> {
  const shown = await start();
  try {
    await use(shown);
  } finally {
    await shown.close();
  }
}

async function visit(shown: Shown, address: string, skin: string, look: (tab: Tab) => Promise<void>): Promise<void> {
  const tab = await shown.open(skin === 'dark' ? `${address}${address.includes('?') ? '&' : '?'}skin=dark` : address);
  await look(tab);
  await tab.close();
}

/** Waits until the number of judged items stays the same. */
async function settled(tab: Tab): Promise<Counts> {
  let last: Counts = { items: 0, fold: 0, hide: 0 };
  for (let tries = 0; tries < 50; tries++) {
    const counts = (await tab.evaluate(COUNT)) as Counts;
    if (counts.items > 0 && counts.items === last.items) return counts;
    last = counts;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error('The extension judged nothing on this page');
}
