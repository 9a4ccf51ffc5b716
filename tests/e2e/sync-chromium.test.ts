import { afterAll, expect, it } from 'vitest';
import { ruleIds } from '../sync/tag-names';
import { SyncedChromium, type Profile } from './harness/synced-chromium';

/*
 * Two real profiles of Chromium with a sync engine of their own, as two computers of one reader have them.
 */
const account = new SyncedChromium();
afterAll(() => account.remove());

const put = (profile: Profile, ids: string[], fields: object = {}) =>
  profile.send('import-rules', { rules: ids.map((id) => ({ id, ...fields })), lists: [], lines: [] });
const rules = async (profile: Profile): Promise<string[]> => (await profile.send('get-rules', {})).rules.map((rule) => rule.id).sort();

/** Syncs until `count` rules are there: what one browser sent reaches the other some moments after its start. */
async function until(profile: Profile, count: number): Promise<string[]> {
  for (let tries = 0; tries < 40; tries++) {
    await profile.send('sync-now', {});
    const found = await rules(profile);
    if (found.length === count) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return rules(profile);
}

it('two profiles edited while apart, one of them with sync switched on over the other’s data, end with exactly what both meant', async () => {
  const all = ruleIds(2000);
  const [first, second] = [all.slice(0, 1050), all.slice(950)];
  const expected = new Set(all);
  const forget = (ids: string[]): string[] => ids.filter((id) => expected.delete(id));
  const learn = (ids: string[]): string[] => (ids.forEach((id) => expected.add(id)), ids);

  let a = await account.open('a');
  await put(a, first);
  await a.send('sync-connect', { choice: { store: 'browser' } });
  await a.close();

  let b = await account.open('b');
  await put(b, second);
  expect(await b.send('sync-preview', { choice: { store: 'browser' } })).toMatchObject({ here: 1050, removed: 0 });
  await b.send('sync-connect', { choice: { store: 'browser' } });
  expect(await until(b, 2000)).toEqual([...all].sort());
  await b.close();
  a = await account.open('a');
  expect(await until(a, 2000)).toEqual([...all].sort());
  await a.close();

  // Sync off in both browsers: Chromium will throw away what was written to storage.sync meanwhile.
  a = await account.open('a', false);
  await a.send('remove-rules', { ids: forget(all.slice(0, 40)) });
  await put(a, learn(ruleIds(30, 7)));
  await a.send('sync-now', {});
  await a.close();
  b = await account.open('b', false);
  await b.send('remove-rules', { ids: forget(all.slice(100, 150)) });
  await put(b, learn(ruleIds(30, 8)));
  // Edited here while the other profile removed them: they stay.
  await put(b, learn(all.slice(0, 10)), { note: 'still wanted' });
  await b.send('sync-now', {});
  await b.close();

  a = await account.open('a');
  await a.send('sync-now', {});
  await a.close();
  b = await account.open('b');
  expect(await until(b, expected.size)).toEqual([...expected].sort());
  await b.close();
  a = await account.open('a');
  expect(await until(a, expected.size)).toEqual([...expected].sort());
  const [status] = (await a.send('sync-now', {})).stores;
  expect(status).toMatchObject({ error: null, unsent: 0, carried: { rules: expected.size, of: expected.size } });
  await a.close(false);
}, 300_000);

it('6,000 rules travel whole within the quota of the browser', async () => {
  const ids = ruleIds(6000, 3);
  const sizes = new SyncedChromium();
  try {
    const a = await sizes.open('a');
    await put(a, ids);
    await a.send('sync-connect', { choice: { store: 'browser' } });
    const [status] = (await a.send('sync-now', {})).stores;
    expect(status).toMatchObject({ error: null, carried: { rules: 6000, of: 6000 } });
    const used = Object.entries(await a.area()).reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);
    expect(used).toBeLessThan(90_000);
    await a.close();
    const b = await sizes.open('b');
    await b.send('sync-connect', { choice: { store: 'browser' } });
    expect(await until(b, 6000)).toEqual([...ids].sort());
    await b.close(false);
  } finally {
    sizes.remove();
  }
}, 120_000);
