import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { seeded } from '../../seeded';
import { deviceOnDisk } from './on-disk';

const root = mkdtempSync(join(tmpdir(), 'foldaway-kill-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const RUNS = 10;
const NAMES = ['phone', 'laptop'];

/** Starts a device and kills it with SIGKILL some time after its first edit. */
async function live(name: string, run: number, after: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', new URL('worker.ts', import.meta.url).pathname, root, name, String(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

it(`two devices killed ${RUNS} times each while they edit, merge and upload lose nothing that was acknowledged`, async () => {
  const random = seeded(3);
  for (let run = 0; run < RUNS; run++) await Promise.all(NAMES.map((name) => live(name, run, 30 + random() * 400)));

  const log = NAMES.flatMap((name) =>
    readFileSync(join(root, `${name}.log`), 'utf8')
      .trim()
      .split('\n'),
  );
  const said = (what: string): string[] => log.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));
  const [put, gone, dropped] = [said('put'), new Set(said('gone')), new Set(said('drop'))];
  const devices = NAMES.map((name) => deviceOnDisk(root, name));
  for (let round = 0; round < 4; round++) {
    for (const device of devices) await device.round();
    await new Promise((resolve) => setTimeout(resolve, 1100));
  }
  const [one, two] = await Promise.all(devices.map(async ({ store }) => (await store.load()).rules.map((rule) => rule.id).sort()));
  expect(one).toEqual(two);
  const there = new Set(one);
  expect(put.length).toBeGreaterThan(RUNS * 4);
  expect(put.filter((id) => !dropped.has(id) && !there.has(id))).toEqual([]);
  expect([...gone].filter((id) => there.has(id))).toEqual([]);
  expect((await devices[0]!.store.load()).trouble).toEqual([]);
}, 120_000);
