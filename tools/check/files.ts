import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files of the project that git knows or would take in, from the project's root on.
 * @throws when this is no git checkout
 */
export function trackedFiles(project: string): string[] {
  const { status, stdout, stderr } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ls-files: ${stderr}`);
  return stdout
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(project, path)))
    .sort();
}
