// Plain JavaScript on Node's own modules: it runs before any package is installed.
import { findProgram } from './browsers.mjs';
import { run } from './run.mjs';

/**
 * Installs packages of Debian (or Ubuntu and others with apt). Never throws: what needs them says so itself.
 * @param {string[]} packages
 * @returns {Promise<boolean>} whether apt says that they are there now
 */
export async function installFromDebian(packages) {
  if (packages.length === 0) return true;
  const wanted = packages.join(' ');
  if (findProgram('apt-get') === undefined) {
    console.log(`Missing: ${wanted}. This system has no apt-get; please install them by its own means.`);
    return false;
  }
  if (process.getuid?.() !== 0) {
    console.log(`Missing: ${wanted}. To install them: sudo apt-get install ${wanted}`);
    return false;
  }
  console.log(`Installing from Debian: ${wanted}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  if ((await install()) === 0) return true;
  // A fresh machine has no package lists yet.
  return (await run('apt-get', ['update', '-q'], { env })) === 0 && (await install()) === 0;
}
