import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILT_FOR_CHROMIUM } from './chromium';

/** A copy of the build for Chromium that may read these hosts from the start, since nobody can answer its prompt here. */
export async function buildPermitted(folder: string, hosts: readonly string[]): Promise<void> {
  await cp(BUILT_FOR_CHROMIUM, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(...hosts.map((host) => `https://${host}/*`));
  await writeFile(file, JSON.stringify(manifest));
}
