import type { Browser } from 'puppeteer-core';

/** Puppeteer's own line to the browser, which its types leave out. */
interface Line {
  connection: { send(method: string, parameters: object): Promise<{ result: Tree & Answer }> };
}
interface Tree {
  contexts: { context: string }[];
}
interface Answer {
  type: 'success' | 'exception';
  result: { value?: unknown };
  exceptionDetails?: { text: string };
}

/**
 * Runs an expression in the window of Firefox itself, where `Services`, `gBrowser` and everything else of the browser
 * is, as its own menus do. What it comes to is a plain value or nothing.
 */
export async function inFirefoxItself(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as Line;
  const [window] = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result.contexts;
  if (window === undefined) throw new Error('Firefox has no window');
  const { result } = await connection.send('script.evaluate', { expression, target: { context: window.context }, awaitPromise: true });
  if (result.type === 'exception') throw new Error(`${expression}: ${result.exceptionDetails?.text ?? ''}`);
  return result.result.value;
}

/** Sets preferences while Firefox runs, for all its tabs; null gives one back to its default. */
export async function setPreferences(browser: Browser, preferences: Record<string, string | number | boolean | null>): Promise<void> {
  const setters = { string: 'setStringPref', number: 'setIntPref', boolean: 'setBoolPref' };
  const lines = Object.entries(preferences).map(([name, value]) => {
    if (value === null) return `Services.prefs.clearUserPref('${name}');`;
    return `Services.prefs.${setters[typeof value as keyof typeof setters]}('${name}', ${JSON.stringify(value)});`;
  });
  await inFirefoxItself(browser, lines.join(' '));
}
