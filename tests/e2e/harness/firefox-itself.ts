import type { Command } from '../../../tools/browsers/firefox';

/** What scripts of Firefox's own window have. */
declare const Services: {
  prefs: { clearUserPref(name: string): void } & Record<'setStringPref' | 'setIntPref' | 'setBoolPref', (name: string, value: unknown) => void>;
};

/**
 * Runs a function in the window of Firefox itself, the one that has the tabs, where `Services`, `gBrowser`, the menus and
 * the prompts are. The browser's own protocol reaches there, no page does.
 */
export async function inFirefoxItself<Given extends string | null, T>(command: Command, act: (given: Given) => T, given: Given): Promise<T> {
  const { contexts } = await command<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml')?.context;
  if (context === undefined) throw new Error('Firefox has no window');
  const said = await command<{ type: string; result: { value: T }; exceptionDetails?: { text: string } }>('script.callFunction', {
    functionDeclaration: act.toString(),
    arguments: [given === null ? { type: 'null' } : { type: 'string', value: given }],
    target: { context },
    awaitPromise: true,
  });
  if (said.type !== 'success') throw new Error(said.exceptionDetails?.text ?? 'The window of Firefox did not answer');
  return said.result.value;
}

/** Sets preferences while Firefox runs, for all its tabs; null gives one back to its default. */
export function setPreferences(command: Command, preferences: Record<string, string | number | boolean | null>): Promise<void> {
  return inFirefoxItself(
    command,
    (given) => {
      const setters = { string: 'setStringPref', number: 'setIntPref', boolean: 'setBoolPref' } as const;
      for (const [name, value] of Object.entries(JSON.parse(given) as Record<string, string | number | boolean | null>)) {
        if (value === null) Services.prefs.clearUserPref(name);
        else Services.prefs[setters[typeof value as keyof typeof setters]](name, value);
      }
    },
    JSON.stringify(preferences),
  );
}
