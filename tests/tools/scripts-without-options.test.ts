import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutOptions } from '../../tools/build/scripts-without-options';

describe('a content script as it is built', () => {
  it.each(readdirSync('entrypoints').filter((name) => name.endsWith('.content')))('has what it does, and no list of addresses: %s', (name) => {
    const built = withoutOptions(readFileSync(`entrypoints/${name}/index.ts`, 'utf8'));
    expect(built).toMatch(/defineContentScript\(\{\n {2}main\(/);
    expect(built).not.toMatch(/\b(?:matches|excludeMatches|runAt|registration|cssInjectionMode):/);
  });

  it('cannot be built when it is laid out in another way', () => {
    expect(() => withoutOptions('export default defineContentScript({ main() {}, matches: [] });')).toThrowError(/no options/);
  });
});
