import { describe, expect, it } from 'vitest';
import { previewFiles } from '../../src/sync/file-round';
import { Lock, secretFromCode } from '../../src/sync/lock';
import { MemoryArea } from '../storage/memory-area';
import { keepsTheContract } from './backend-contract';
import { TestDevice } from './device';
import { MemoryBackend } from './memory-stores';

const lockFrom = async (byte: number): Promise<Lock> => new Lock(await secretFromCode(new Uint8Array(16).fill(byte)));
const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `tag: ${i}`);

describe('the store that these tests use', () => {
  it('keeps what sync relies on, as real ones do', () => keepsTheContract(new MemoryBackend()));
});

describe('a round of sync with a store of files', () => {
  it('brings two devices together', async () => {
    const backend = new MemoryBackend();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A', 'tag: B');
    await laptop.put('tag: B', 'tag: C');
    expect(await phone.files(backend)).toMatchObject({ sent: 2, from: [] });
    const report = await laptop.files(backend);
    expect(report.from).toEqual([{ device: (await phone.store.document()).device, added: 1, removed: 0, changed: 0 }]);
    await phone.files(backend);
    expect(await phone.rules()).toEqual(['tag: A', 'tag: B', 'tag: C']);
    expect(await laptop.rules()).toEqual(await phone.rules());
  });

  it('carries what readers said of tags and themes, from both devices', async () => {
    const backend = new MemoryBackend();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.store.edit([{ op: 'set', name: 'theme-clean:medical:hospitals', value: 'Hospitals' }]);
    await laptop.store.edit([{ op: 'set', name: 'theme-added:vomit:flu season', value: 'Flu Season' }]);
    for (const device of [phone, laptop, phone]) await device.files(backend);
    for (const device of [phone, laptop]) {
      expect(Object.fromEntries((await device.store.load()).settings)).toEqual({
        'theme-clean:medical:hospitals': 'Hospitals',
        'theme-added:vomit:flu season': 'Flu Season',
      });
    }
  });

  it('costs one listing when nothing happened', async () => {
    const backend = new MemoryBackend();
    const devices = [new TestDevice('phone'), new TestDevice('laptop')];
    await devices[0]!.put('tag: A');
    for (let i = 0; i < 3; i++) {
      for (const device of devices) await device.files(backend);
      backend.now += 60_000;
    }
    backend.calls = { list: 0, get: 0, put: 0, delete: 0 };
    for (const device of devices) expect((await device.files(backend)).sent).toBeNull();
    expect(backend.calls).toEqual({ list: 2, get: 0, put: 0, delete: 0 });
  });

  it('reads a file again that was written in the same second as it was listed, where nothing else tells', async () => {
    const backend = new MemoryBackend();
    backend.etags = false;
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    await phone.files(backend);
    await laptop.files(backend);
    const [name, file] = [...backend.files].find(([one]) => one.startsWith(`dev-`) && one.endsWith('.a'))!;
    await phone.put('tag: B');
    await phone.files(backend);
    const newest = [...backend.files.values()].at(-1)!;
    backend.files = new Map([[name, { ...file, bytes: newest.bytes }]]);
    backend.files.get(name)!.bytes = newest.bytes;
    await laptop.files(backend);
    expect(await laptop.rules()).toEqual(['tag: A', 'tag: B']);
  });

  it('takes an emptied folder for an empty mailbox: everything is written again', async () => {
    const backend = new MemoryBackend();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put(...ids(50));
    for (const device of [phone, laptop, phone]) await device.files(backend);
    backend.files.clear();
    await phone.files(backend);
    await laptop.files(backend);
    expect(await phone.rules()).toHaveLength(50);
    expect(await laptop.rules()).toHaveLength(50);
    expect(backend.files.size).toBe(2);
  });

  it('goes on with the other slot when a file is damaged, and repairs its own', async () => {
    const backend = new MemoryBackend();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    await phone.files(backend);
    await phone.put('tag: B');
    await phone.files(backend);
    const own = (await phone.store.document()).device;
    const newest = backend.files.get(`dev-${own}.b`)!;
    newest.bytes = newest.bytes.slice(0, -3);
    newest.version = 99;
    expect(await laptop.files(backend)).toMatchObject({ damaged: [own] });
    expect(await laptop.rules()).toEqual(['tag: A']);
    await phone.put('tag: C');
    await phone.files(backend);
    await laptop.files(backend);
    expect(await laptop.rules()).toEqual(['tag: A', 'tag: B', 'tag: C']);
  });

  it('ignores files that are none of ours', async () => {
    const backend = new MemoryBackend();
    for (const name of ['dev-abcdefgh.a', 'notes.txt', '.DS_Store', 'dev-abcdefgh.c'])
      await backend.put(name, new TextEncoder().encode('<html>Please log in</html>'));
    const phone = new TestDevice('phone');
    await phone.put('tag: A');
    expect(await phone.files(backend)).toMatchObject({ sent: 1, damaged: ['abcdefgh'] });
    expect(await phone.rules()).toEqual(['tag: A']);
  });

  it('writes nothing where a later version has written', async () => {
    const backend = new MemoryBackend();
    await backend.put('dev-abcdefgh.a', new TextEncoder().encode('FOLDAWAY2 {"x":1}\n...'));
    const phone = new TestDevice('phone');
    await phone.put('tag: A');
    await expect(phone.files(backend)).rejects.toMatchObject({ code: 'newer-format' });
    expect(backend.files.size).toBe(1);
  });

  it('goes on under a new id when its profile was copied, and both copies keep their edits', async () => {
    const backend = new MemoryBackend();
    const original = new TestDevice('phone');
    await original.put('tag: A', 'tag: gone later');
    await original.files(backend);
    const copied = new TestDevice('phone2', original.area.restarted());
    copied.states = new Map(original.states);
    await original.put('tag: B');
    await original.files(backend);
    await copied.put('tag: C');
    expect(await copied.files(backend)).toMatchObject({ renamed: true });
    expect((await copied.store.document()).device).not.toBe((await original.store.document()).device);
    await original.files(backend);
    expect(await original.rules()).toEqual(['tag: A', 'tag: B', 'tag: C', 'tag: gone later']);
    expect(await copied.rules()).toEqual(await original.rules());
    await original.remove('tag: gone later', 'tag: C');
    await original.files(backend);
    await copied.files(backend);
    expect(await copied.rules()).toEqual(['tag: A', 'tag: B']);
  });

  it('holds mass removals, tells them, and reads that file again', async () => {
    const backend = new MemoryBackend();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put(...ids(100));
    for (const device of [phone, laptop, phone]) await device.files(backend);
    backend.now += 10_000;
    await phone.remove(...ids(90));
    await phone.put('tag: new');
    await phone.files(backend);
    for (let i = 0; i < 2; i++) {
      backend.now += 10_000;
      const report = await laptop.files(backend);
      expect(report.held.map((one) => one.entries.get('rule')!.size)).toEqual([90]);
      expect(await laptop.rules()).toHaveLength(101);
    }
  });

  it('removes the files of a device that was silent for half a year, after merging them', async () => {
    const backend = new MemoryBackend();
    const [old, laptop] = [new TestDevice('old'), new TestDevice('laptop')];
    await old.put('tag: A');
    await old.files(backend);
    const { device } = await old.store.document();
    const filesOfOld = (): number => [...backend.files.keys()].filter((name) => name.includes(device)).length;
    for (const [days, left] of [
      [1, 1],
      [200, 0],
    ] as const) {
      backend.now += days * 86_400_000;
      laptop.clock.now = backend.now;
      await laptop.files(backend);
      expect(filesOfOld()).toBe(left);
    }
    await laptop.files(backend);
    expect(await laptop.rules()).toEqual(['tag: A']);
    await old.put('tag: B');
    await old.files(backend);
    await laptop.files(backend);
    expect(await laptop.rules()).toEqual(['tag: A', 'tag: B']);
  });

  it('tells when the clock is more than a day off the server’s', async () => {
    const backend = new MemoryBackend();
    const phone = new TestDevice('phone', new MemoryArea(), backend.now + 3 * 86_400_000);
    expect((await phone.files(backend)).clockOff).toBe(3 * 86_400_000);
    phone.clock.now = backend.now + 3_600_000;
    expect((await phone.files(backend)).clockOff).toBeNull();
  });

  it('says beforehand what joining would do, and writes nothing', async () => {
    const backend = new MemoryBackend();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put(...ids(30));
    await phone.files(backend);
    await laptop.put('tag: 1', 'tag: x');
    const puts = backend.calls.put;
    expect(await previewFiles({ backend, lock: null, truth: laptop.store, now: () => laptop.clock.now })).toEqual({
      here: 2,
      there: 30,
      together: 31,
      removed: 0,
      devices: 1,
    });
    expect(backend.calls.put).toBe(puts);
    expect(await laptop.rules()).toHaveLength(2);
  });
});

