import type { Browser } from 'webextension-polyfill';

/**
 * The browser's own extension namespace, for code that ships to pages: there the polyfill would be a third of the
 * bundle, and what it adds (promises from `chrome.*`) every supported browser has by itself under Manifest V3.
 * See docs/decisions/0001-no-polyfill-in-pages.md.
 */
export const extensionApi = (): Browser => {
  const scope = globalThis as unknown as { browser?: Browser; chrome?: Browser };
  // What is not the scope's own is an element of the page with this id, which Chromium shows to extensions too.
  const api = Object.hasOwn(scope, 'browser') && scope.browser?.runtime?.id !== undefined ? scope.browser : scope.chrome;
  if (api === undefined) throw new Error('not running inside an extension');
  return api;
};
