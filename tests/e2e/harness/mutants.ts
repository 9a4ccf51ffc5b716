import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the built extension with one thing broken on purpose. */
export interface Mutant {
  folder: string;
  remove(): Promise<void>;
}

interface Manifest {
  background?: { service_worker?: string; scripts?: string[] };
  content_scripts?: { css?: string[] }[];
}

/** Without the style sheet that covers items until they are judged: a test that stays green on it proves nothing. */
export function withoutCurtain(built: string): Promise<Mutant> {
  return mutate(built, async (_folder, manifest) => {
    const sheets = manifest.content_scripts?.filter((script) => script.css !== undefined) ?? [];
    if (sheets.length === 0) throw new Error('This build has no style sheet to remove');
    for (const script of sheets) delete script.css;
  });
}

/** With a background that takes every message and answers none. */
export function withoutAnswers(built: string): Promise<Mutant> {
  return mutate(built, async (folder, manifest) => {
    const script = manifest.background?.service_worker ?? manifest.background?.scripts?.[0];
    if (script === undefined) throw new Error('This build has no background script');
    await writeFile(join(folder, script), 'chrome.runtime.onMessage.addListener(() => true);\nchrome.runtime.onConnect.addListener(() => {});\n');
  });
}

async function mutate(built: string, change: (folder: string, manifest: Manifest) => Promise<void>): Promise<Mutant> {
  const folder = await mkdtemp(join(tmpdir(), 'foldaway-mutant-'));
  await cp(built, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  await change(folder, manifest);
  await writeFile(file, JSON.stringify(manifest));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
