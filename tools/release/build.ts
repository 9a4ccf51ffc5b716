import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow } from './sources';
import { type Files, unzip, zip } from './zip';

/** Firefox's package is the one for desktop and for Android. */
export const TARGETS = ['chrome', 'edge', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** @throws with the output when the command fails */
export function command(folder: string, program: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? ''}\n${stdout}${stderr}`);
  return stdout;
}

/** Builds for one browser, into `.output` of the project. */
export const build = (project: string, target: Target): string => command(project, 'npx', 'wxt', 'build', '-b', target);

/** The package of what was built last. */
export const packed = (project: string, target: Target): Buffer => zip(filesBelow(join(project, '.output', `${target}-mv3`)));

/**
 * Does what a reviewer does with the sources: unpacks them into an empty folder, installs, builds, packs.
 * @param modules a folder of installed packages to use instead of installing; null installs with `npm ci`
 */
export function rebuild(sources: Buffer, targets: readonly Target[], modules: string | null): Map<Target, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'foldaway-rebuild-'));
  try {
    for (const [path, contents] of unzip(sources)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), contents);
    }
    if (modules === null) command(folder, 'npm', 'ci', '--no-audit', '--no-fund');
    else symlinkSync(modules, join(folder, 'node_modules'));
    return new Map(targets.map((target) => [target, (build(folder, target), packed(folder, target))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names of the files that differ between two packages, or are in one of them only. */
export function differences(one: Buffer, other: Buffer): string[] {
  const [a, b]: Files[] = [unzip(one), unzip(other)];
  const names = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
  return [...names].filter((name) => Buffer.compare(a?.get(name) ?? Buffer.alloc(0), b?.get(name) ?? Buffer.alloc(0)) !== 0).sort();
}
