import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockFile {
  packages: Record<string, { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;

/** Where Node looks for a package that another asks for: beside it, then in each folder above. */
function isThere(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

// `npm ci` refuses a lock file that leaves one out. npm leaves those out that the registry did not have when they were
// asked for: a version that is not there yet for every system, as on its first day.
it('the lock file names every package that another may need, also those of other systems', () => {
  const missing = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) => (isThere(from, name) ? [] : [`${name} of ${from}`])),
  );
  expect(missing).toEqual([]);
});
