import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Which folder a run of the browser tests takes the builds from. */
const BUILDS_VARIABLE = 'FOLDAWAY_BUILDS';

/**
 * Set-up of a whole run: the tests load a copy of the builds, so that a build that is made meanwhile does not pull
 * the files from under a running browser.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'foldaway-builds-'));
  await cp('.output', folder, { recursive: true });
  process.env[BUILDS_VARIABLE] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** A build in this run's copy, by its name in `.output`. */
export const builtFor = (target: 'chrome-mv3' | 'firefox-mv3'): string => join(process.env[BUILDS_VARIABLE] ?? '.output', target);
