import type { Plugin } from 'vite';

/** The part of Preact's runtime, as it comes minified in the package, that writes `dangerouslySetInnerHTML` into an element. */
const WRITES_MARKUP = 'h?(l||y&&(h.__html==y.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),r.__k=[]):(';
const REFUSES = 'h?(()=>{throw new TypeError("No markup from strings")})():(';

/**
 * Preact's runtime without its only way to make markup from strings; who tries gets a TypeError. We never use that
 * way, and a package without it holds no assignment to `innerHTML` that reviewers would have to believe us about.
 * @param code of preact/dist/preact.mjs
 * @throws when the code is not the one that this was written for; then look for `innerHTML` in the new one, and adapt the two texts above
 */
export function withoutMarkup(code: string): string {
  const changed = code.replace(WRITES_MARKUP, REFUSES);
  if (
    changed === code ||
    changed.includes('innerHTML=') ||
    changed.includes('.innerHTML') ||
    changed.includes('outerHTML') ||
    changed.includes('insertAdjacentHTML')
  )
    throw new Error('preact/dist/preact.mjs is not the code that tools/build/preact-without-markup.ts knows');
  return changed;
}

/** Puts `withoutMarkup` into every build; a build that Preact is part of cannot come about with its code unchanged. */
export function preactWithoutMarkup(): Plugin {
  return {
    name: 'foldaway:preact-without-markup',
    enforce: 'pre',
    transform: (code, id) => (id.replace(/\?.*$/, '').endsWith('/preact/dist/preact.mjs') ? { code: withoutMarkup(code), map: null } : null),
  };
}
