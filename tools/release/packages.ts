import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that package-lock.json names. */
export interface LockedPackage {
  /** Where it lies, from the project on: `node_modules/preact`. */
  path: string;
  name: string;
  version: string;
  /** As an SPDX expression; null when the package states none. */
  licence: string | null;
  /** Part of what readers install; the rest is for building and testing. */
  bundled: boolean;
}

/** Development packages of which a little runs in the extension: entry points and the loading of chunks. */
const ALSO_BUNDLED = ['wxt', 'vite'];

interface Lock {
  packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
}

/** All packages of package-lock.json, in the order of their paths. */
export function packagesOf(project: string): LockedPackage[] {
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as Lock;
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = null, dev = false }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { path, name, version, licence: license, bundled: !dev || ALSO_BUNDLED.includes(name) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
