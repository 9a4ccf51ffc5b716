import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { queue, type Area } from '../../../src/storage/area';
import { Store } from '../../../src/storage/store';
import type { Backend } from '../../../src/sync/backend';
import { fileRound } from '../../../src/sync/file-round';
import { freshFileState, type FileState } from '../../../src/sync/file-state';
import { Lock, secretFromCode } from '../../../src/sync/lock';

/** A browser's storage on disk: a `set` is one rename, atomic as the browsers' own are. */
function areaOnDisk(folder: string): Area {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'area.json');
  const read = (): Record<string, unknown> => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {});
  const write = (all: Record<string, unknown>): void => {
    writeFileSync(`${file}.new`, JSON.stringify(all));
    renameSync(`${file}.new`, file);
  };
  return {
    get: async (keys) => Object.fromEntries(Object.entries(read()).filter(([key]) => keys.includes(key))),
    set: async (items) => write({ ...read(), ...items }),
    remove: async (keys) => write(Object.fromEntries(Object.entries(read()).filter(([key]) => !keys.includes(key)))),
  };
}

/** A server's folder, written in place: a killed upload leaves a torn file. */
function folderBackend(folder: string): Backend {
  mkdirSync(folder, { recursive: true });
  return {
    list: async () => ({
      files: readdirSync(folder).map((name) => {
        const { size, mtimeMs } = statSync(join(folder, name));
        return { name, version: null, size, modified: Math.floor(mtimeMs / 1000) * 1000 };
      }),
      serverTime: Date.now(),
    }),
    get: async (name) => (existsSync(join(folder, name)) ? new Uint8Array(readFileSync(join(folder, name))) : null),
    put: async (name, bytes) => {
      const half = Math.floor(bytes.length / 2);
      writeFileSync(join(folder, name), bytes.subarray(0, half));
      await new Promise((resolve) => setTimeout(resolve, 3));
      writeFileSync(join(folder, name), bytes.subarray(half), { flag: 'a' });
    },
    delete: async (name) => rmSync(join(folder, name), { force: true }),
  };
}

/** A device on disk: its store, and a round of sync with the server's folder. */
export function deviceOnDisk(root: string, name: string): { store: Store; round(): Promise<void> } {
  const area = areaOnDisk(join(root, name));
  const store = new Store({ area, now: Date.now, random: (bytes) => void crypto.getRandomValues(bytes), exclusively: queue() });
  const backend = folderBackend(join(root, 'server'));
  return {
    store,
    round: async () => {
      const { device } = await store.document();
      await fileRound({
        backend,
        lock: new Lock(await secretFromCode(new Uint8Array(16).fill(9))),
        truth: store,
        self: { name, app: 'test' },
        state: ((await area.get(['sync']))['sync'] as FileState | undefined) ?? freshFileState(device),
        save: (state: FileState) => area.set({ sync: state }),
        now: Date.now,
        random: (bytes) => void crypto.getRandomValues(bytes),
      });
    },
  };
}
