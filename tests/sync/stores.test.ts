import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileStore } from '../../src/sync/file-store';
import { readSetup, type Sync } from '../../src/sync/index';
import { nothingKept, readKept } from '../../src/sync/kept';
import type { Keyring } from '../../src/sync/keyring';
import { secretFromPassphrase } from '../../src/sync/lock';
import { round } from '../../src/sync/rounds';
import { printSetup } from '../../src/sync/setup';
import type { StoreDeps } from '../../src/sync/store';
import { storeOf, stores } from '../../src/sync/stores/index';
import { TestDevice } from './device';
import { address, FetchServer, newCode, syncOf, withCode } from './fetch-server';
import before from './fixtures/kept-before-stores.json';
import { MemoryBackend, MemorySync } from './memory-stores';

const FOLDER = 'src/sync/stores';
const PASSPHRASE = 'crème brûlée forever';

class MemoryKeyring implements Keyring {
  readonly keys = new Map<string, CryptoKey>();
  load = async (name: string): Promise<CryptoKey | null> => this.keys.get(name) ?? null;
  save = async (name: string, key: CryptoKey): Promise<void> => void this.keys.set(name, key);
  forget = async (name: string): Promise<void> => void this.keys.delete(name);
}

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

describe('what a version before this list has kept', () => {
  it.each(['passphrase', 'code', 'left'] as const)('is read as it was: %s', (which) => {
    const { webdav, browser, ...rest } = before[which] as Record<string, unknown>;
    const stored = { ...(webdav === undefined ? {} : { webdav }), ...(browser === undefined ? {} : { browser }) };
    expect(readKept(before[which])).toEqual({ ...rest, stores: stored, aside: {} });
    // And as it is stored from now on.
    expect(readKept(JSON.parse(JSON.stringify(readKept(before[which]))))).toEqual(readKept(before[which]));
  });

  it('goes on without a word, under its own key', async () => {
    const server = new FetchServer();
    const keyring = new MemoryKeyring();
    await keyring.save('webdav', await secretFromPassphrase(PASSPHRASE));
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await laptop.put('tag: B');
    await syncOf(laptop, server).connect({ store: 'webdav', address, secret: { kind: 'passphrase', passphrase: PASSPHRASE } });
    phone.states.set('sync', JSON.stringify(before.passphrase));
    const sync = syncOf(phone, server, new MemorySync(), { keyring });
    const { stores: found } = await sync.syncNow();
    expect(found).toMatchObject([
      { store: 'webdav', state: 'ok', encryption: 'passphrase', locked: [] },
      { store: 'browser', state: 'ok' },
    ]);
    expect(await phone.rules()).toEqual(['tag: B']);
    expect((await sync.devices()).find(({ own }) => own)?.name).toBe('Anna’s phone');
  });

  it('loses only the store whose part can not be read, and keeps that part as it was', () => {
    const broken = { ...before.code.webdav, link: 'x' };
    const kept = readKept({ ...before.code, webdav: broken });
    expect(Object.keys(kept.stores)).toEqual(['browser']);
    expect(kept.aside).toEqual({ 'stores.webdav': broken });
    expect(readKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('takes up again what a later version has stored, once it can be read', () => {
    const kept = readKept({ ...readKept(before.code), stores: { webdav: before.code.webdav, browser: 7, later: { a: 1 } }, news: [1] });
    expect(kept.stores).toEqual({ webdav: before.code.webdav });
    expect(kept.aside).toEqual({ 'stores.browser': 7, 'stores.later': { a: 1 }, news: [1] });
    const mended = readKept({ ...kept, aside: { ...kept.aside, 'stores.browser': before.code.browser } });
    expect(mended.stores).toEqual(readKept(before.code).stores);
    expect(mended.aside).toEqual({ 'stores.later': { a: 1 }, news: [1] });
  });

  it.each<[unknown, Record<string, unknown>]>([
    [7, { everything: 7 }],
    ['x', { everything: 'x' }],
    [[], { everything: [] }],
    [
      { stores: null, left: 4 },
      { stores: null, left: 4 },
    ],
    [
      { conflicts: 'x', held: 3 },
      { conflicts: 'x', held: 3 },
    ],
    [{ stores: {}, aside: 3 }, { aside: 3 }],
    [
      JSON.parse('{"__proto__":{"webdav":1},"stores":{"__proto__":1}}'),
      JSON.parse('{"__proto__":{"webdav":1},"stores.__proto__":1}') as Record<string, unknown>,
    ],
  ])('lies aside where it is %j', (value, aside) => {
    const kept = readKept(value);
    expect(JSON.stringify(kept)).toBe(JSON.stringify({ ...nothingKept(), aside }));
    expect(Object.getPrototypeOf(kept.aside)).toBe(Object.prototype);
  });

  it.each([undefined, null])('is nothing where there is %j', (value) => expect(readKept(value)).toEqual(nothingKept()));

  it('is told to the reader, and goes when it is connected again or forgotten', async () => {
    const [device, server] = [new TestDevice('phone'), new FetchServer()];
    device.states.set('sync', JSON.stringify({ stores: { webdav: { address: 1 } }, left: { later: 2 } }));
    const sync = syncOf(device, server);
    expect(await sync.status()).toMatchObject({ stores: [], aside: true, needsYou: true });
    await sync.connect({ store: 'webdav', address, secret: { kind: 'none' } });
    expect(JSON.parse(device.states.get('sync') ?? '')).toMatchObject({ aside: { 'left.later': 2 } });
    await sync.forgetAside();
    expect(await sync.status()).toMatchObject({ stores: [{ store: 'webdav', state: 'ok' }], aside: false, needsYou: false });
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

describe('a setup text', () => {
  it('of the first version, which named no store, is of WebDAV', () => {
    const text = `foldaway-sync:${Buffer.from(JSON.stringify({ url: 'https://dav.test/', user: 'anna', folder: 'foldaway', code: 'C' })).toString('base64url')}`;
    expect(readSetup(text)).toEqual({ store: 'webdav', address: { url: 'https://dav.test/', user: 'anna', folder: 'foldaway' }, code: 'C' });
  });

  it.each([
    { store: 'webdav', address: { url: 'no address', user: 'a', folder: 'f' }, code: '' },
    { store: 'webdav', address: { url: 'https://dav.test/' }, code: '' },
    { store: 'later', address: {}, code: '' },
    { store: 'browser', address: {}, code: '' },
  ])('that nothing can be done with is none: %j', (setup) => expect(readSetup(printSetup(setup))).toBeNull());
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

describe('a reader who has lost the code', () => {
  async function lost(): Promise<{ server: FetchServer; phone: TestDevice; laptop: TestDevice; one: Sync; two: Sync }> {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: of the phone');
    await laptop.put('tag: of the laptop');
    const [one, two] = [syncOf(phone, server), syncOf(laptop, server)];
    await one.connect(newCode);
    server.backend.now += 10_000;
    return { server, phone, laptop, one, two };
  }
  const filesOf = async (server: FetchServer, device: TestDevice): Promise<string[]> => {
    const { device: id } = await device.store.document();
    return [...server.backend.files.keys()].filter((name) => name.includes(id));
  };

  it('sees it again on a device that is connected', async () => {
    const { one } = await lost();
    const { code, text } = await one.setup('webdav');
    expect(code).toMatch(/^[\w-]{34}$/);
    expect(readSetup(text!)?.code).toBe(code);
  });

  it('starts anew on one that is not: its rules go there under a new code, and no file of others is touched', async () => {
    const { server, laptop, one, two, phone } = await lost();
    const old = await filesOf(server, phone);
    await expect(two.connect(newCode)).rejects.toMatchObject({ code: 'locked' });
    const { code } = await two.connect(newCode, 'keep');
    expect(await filesOf(server, phone)).toEqual(old);
    expect((await two.status()).stores).toMatchObject([{ state: 'ok', unsent: 0, encryption: 'code' }]);
    expect((await two.status()).stores[0]?.locked).toHaveLength(1);
    expect(await laptop.rules()).toEqual(['tag: of the laptop']);

    // The other device goes on under the old code, is told, and joins when it is given the new one.
    const { stores: there } = await one.syncNow();
    expect(there).toMatchObject([{ state: 'ok', locked: [(await laptop.store.document()).device.slice(0, 6)] }]);
    await one.changeSecret('webdav', { kind: 'code', code: code! });
    await two.syncNow();
    const all = ['tag: of the laptop', 'tag: of the phone'];
    expect([await phone.rules(), await laptop.rules()]).toEqual([all, all]);
    for (const sync of [one, two]) expect((await sync.status()).stores).toMatchObject([{ state: 'ok', locked: [], unsent: 0 }]);
    // Nothing of the old code is left of either.
    const third = new TestDevice('tablet');
    await syncOf(third, server).connect(withCode(code!));
    expect(await third.rules()).toEqual(all);
  });

  it('goes on starting anew after a first round that failed', async () => {
    const { server, laptop, two } = await lost();
    const before = server.fetch;
    server.fetch = async (input, init) => (init?.method === 'PUT' ? new Response('', { status: 503 }) : before(input, init));
    const sync = syncOf(laptop, server);
    server.fetch = before;
    await sync.connect(newCode, 'delete');
    expect((await sync.status()).stores[0]).toMatchObject({ state: 'waiting', error: { code: 'busy' } });
    expect(server.backend.files.size).toBe(1);
    expect(two).toBeDefined();
    expect((await syncOf(laptop, server).syncNow()).stores[0]).toMatchObject({ state: 'ok', locked: [] });
    expect(server.backend.files.size).toBe(1);
    expect(await filesOf(server, laptop)).toHaveLength(1);
  });

  it('may delete what does not open any more; devices that still sync write theirs again', async () => {
    const { server, phone, laptop, one, two } = await lost();
    const { code } = await two.connect(newCode, 'delete');
    expect(await filesOf(server, phone)).toEqual([]);
    expect(await filesOf(server, laptop)).toHaveLength(1);
    expect((await two.status()).stores[0]?.locked).toEqual([]);
    await one.syncNow();
    expect(await filesOf(server, phone)).toHaveLength(1);
    expect(await phone.rules()).toEqual(['tag: of the phone']);
    await one.changeSecret('webdav', { kind: 'code', code: code! });
    expect(await phone.rules()).toEqual(['tag: of the laptop', 'tag: of the phone']);
  });

  it('takes the new code to one device after the other, in any order, while others still have the old one', async () => {
    const { server, phone, laptop, one, two } = await lost();
    const tablet = new TestDevice('tablet');
    const three = syncOf(tablet, server);
    await tablet.put('tag: of the tablet');
    await three.connect(withCode((await one.setup('webdav')).code!));
    await one.syncNow();
    const { code } = await two.connect(newCode, 'keep');
    for (const [sync, locked] of [
      [one, 1],
      [three, 0],
    ] as const) {
      server.backend.now += 10_000;
      await sync.changeSecret('webdav', { kind: 'code', code: code! });
      expect((await sync.status()).stores).toMatchObject([{ state: 'ok', unsent: 0, locked: { length: locked } }]);
    }
    for (const sync of [one, two, three]) expect((await sync.syncNow()).stores).toMatchObject([{ state: 'ok', locked: [], damaged: [] }]);
    const all = ['tag: of the laptop', 'tag: of the phone', 'tag: of the tablet'];
    for (const device of [phone, laptop, tablet]) expect(await device.rules()).toEqual(all);
  });

  it('starts anew on a connected device whose key is gone, without entering anything again', async () => {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    const choice = { store: 'webdav', address, secret: { kind: 'passphrase', passphrase: PASSPHRASE } } as const;
    for (const device of [phone, laptop]) await syncOf(device, server).connect(choice);
    const restarted = syncOf(phone, server);
    expect((await restarted.syncNow()).stores[0]).toMatchObject({ state: 'needs-you', error: { code: 'locked' } });
    server.backend.now += 10_000;
    await expect(restarted.changeSecret('webdav', { kind: 'new-code' })).rejects.toMatchObject({ code: 'locked' });
    expect((await restarted.status()).stores[0]).toMatchObject({ encryption: 'passphrase' });
    const { code } = await restarted.changeSecret('webdav', { kind: 'new-code' }, 'keep');
    expect((await restarted.status()).stores[0]).toMatchObject({ state: 'ok', encryption: 'code' });
    expect((await restarted.setup('webdav')).code).toBe(code);
  });

  it('leaves nothing readable of this device behind when encryption is switched on', async () => {
    const server = new FetchServer();
    const phone = new TestDevice('phone');
    const sync = syncOf(phone, server);
    await phone.put('tag: Readable');
    await sync.connect({ store: 'webdav', address, secret: { kind: 'none' } });
    server.backend.now += 10_000;
    await sync.changeSecret('webdav', { kind: 'new-code' });
    expect([...server.backend.files.values()].map(({ bytes }) => new TextDecoder('latin1').decode(bytes).includes('"lock"'))).toEqual([true]);
  });

  it('with a wrong code still writes nothing, also where a file lies open beside the locked ones', async () => {
    const { server, two } = await lost();
    const careless = new TestDevice('careless');
    await careless.put('tag: open');
    await syncOf(careless, server)
      .connect({ store: 'webdav', address, secret: { kind: 'none' } }, 'keep')
      .catch(() => undefined);
    const files = new Map(server.backend.files);
    expect(files.size).toBe(2);
    await expect(two.connect(newCode)).rejects.toMatchObject({ code: 'locked' });
    expect(server.backend.files).toEqual(files);
  });
});
