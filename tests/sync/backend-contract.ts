import { expect } from 'vitest';
import type { Backend } from '../../src/sync/backend';

/** What sync relies on of every store of files; the store is empty at first. */
export async function keepsTheContract(store: Backend): Promise<void> {
  expect((await store.list()).files).toEqual([]);
  expect(await store.get('dev-x.a')).toBeNull();
  const bytes = new Uint8Array(5000).map((_, i) => i * 7);
  await store.put('dev-x.a', bytes);
  await store.put('dev-x.b', bytes.slice(0, 10));
  expect(await store.get('dev-x.a')).toEqual(bytes);
  const { files, serverTime } = await store.list();
  expect(files.map(({ name }) => name).sort()).toEqual(['dev-x.a', 'dev-x.b']);
  for (const { name, size, modified } of files) {
    if (size !== null) expect([name, size]).toEqual([name, name === 'dev-x.a' ? 5000 : 10]);
    if (modified !== null && serverTime !== null) expect(Math.abs(modified - serverTime)).toBeLessThan(60_000);
  }
  // Of another length, since some stores tell nothing else of a change.
  const look = async (): Promise<string> => JSON.stringify((await store.list()).files.find(({ name }) => name === 'dev-x.a'));
  const before = await look();
  await store.put('dev-x.a', bytes.slice(1));
  expect(await look()).not.toBe(before);
  expect(await store.get('dev-x.a')).toEqual(bytes.slice(1));
  await store.delete('dev-x.a');
  await store.delete('dev-x.a');
  expect((await store.list()).files.map(({ name }) => name)).toEqual(['dev-x.b']);
}
