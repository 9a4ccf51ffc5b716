import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type Document } from '../../src/domain/document';
import { fromBase91, toBase91 } from '../../src/sync/base91';
import { documentToText, readEntries, sortedEntries, textToDocument } from '../../src/sync/body';
import { fromChunk, toChunks } from '../../src/sync/chunks';
import { newCode, printCode, readCode } from '../../src/sync/code';
import { join } from '../../src/sync/join';
import { cost } from '../../src/sync/sync-quota';
import { anyDocument, canonical } from './documents';
import { seeded } from '../seeded';
import { ruleIds } from './tag-names';

const bytes = fc.uint8Array({ maxLength: 60 }).map((array) => new Uint8Array(array));

const rules = (ids: string[]): Document => ({ ...emptyDocument(), entries: new Map([['rule', new Map(ids.map((id) => [id, { cl: 1 }]))]]) });

describe('a document as text', () => {
  it('is read back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const back = textToDocument(documentToText(document));
        return back.bad.length === 0 && canonical(back.document) === canonical(document);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is the same text on every device that has the same', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (a, b) => documentToText(join(a, b)) === documentToText(join(b, a))),
      { numRuns: 20_000 },
    );
  });

  it('is read around anything that is none: what stands before the damage is there as it was', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.string({ maxLength: 3 }), (document, at, noise) => {
        const text = documentToText(document);
        const first = text.indexOf('\n') + 1;
        const cut = first + (at % (text.length - first + 1));
        const { document: back } = textToDocument(text.slice(0, cut) + noise + text.slice(cut));
        const before = textToDocument(text.slice(0, text.lastIndexOf('\n', cut - 1) + 1)).document;
        return canonical(join(back, before)) === canonical(back);
      }),
      { numRuns: 20_000 },
    );
  });

  it('keeps what only concerns one device out', () => {
    const own: Document = { ...emptyDocument(), entries: new Map([['rule', new Map([['x', { cl: 1, mine: 7, base: { note: 5 } }]])]]) };
    expect(documentToText(own)).toBe('{"devices":[],"floor":0}\n=rule\nx');
  });

  it('that claims to know this device better than itself is not believed', () => {
    expect(readEntries(['=rule\nx\t\t\t\t5\ny']).bad).toHaveLength(1);
    expect([...readEntries(['=rule\nx\t\t\t\t5\ny']).entries.get('rule')!.keys()]).toEqual(['y']);
  });

  it.each(['', 'null', '[]', '{}', '{"devices":[],"floor":-1}', '{"devices":{},"floor":0}', '<html>', '{"floor":1'])('is not %j', (text) => {
    expect(() => textToDocument(text)).toThrow(SyntaxError);
  });

  it('leaves out devices that are none and keeps what later versions say about a device', () => {
    const text = '{"devices":[["abcd",{"seq":1,"day":2,"name":"n","app":"a","later":[1]}],["a/b",{"seq":1,"day":1,"name":"","app":""}],7],"floor":4}';
    const { document } = textToDocument(text);
    expect([...document.devices]).toEqual([['abcd', { seq: 1, day: 2, name: 'n', app: 'a', later: [1] }]]);
    expect(document.floor).toBe(4);
  });
});

describe('base 91', () => {
  it('gives back any bytes, in characters that cost one byte each', () => {
    fc.assert(
      fc.property(bytes, (array) => {
        const text = toBase91(array);
        return cost('', text) === text.length + 2 + 4 && Buffer.from(fromBase91(text)).equals(Buffer.from(array));
      }),
      { numRuns: 20_000 },
    );
  });

  it('refuses what it did not make, or gives other bytes, but never hangs or returns garbage of another length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        try {
          return fromBase91(text).length <= text.length;
        } catch (error) {
          return error instanceof SyntaxError;
        }
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('chunks', () => {
  it('hold everything, each within the limit of one item', async () => {
    const document = rules(ruleIds(3000));
    const { chunks, tooLong } = await toChunks(sortedEntries(document));
    expect(tooLong).toBe(0);
    for (const chunk of chunks) expect(chunk.value.length).toBeLessThanOrEqual(8100);
    const texts = await Promise.all(chunks.map(fromChunk));
    expect(canonical({ ...emptyDocument(), entries: readEntries(texts).entries })).toBe(canonical(document));
  });

  it('are the same on two devices that agree, and one more rule changes one or two of them', async () => {
    const ids = ruleIds(3000);
    const before = await toChunks(sortedEntries(rules(ids)));
    const shuffled = await toChunks(sortedEntries(rules([...ids].reverse())));
    expect(shuffled.chunks).toEqual(before.chunks);
    const known = new Set(before.chunks.map((one) => one.id));
    let written = 0;
    const added = ruleIds(3060, 2).slice(-60);
    for (const id of added) written += (await toChunks(sortedEntries(rules([...ids, id])))).chunks.filter((one) => !known.has(one.id)).length;
    expect(written / added.length).toBeLessThan(1.7);
  });

  it('leave out an entry that fits into no item, and say so', async () => {
    const random = seeded(1);
    const noise = Array.from({ length: 12_000 }, () => String.fromCharCode(97 + random() * 26)).join('');
    const { chunks, tooLong } = await toChunks(sortedEntries(rules(['a', noise, 'z'])));
    expect(tooLong).toBe(1);
    expect([
      ...readEntries(await Promise.all(chunks.map(fromChunk)))
        .entries.get('rule')!
        .keys(),
    ]).toEqual(['a', 'z']);
  });

  it('that are not what their name says are refused', async () => {
    const [chunk] = (await toChunks(sortedEntries(rules(['a', 'b'])))).chunks;
    await expect(fromChunk({ ...chunk!, id: 'AAAAAAAAAA' })).rejects.toMatchObject({ code: 'damaged' });
    await expect(fromChunk({ ...chunk!, value: chunk!.value.slice(0, -2) })).rejects.toMatchObject({ code: 'damaged' });
    await expect(fromChunk({ ...chunk!, value: '' })).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('the sync code', () => {
  const zeros = new Uint8Array(16);

  it('is 28 characters in groups, and can be typed sloppily', async () => {
    const code = await newCode((array) => array.set([1, 2, 3, 250, 251, 252, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    const read = await readCode(code);
    expect([...read!]).toEqual([1, 2, 3, 250, 251, 252, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(await readCode(` ${code.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l')} `)).toEqual(read);
    expect(await readCode(code.replace(/-/g, '–'))).toEqual(read);
  });

  it('notices a mistyped character and a swap', async () => {
    const code = await printCode(zeros.map((_, i) => i * 13));
    let noticed = 0;
    for (let i = 0; i < code.length; i++) {
      if (code[i] === '-') continue;
      if ((await readCode(code.slice(0, i) + (code[i] === '7' ? '8' : '7') + code.slice(i + 1))) === null) noticed++;
    }
    expect(noticed).toBeGreaterThanOrEqual(27);
    expect(await readCode('')).toBeNull();
    expect(await readCode(`${code}A`)).toBeNull();
  });

  it('has not changed its form', async () => {
    expect(await printCode(zeros)).toBe('0000-0000-0000-0000-0000-0000-00VM');
  });
});
