// Plain JavaScript on Node's own modules: it runs before any package is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * Whether node_modules holds exactly what package-lock.json asks for. npm keeps its own record of what it
 * installed; packages for other systems are missing there, and may be.
 * @param {string} project folder of the project
 * @returns {boolean}
 */
export function packagesAreFresh(project) {
  const record = join(project, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  /** @type {(file: string) => Record<string, { version?: string, optional?: boolean }>} */
  const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(join(project, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || (installed[path] === undefined ? wanted.optional === true : installed[path].version === wanted.version),
  );
}

/**
 * Installs the packages of the lock file unless they are there.
 * @param {string} project
 */
export async function installPackages(project) {
  if (packagesAreFresh(project)) return;
  console.log('Installing packages (npm ci)');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--prefix', project]);
  if (code !== 0) throw new Error('npm ci failed; see its messages above');
}
