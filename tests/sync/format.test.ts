import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import golden from './fixtures/format-v1.json';
import { browserRound, readBrowserState } from '../../src/sync/browser-round';
import { documentToText, textToDocument } from '../../src/sync/body';
import { pack, unpack } from '../../src/sync/envelope';
import { SyncError } from '../../src/sync/error';
import { Lock, secretFromCode, secretFromPassphrase } from '../../src/sync/lock';
import { TestDevice } from './device';
import { canonical } from './documents';
import { MemorySync } from './memory-stores';

/*
 * Bytes of format 1 as they were first written. They must be readable for ever: never change the fixture; a later
 * format gets its own beside it.
 */

const bytes = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64, 'base64'));
const expected = canonical(textToDocument(golden.text).document);

describe('format 1', () => {
  it('holds what it held, and is written as it was', () => {
    const { document, bad } = textToDocument(golden.text);
    expect(bad).toEqual([]);
    expect(documentToText(document)).toBe(golden.text);
    expect([...document.entries.keys()].sort()).toEqual(['kind of a later version', 'line', 'list', 'rule', 'setting']);
    expect([...document.entries.get('rule')!.keys()].sort()).toEqual([
      '=odd',
      '__proto__',
      'freeform: "Fluff"',
      'relationship: "Snape/Lily"',
      'removed',
      'tag: "tab\tand \\ newline\n"',
    ]);
    expect(document.entries.get('rule')!.get('relationship: "Snape/Lily"')).toMatchObject({
      cl: 3,
      f: { note: [1767225600000, 'AAAAAAAAAAA', 'why\nnot — ✓'], action: [0, '', 'hide'] },
    });
    expect(document.entries.get('rule')!.get('removed')).toEqual({ cl: 2, gone: [20454, 'AAAAAAAAAAA', 'AAAAAAAAAAA:4;BBBBBBBBBBB:17'] });
    expect(document.devices.get('BBBBBBBBBBB')).toEqual({ seq: 17, day: 20453, name: 'Laptop', app: 'Chrome 156, 1.0.0', later: { a: 1 } });
    expect(document.floor).toBe(40);
  });

  it('is read from a plain file, one under a sync code, and one under a passphrase', async () => {
    const locks = [null, new Lock(await secretFromCode(bytes(golden.code.secret))), new Lock(await secretFromPassphrase(golden.passphrase.secret))];
    const files = [golden.plain, golden.code.file, golden.passphrase.file].map(bytes);
    for (const [i, file] of files.entries()) {
      const { header, document, bad } = await unpack(file, locks[i]!);
      expect(header).toMatchObject({ dev: 'AAAAAAAAAAA', seq: 4, day: 20454, nonce: 'bm9uY2Ux' });
      expect(bad).toEqual([]);
      expect(canonical(document)).toBe(expected);
    }
  });

  it('is read from the browser’s sync area', async () => {
    const area = new MemorySync();
    await area.set(golden.area);
    const device = new TestDevice('reader');
    const report = await browserRound({
      area,
      truth: device.store,
      self: { name: 'reader', app: '' },
      state: readBrowserState(null),
      save: async () => undefined,
      now: () => device.clock.now,
      random: device.random,
    });
    expect(report).toMatchObject({ damaged: [], badEntries: 0, arriving: [] });
    expect((await device.rules()).length).toBe(5);
    expect((await device.store.load()).settings.get('reveal')).toBe('list');
  });
});

describe('a file', () => {
  const lock = async (byte: number): Promise<Lock> => new Lock(await secretFromCode(new Uint8Array(16).fill(byte)));
  const author = { dev: 'AAAAAAAAAAA', seq: 4, day: 20454, nonce: 'n' };
  const { document } = textToDocument(golden.text);

  it('cut anywhere, or with any byte changed, is refused and nothing else', async () => {
    const code = await lock(1);
    const files = [await pack(document, author, null, ''), await pack(document, author, code, code.newSalt())];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (file, at, change, cut) => {
        const altered = cut ? file.slice(0, at % file.length) : file.slice();
        if (!cut) altered[at % file.length]! ^= change;
        try {
          const read = await unpack(altered, code);
          // Without encryption nothing guards the header's own words, which decide about nothing.
          return canonical(read.document) === canonical(document);
        } catch (error) {
          return error instanceof SyncError;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('that is anything at all is refused as not ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (noise) => {
        const error: unknown = await unpack(new Uint8Array(noise), null).catch((reason: unknown) => reason);
        return error instanceof SyncError && error.code === 'not-ours';
      }),
      { numRuns: 3000 },
    );
  });

  it('can’t pass for another device’s: its header is sealed', async () => {
    const code = await lock(1);
    const file = Buffer.from(await pack(document, author, code, code.newSalt()));
    const forged = Buffer.from(file.toString('latin1').replace('AAAAAAAAAAA', 'BBBBBBBBBBB').replace('"seq":4', '"seq":9'), 'latin1');
    await expect(unpack(new Uint8Array(forged), code)).rejects.toMatchObject({ code: 'locked' });
  });

  it('tells only what its header says, and never the same bytes twice', async () => {
    const code = await lock(1);
    const [one, two] = [await pack(document, author, code, 'AAAA'), await pack(document, author, code, 'AAAA')];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
    const text = Buffer.from(one).toString('latin1');
    for (const word of ['Fluff', 'Snape', 'squicks', 'Phone', 'Firefox']) expect(text).not.toContain(word);
    expect(Object.keys(JSON.parse(/\{.*\}/.exec(text)![0]) as object).sort()).toEqual(['day', 'dev', 'len', 'lock', 'nonce', 'seq']);
  });

  it('that asks for absurd work before it can be opened is refused', async () => {
    const header = { dev: 'AAAAAAAAAAA', seq: 1, day: 1, nonce: '', len: 1, lock: { kdf: 'PBKDF2-SHA-256', rounds: 4_000_000_000, salt: 'AAAA', iv: 'AAAA' } };
    const file = new TextEncoder().encode(`FOLDAWAY1 ${JSON.stringify(header)}\nx`);
    await expect(unpack(file, new Lock(await secretFromPassphrase('a long passphrase')))).rejects.toMatchObject({ code: 'damaged' });
  });

  it('that would fill the memory when inflated is refused', async () => {
    const bomb = await pack({ ...document, entries: new Map([['rule', new Map([['x'.repeat(70_000_000), { cl: 1 }]])]]) }, author, null, '');
    expect(bomb.length).toBeLessThan(200_000);
    await expect(unpack(bomb, null)).rejects.toMatchObject({ code: 'damaged' });
  });
});
