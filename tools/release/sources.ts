import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './zip';

/**
 * What is needed to build, and to understand what is built. Tests are left out for their size; the pictures of the guide
 * come with the extension. A new file
 * at the top that the build needs goes in here; without it the rebuild from these sources fails.
 */
const SOURCES = new Set([
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'docs',
  'entrypoints',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tools',
  'tsconfig.json',
  'wxt.config.ts',
]);

/**
 * Files below a folder by their path from there.
 * @param wanted is asked for every folder and file
 */
export function filesBelow(folder: string, wanted: (path: string) => boolean = () => true): Files {
  const found = new Map<string, Uint8Array>();
  const visit = (path: string): void => {
    for (const name of readdirSync(join(folder, path)).sort()) {
      const inside = path === '' ? name : `${path}/${name}`;
      if (!wanted(inside)) continue;
      if (lstatSync(join(folder, inside)).isDirectory()) visit(inside);
      else found.set(inside, readFileSync(join(folder, inside)));
    }
  };
  visit('');
  return found;
}

/** The sources as reviewers get them. */
export const sourcesOf = (project: string): Files => filesBelow(project, (path) => SOURCES.has(path.split('/')[0] ?? ''));
