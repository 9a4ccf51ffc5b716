import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileStore } from '../../src/sync/file-store';
import { nothingKept } from '../../src/sync/kept';
import { round } from '../../src/sync/rounds';
import type { StoreDeps } from '../../src/sync/store';
import { storeOf, stores } from '../../src/sync/stores/index';
import { TestDevice } from './device';
import { FetchServer, syncOf } from './fetch-server';
import { MemoryBackend, MemoryKeyring } from './memory-stores';

const FOLDER = 'src/sync/stores';

describe('every store', () => {
  const modules = readdirSync(FOLDER)
    .map((file) => ({ file, source: readFileSync(`${FOLDER}/${file}`, 'utf8') }))
    .flatMap(({ file, source }) => [...source.matchAll(/export const (\w+Store)\b/g)].map(([, name = '']) => ({ file, name })));

  it('is a file in its folder, and in the list', () => {
    const list = readFileSync(`${FOLDER}/index.ts`, 'utf8');
    expect(modules.length).toBe(stores.length);
    for (const { file, name } of modules)
      expect(list).toMatch(new RegExp(`import \\{ ${name} \\} from './${file.replace('.ts', '')}'[^]*= \\[[^\\]]*\\b${name}\\b`));
  });

  it('has an id of its own, and names that harm nothing', () => {
    expect(new Set(stores.map(({ id }) => id)).size).toBe(stores.length);
    for (const { id, offer } of stores) {
      expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(storeOf(id).offer.store).toBe(id);
      // Setup texts hold them beside these two.
      for (const { name } of offer.fields) expect(name).toMatch(/^(?!store$|code$)[a-z][A-Za-z]*$/);
    }
    expect(() => storeOf('__proto__')).toThrow('no such store');
  });

  it.each(stores.filter(({ offer }) => offer.encrypted).map(({ id }) => id))('%s runs the contract of a store of files, behind every fault', (id) => {
    const tests = readdirSync('tests/sync', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
    const sources = tests.map((file) => readFileSync(`tests/sync/${file}`, 'utf8')).filter((source) => source.includes(`sync/stores/${id}'`));
    expect(sources.filter((source) => source.includes('keepsTheContract(') && source.includes('FAULTS'))).not.toEqual([]);
  });

  it.each(stores.map(({ id }) => id))('%s stands in docs/privacy.md and docs/sync.md: what leaves the device, for where', (id) => {
    for (const file of ['docs/privacy.md', 'docs/sync.md']) expect(readFileSync(file, 'utf8').toLowerCase()).toContain(id);
  });
});

describe('two stores with a passphrase each', () => {
  const shelf = (id: string, backend: MemoryBackend) =>
    fileStore({
      id,
      fields: [
        { name: 'place', kind: 'address', label: 'sync_url' },
        { name: 'token', kind: 'secret', label: 'sync_password' },
      ],
      addresses: ['https://api.example.org/'],
      words: { connect: 'sync_browser', hint: 'sync_browser', name: 'sync_webdav_at' },
      open: ({ place, token }) => (place === `https://${id}.example.org/` && token === 'secret' ? backend : new MemoryBackend()),
    });

  it('have a key each, which go one by one', async () => {
    const keyring = new MemoryKeyring();
    const phone = new TestDevice('phone');
    await phone.put('tag: A');
    const asked: string[] = [];
    const deps: StoreDeps = {
      truth: phone.store,
      keyring,
      area: null,
      fetch,
      permitted: async (url) => asked.push(url) > 0,
      now: () => phone.clock.now,
      random: phone.random,
    };
    const kept = nothingKept();
    const backends = [new MemoryBackend(), new MemoryBackend()];
    const two = backends.map((backend, index) => shelf(`shelf-${index}`, backend));
    for (const store of two) {
      const choice = {
        store: store.id,
        address: { place: `https://${store.id}.example.org/`, token: 'secret' },
        secret: { kind: 'passphrase', passphrase: `the passphrase of ${store.id}` },
      } as const;
      await store.preview(choice, deps, null);
      kept.stores[store.id] = await store.connect(choice, deps, null, { part: undefined, left: undefined });
      await round(store, deps, kept, { name: 'phone', app: 'test' }, async () => undefined);
    }
    expect([...keyring.keys.keys()]).toEqual(['shelf-0', 'shelf-1']);
    expect(new Set(asked)).toEqual(new Set(['https://api.example.org/', 'https://shelf-0.example.org/', 'https://shelf-1.example.org/']));
    // Each still opens what is its own, and not what is the other's.
    for (const [index, store] of two.entries()) {
      const choice = (which: number) => ({
        store: store.id,
        address: { place: `https://${store.id}.example.org/`, token: 'secret' },
        secret: { kind: 'passphrase' as const, passphrase: `the passphrase of shelf-${which}` },
      });
      const laptop = new TestDevice('laptop');
      const there = { ...deps, truth: laptop.store };
      await expect(store.preview(choice(1 - index), there, null)).rejects.toMatchObject({ code: 'locked' });
      expect(await store.preview(choice(index), there, null)).toMatchObject({ there: 1 });
    }
    await two[0]!.disconnect(kept.stores['shelf-0']!, deps);
    expect([...keyring.keys.keys()]).toEqual(['shelf-1']);
    await phone.put('tag: B');
    await round(two[1]!, deps, kept, { name: 'phone', app: 'test' }, async () => undefined);
    expect(kept.stores['shelf-1']!.link.error).toBeNull();
  });
});

describe('a store that is not known, or not connected', () => {
  it('is refused', async () => {
    const sync = syncOf(new TestDevice('phone'), new FetchServer());
    for (const work of [() => sync.connect({ store: 'later' }), () => sync.disconnect('later'), () => sync.setup('later')])
      await expect(work()).rejects.toMatchObject({ code: 'not-ours' });
    await expect(sync.connect({ store: 'webdav', address: { url: 'cloud' } })).rejects.toMatchObject({ code: 'not-ours' });
    await expect(sync.changeSecret('webdav', { kind: 'new-code' })).rejects.toMatchObject({ code: 'not-ours' });
    expect(await sync.setup('webdav')).toEqual({ text: null, code: null });
    await sync.disconnect('webdav', true);
  });
});