describe('encrypted files', () => {
  it('are read with the same code', async () => {
    const backend = new MemoryBackend();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    await phone.files(backend, await lockFrom(1));
    await laptop.files(backend, await lockFrom(1));
    expect(await laptop.rules()).toEqual(['tag: A']);
  });

  it('are not read with another code, and then nothing is written', async () => {
    const backend = new MemoryBackend();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    await phone.files(backend, await lockFrom(1));
    const puts = backend.calls.put;
    await laptop.put('tag: B');
    for (const lock of [await lockFrom(2), null]) await expect(laptop.files(backend, lock)).rejects.toMatchObject({ code: 'locked' });
    await expect(previewFiles({ backend, lock: null, truth: laptop.store, now: () => 0 })).rejects.toMatchObject({ code: 'locked' });
    expect(backend.calls.put).toBe(puts);
    expect(await laptop.rules()).toEqual(['tag: B']);
  });

  it('under an old code are named until their device has the new one', async () => {
    const backend = new MemoryBackend();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A');
    await phone.files(backend, await lockFrom(1));
    await laptop.files(backend, await lockFrom(1));
    await laptop.put('tag: B');
    backend.now += 10_000;
    await laptop.files(backend, await lockFrom(2));
    await phone.put('tag: C');
    await phone.files(backend, await lockFrom(1)).catch(() => undefined);
    expect((await laptop.files(backend, await lockFrom(2))).locked).toEqual([(await phone.store.document()).device]);
    await phone.files(backend, await lockFrom(2));
    await phone.put('tag: D');
    await phone.files(backend, await lockFrom(2));
    await laptop.files(backend, await lockFrom(2));
    expect(await laptop.rules()).toEqual(['tag: A', 'tag: B', 'tag: C', 'tag: D']);
  });
});
