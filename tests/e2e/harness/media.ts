import type { CDPSession, Page as ChromiumPage } from 'playwright-core';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { commandTo } from '../../../tools/browsers/firefox';
import { inFirefoxItself, setPreferences } from './firefox-itself';

/** What scripts of Firefox's own window have. */
declare const gBrowser: { selectedBrowser: { browsingContext: { mediumOverride: string } } };

/** What a page is seen with; what is left out is as on a usual desktop. */
export interface Media {
  print?: boolean;
  fingers?: boolean;
  reducedMotion?: boolean;
  /** The colours of the system in place of the page's, or strong contrast with the page's own. */
  colours?: 'forced-light' | 'forced-dark' | 'contrast';
}

/** What a page's style sheets then find to be true, by the words of their queries. */
function matches({ print = false, fingers = false, reducedMotion = false, colours }: Media): Record<string, boolean> {
  return {
    print,
    '(pointer: coarse)': fingers,
    '(prefers-reduced-motion: reduce)': reducedMotion,
    '(forced-colors: active)': colours?.startsWith('forced') === true,
    '(prefers-color-scheme: dark)': colours === 'forced-dark',
    ...(colours !== 'forced-light' && colours !== 'forced-dark' && { '(prefers-contrast: more)': colours === 'contrast' }),
  };
}

/** In a page: whether all of these queries come out as they should. */
export const allMatch = (wanted: Record<string, boolean>): boolean => Object.entries(wanted).every(([query, yes]) => matchMedia(query).matches === yes);

/** For this tab, as long as the session lasts. */
export async function seeInChromium(page: ChromiumPage, session: CDPSession, media: Media): Promise<void> {
  const { print = false, fingers = false, reducedMotion = false, colours } = media;
  await page.emulateMedia({
    media: print ? 'print' : 'screen',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: colours?.startsWith('forced') === true ? 'active' : 'none',
    colorScheme: colours === 'forced-dark' ? 'dark' : 'light',
    contrast: colours === 'contrast' ? 'more' : 'no-preference',
  });
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: fingers });
  await page.waitForFunction(allMatch, matches(media), { timeout: 10_000 });
}

/** Printing for this tab, which comes to the front; all else is the system's, and so for all tabs. */
export async function seeInFirefox(page: FirefoxPage, media: Media): Promise<void> {
  const { print = false, fingers = false, reducedMotion = false, colours } = media;
  const command = commandTo(page.browser());
  const pointer = fingers ? 1 : null; // LookAndFeel's PointerCapabilities: a coarse one
  await setPreferences(command, {
    'ui.primaryPointerCapabilities': pointer,
    'ui.allPointerCapabilities': pointer,
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    'ui.useAccessibilityTheme': colours === 'contrast' ? 1 : 0,
    // Colours of pages always (1) or never (2), whatever the system says.
    'browser.display.document_color_use': colours?.startsWith('forced') === true ? 2 : 1,
    'browser.display.background_color': colours === 'forced-dark' ? '#000000' : null,
    'browser.display.foreground_color': colours === 'forced-dark' ? '#ffffff' : null,
  });
  await page.bringToFront();
  await inFirefoxItself(command, (medium) => void (gBrowser.selectedBrowser.browsingContext.mediumOverride = medium), print ? 'print' : '');
  await page.waitForFunction(allMatch, { timeout: 10_000, polling: 50 }, matches(media));
}
