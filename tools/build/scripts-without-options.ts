import type { Plugin } from 'vite';

const ENTRY = /\/entrypoints\/[^/]+\.content\/index\.ts$/;
const OPTIONS = /(defineContentScript\(\{)[^]*?(\n {2}main\()/;

/**
 * A content script without what is for the manifest only: the addresses that it is for and the like.
 * @param code of entrypoints/NAME.content/index.ts
 * @throws when it is not laid out as those are: options, then `main`
 */
export function withoutOptions(code: string): string {
  const changed = code.replace(OPTIONS, '$1$2');
  if (changed === code) throw new Error('A content script that tools/build/scripts-without-options.ts finds no options in');
  return changed;
}

/**
 * Takes the options out of content scripts as they are built, after WXT has read them: else each page would carry the
 * lists of addresses, and make them anew.
 */
export function scriptsWithoutOptions(): Plugin {
  return {
    name: 'foldaway:scripts-without-options',
    // WXT reads the options through a server of Vite's.
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => (ENTRY.test(id.replace(/\?.*$/, '')) ? { code: withoutOptions(code), map: null } : null),
  };
}
