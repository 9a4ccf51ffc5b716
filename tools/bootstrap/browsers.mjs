// Plain JavaScript on Node's own modules: it runs before any package is installed.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox' | 'edge' | 'chrome'} BrowserName */

/**
 * Where each browser may be: names on the PATH, then fixed places of macOS and Windows.
 * @type {Record<BrowserName, string[]>}
 */
const PLACES = {
  chromium: ['chromium', 'chromium-browser', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  edge: [
    'microsoft-edge',
    'microsoft-edge-stable',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  chrome: [
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/**
 * The path of an executable, looked for on the PATH when it is a bare name.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
  const candidates = /[/\\]/.test(name) ? [name] : [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'].map((folder) => join(folder, name));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Where a browser is, or undefined when it is not on this machine.
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  for (const place of PLACES[name]) {
    const path = findProgram(place);
    if (path !== undefined) return path;
  }
  return undefined;
}
