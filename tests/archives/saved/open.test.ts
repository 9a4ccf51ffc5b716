// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSaved, type Opened } from '../../../src/archives/saved/open';
import { mayHoldWork } from '../../../src/archives/saved/names';
import { sourceOf } from '../../../src/archives/saved/zip';
import { book, copiedText, downloadedHtml } from '../../fixtures/saved-works/works';
import { zipFile, type Packed } from '../../fixtures/saved-works/zip-file';

async function open(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Opened[]> {
  const all: Opened[] = [];
  for await (const opened of openSaved(path, sourceOf(bytes))) all.push(opened);
  return all;
}
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

/** What came out, in one word each. */
const outcomes = (opened: Opened[]): string[] => opened.map((one) => `${one.path}: ${one.kind === 'problem' ? one.problem : one.kind}`);

describe('a file that is given', () => {
  it('is text as it is, in the encodings that programs write', async () => {
    expect(await open('a.txt', bytesOf('Wörter'))).toMatchObject([{ kind: 'text', text: 'Wörter' }]);
    expect(await open('a.txt', new Uint8Array([0xff, 0xfe, 0x57, 0, 0xf6, 0]))).toMatchObject([{ text: 'Wö' }]);
    expect(await open('a.txt', new Uint8Array([0xfe, 0xff, 0, 0x57, 0, 0xf6]))).toMatchObject([{ text: 'Wö' }]);
    expect(await open('a.txt', new Uint8Array([0x57, 0xf6]))).toMatchObject([{ text: 'Wö' }]);
    expect(await open('empty.txt', new Uint8Array())).toMatchObject([{ text: '' }]);
  });

  it('is not read when it is a picture, a PDF or another kind of book', async () => {
    expect(outcomes(await open('a.pdf', bytesOf('%PDF-1.7 …')))).toEqual(['a.pdf: other-kind']);
    expect(outcomes(await open('a.mobi', bytesOf('Roads\0\0\0BOOKMOBI')))).toEqual(['a.mobi: other-kind']);
  });

  it('is never read when it is larger than a work', async () => {
    const read = async (): Promise<Uint8Array<ArrayBuffer>> => bytesOf('text');
    const all: Opened[] = [];
    for await (const opened of openSaved('huge.html', { size: 3_000_000_000, read })) all.push(opened);
    expect(outcomes(all)).toEqual(['huge.html: too-large']);
  });

  it('is shown by a name that neither hides nor goes on forever', async () => {
    const [first] = await open(`bad\u202Egpj\u0007${'x'.repeat(900)}.txt`, bytesOf(''));
    expect(first?.path.length).toBeLessThanOrEqual(201);
    expect(first?.path).toMatch(/^…x+\.txt$/);
    expect(outcomes(await open('a\u202Eb.txt', bytesOf('')))).toEqual(['ab.txt: text']);
  });
});

describe('a ZIP file', () => {
  it('gives every file in it that may hold a work, and tells how far it is', async () => {
    const bytes = zipFile(
      [
        { path: 'works/', content: '', stored: true },
        { path: 'works/one.html', content: downloadedHtml() },
        { path: 'works/cover.png', content: 'x' },
        { path: 'two.txt', content: copiedText('single'), stored: true },
        { path: 'Page_files/frame.html', content: '<p>beside</p>' },
        { path: 'three.epub', content: book() },
      ],
      'a comment',
    );
    const opened = await open('all.zip', bytes);
    expect(outcomes(opened)).toEqual(['all.zip/works/one.html: text', 'all.zip/two.txt: text', 'all.zip/three.epub: work']);
    const done = opened.map((one) => one.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBeLessThanOrEqual(bytes.length);
  });

  it('may hold other ZIP files, but those no more', async () => {
    const inner = zipFile([
      { path: 'a.txt', content: 'a' },
      { path: 'deep.zip', content: zipFile([{ path: 'b.txt', content: 'b' }]) },
      { path: 'c.epub', content: book() },
    ]);
    expect(
      outcomes(
        await open(
          'o.zip',
          zipFile([
            { path: 'i.zip', content: inner },
            { path: 'd.txt', content: 'd' },
          ]),
        ),
      ),
    ).toEqual(['o.zip/i.zip/a.txt: text', 'o.zip/i.zip/deep.zip: nested', 'o.zip/i.zip/c.epub: work', 'o.zip/d.txt: text']);
  });

  it('does not unpack what would become far larger than works are', async () => {
    const zeros = 'no '.repeat(4_000_000);
    expect(
      outcomes(
        await open(
          'a.zip',
          zipFile([
            { path: 'bomb.html', content: zeros },
            { path: 'fine.txt', content: 'ok' },
          ]),
        ),
      ),
    ).toEqual(['a.zip/bomb.html: bomb', 'a.zip/fine.txt: text']);
    expect(outcomes(await open('a.zip', zipFile([{ path: 'huge.html', content: 'x', size: 900_000_000 }])))).toEqual(['a.zip/huge.html: too-large']);
  });

  it('does not unpack more than an entry states', async () => {
    expect(outcomes(await open('a.zip', zipFile([{ path: 'liar.html', content: 'no '.repeat(4_000_000), size: 1000 }])))).toEqual(['a.zip/liar.html: damaged']);
  });

  it('is refused when its entries share their bytes', async () => {
    const one = zipFile([{ path: 'a.txt', content: 'a'.repeat(300), stored: true }]);
    const listAt = new DataView(one.buffer).getUint32(one.length - 6, true);
    const list = Buffer.from(one.subarray(listAt, one.length - 22));
    const end = Buffer.from(one.subarray(one.length - 22));
    end.writeUInt16LE(3, 10);
    end.writeUInt32LE(list.length * 3, 12);
    const shared = new Uint8Array(Buffer.concat([one.subarray(0, listAt), list, list, list, end]));
    expect(outcomes(await open('a.zip', shared))).toEqual(['a.zip: bomb']);
  });

  it('names what needs a password, and what holds no work', async () => {
    expect(outcomes(await open('a.zip', zipFile([{ path: 'a.html', content: 'x', locked: true }])))).toEqual(['a.zip/a.html: locked']);
    expect(outcomes(await open('a.zip', zipFile([{ path: 'a.png', content: 'x' }])))).toEqual(['a.zip: nothing-inside']);
    expect(outcomes(await open('a.zip', zipFile([])))).toEqual(['a.zip: nothing-inside']);
    expect(outcomes(await open('a.zip', bytesOf('PK\u0003\u0004 and then nothing')))).toEqual(['a.zip: damaged']);
  });

  it('is harmless whatever its bytes and names are', async () => {
    const hostile: Packed[] = [
      { path: '../../etc/passwd.txt', content: 'a' },
      { path: '/absolute.html', content: 'b' },
      { path: '__proto__.txt', content: 'c' },
      { path: 'constructor/x.epub', content: 'no book' },
    ];
    const whole = zipFile(hostile);
    expect(outcomes(await open('a.zip', whole))).toEqual([
      'a.zip/../../etc/passwd.txt: text',
      'a.zip//absolute.html: text',
      'a.zip/__proto__.txt: text',
      'a.zip/constructor/x.epub: text',
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          const opened = await open('a.zip', bytes.subarray(0, length));
          expect(opened.length).toBeGreaterThan(0);
          expect(opened.length).toBeLessThanOrEqual(hostile.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('in a folder', () => {
  it.each(['a.html', 'x/b.HTM', 'c.xhtml', 'd.txt', 'e.epub', 'f.ZIP'])('%s is worth opening', (path) => expect(mayHoldWork(path)).toBe(true));
  it.each(['a.png', 'html', '.DS_Store', 'Page_files/a.html', '__MACOSX/._a.html', 'a.pdf'])('%s is not', (path) => expect(mayHoldWork(path)).toBe(false));
});
