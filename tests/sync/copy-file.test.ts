import { describe, expect, it } from 'vitest';
import { unpack } from '../../src/sync/envelope';
import { TestDevice } from './device';
import { FetchServer, syncOf } from './fetch-server';

describe('a file', () => {
  it('holds everything, merges with a preview, and can be undone', async () => {
    const server = new FetchServer();
    const [phone, laptop] = [new TestDevice('phone'), new TestDevice('laptop')];
    await phone.put('tag: A', 'tag: B');
    const file = await syncOf(phone, server).exportFile(null);
    const sync = syncOf(laptop, server);
    await laptop.put('tag: C');
    expect(await sync.previewFile(file, null)).toMatchObject({ here: 1, there: 2, together: 3, backAgain: 0 });
    const { undo, changes } = await sync.importFile(file, null, false);
    expect(changes).toBe(2);
    expect(await laptop.rules()).toEqual(['tag: A', 'tag: B', 'tag: C']);
    expect((await laptop.store.copies())[0]).toMatchObject({ reason: 'import', rules: 1 });
    await laptop.store.undo(undo);
    expect(await laptop.rules()).toEqual(['tag: C']);
    expect((await unpack(file, null)).document.devices.size).toBe(0);
  });

  it('brings back what was removed since, when asked', async () => {
    const phone = new TestDevice('phone');
    const sync = syncOf(phone, new FetchServer());
    await phone.put('tag: A', 'tag: B');
    const file = await sync.exportFile(null);
    await phone.remove('tag: A');
    expect(await sync.previewFile(file, null)).toMatchObject({ backAgain: 1 });
    await sync.importFile(file, null, false);
    expect(await phone.rules()).toEqual(['tag: B']);
    await sync.importFile(file, null, true);
    expect(await phone.rules()).toEqual(['tag: A', 'tag: B']);
  });

  it('with a passphrase opens with that one only', async () => {
    const phone = new TestDevice('phone');
    const sync = syncOf(phone, new FetchServer());
    await phone.put('tag: "Very Private"');
    const file = await sync.exportFile('open sesame please');
    expect(new TextDecoder('latin1').decode(file)).not.toContain('Private');
    for (const wrong of [null, 'open sesame']) await expect(sync.previewFile(file, wrong)).rejects.toMatchObject({ code: 'locked' });
    expect(await sync.previewFile(file, 'open sesame please')).toMatchObject({ there: 1 });
    await expect(sync.previewFile(new TextEncoder().encode('{}'), null)).rejects.toMatchObject({ code: 'not-ours' });
  });
});
