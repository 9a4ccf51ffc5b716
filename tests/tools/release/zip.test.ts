import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../../../tools/bootstrap/browsers.mjs';
import { differences } from '../../../tools/release/build';
import { filesBelow, sourcesOf } from '../../../tools/release/sources';
import { unzip, zip } from '../../../tools/release/zip';

const files = (...entries: [string, string][]): Map<string, Uint8Array> => new Map(entries.map(([name, text]) => [name, Buffer.from(text)]));

describe('a package', () => {
  it('has the same bytes whatever the order in which its files are found', () => {
    expect(zip(files(['b/c.js', 'two'], ['a.js', 'one']))).toEqual(zip(files(['a.js', 'one'], ['b/c.js', 'two'])));
  });

  it('gives back what was put in', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), fc.uint8Array({ maxLength: 300 }), { maxKeys: 6, noNullPrototype: true }),
        (contents) => {
          const given = new Map(Object.entries(contents).map(([name, bytes]) => [Buffer.from(name).toString(), bytes]));
          const found = unzip(zip(given));
          expect([...found].map(([name, bytes]) => [name, [...bytes]]).sort()).toEqual([...given].map(([name, bytes]) => [name, [...bytes]]).sort());
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is refused when it is damaged or something else', () => {
    const whole = zip(files(['a.txt', 'a text of some length, in which one letter is changed']));
    const damaged = Buffer.from(whole);
    damaged[40] = (damaged[40] ?? 0) ^ 1;
    expect(() => unzip(damaged)).toThrowError();
    expect(() => unzip(Buffer.from('something else, and long enough to hold an end'))).toThrowError(/No zip file/);
  });

  it('tells in which files it differs from another', () => {
    expect(differences(zip(files(['a', '1'], ['b', '2'])), zip(files(['a', '1'], ['b', '3'], ['c', '4'])))).toEqual(['b', 'c']);
  });

  it.skipIf(findProgram('unzip') === undefined)('is a good one to the programs of others too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'foldaway-zip-'));
    writeFileSync(join(folder, 'x.zip'), zip(files(['a/ä.txt', 'one '.repeat(500)], ['empty', ''])));
    const { status, stdout } = spawnSync('unzip', ['-t', join(folder, 'x.zip')], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([status, stdout]).toEqual([0, expect.stringContaining('No errors')]);
  });
});

describe('the sources', () => {
  it('hold what a build needs, with the pictures of the guide, and neither tests nor what was built', () => {
    const names = [...sourcesOf('.').keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        'package-lock.json',
        'wxt.config.ts',
        'tsconfig.json',
        'src/archives/index.ts',
        'public/icons/128.png',
        'docs/architecture.md',
        'docs/pictures/popup.webp',
        'LICENSE',
      ]),
    );
    expect(names.filter((name) => /^(tests|node_modules|out|\.\w+)\//.test(name))).toEqual([]);
  });

  it('are read from the folders that are wanted only', () => {
    expect([...filesBelow('docs', (path) => path === 'store' || path.startsWith('store/e')).keys()]).toEqual(['store/en.md', 'store/es.md']);
  });
});
