import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProgram } from '../../tools/bootstrap/browsers.mjs';
import { packagesAreFresh } from '../../tools/bootstrap/packages.mjs';
import { run } from '../../tools/bootstrap/run.mjs';

describe('packages', () => {
  let project: string;
  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'foldaway-packages-'));
    await mkdir(join(project, 'node_modules'));
  });
  afterEach(() => rm(project, { recursive: true, force: true }));

  const wanted = (packages: object): Promise<void> => writeFile(join(project, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
  const installed = (packages: object): Promise<void> => writeFile(join(project, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));

  it('are installed when npm recorded nothing', async () => {
    await wanted({});
    expect(packagesAreFresh(project)).toBe(false);
  });

  it('are left alone when everything is there, but for what other systems need', async () => {
    await wanted({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-darwin': { version: '2.0.0', optional: true } });
    await installed({ 'node_modules/a': { version: '1.0.0' } });
    expect(packagesAreFresh(project)).toBe(true);
  });

  it('are installed when one is missing or of another version', async () => {
    await wanted({ 'node_modules/a': { version: '1.0.1' } });
    await installed({ 'node_modules/a': { version: '1.0.0' } });
    expect(packagesAreFresh(project)).toBe(false);
    await installed({});
    expect(packagesAreFresh(project)).toBe(false);
  });
});

describe('programs', () => {
  it('are found on the PATH, by path, or not at all', () => {
    expect(findProgram('node')).toMatch(/node$/);
    expect(findProgram(process.execPath)).toBe(process.execPath);
    expect(findProgram('no-such-program-anywhere')).toBeUndefined();
  });

  it('run to their end and tell how it went', async () => {
    expect(await run(process.execPath, ['-e', 'process.exit(0)'])).toBe(0);
    expect(await run(process.execPath, ['-e', 'process.exit(3)'])).toBe(3);
  });

  it('are ended, with all they started, when they take too long', async () => {
    const child = "require('node:child_process').spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 1e6)'])";
    expect(await run(process.execPath, ['-e', child], { minutes: 0.005 })).toBe(124);
  });
});
