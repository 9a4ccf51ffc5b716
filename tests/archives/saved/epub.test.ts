// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { openSaved, type Opened } from '../../../src/archives/saved/open';
import { sourceOf } from '../../../src/archives/saved/zip';
import type { Work } from '../../../src/domain/work';
import { book } from '../../fixtures/saved-works/works';
import { zipFile, type Packed } from '../../fixtures/saved-works/zip-file';

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<Opened> {
  for await (const opened of openSaved('a.epub', sourceOf(bytes))) return opened;
  throw new Error('nothing came');
}
const read = async (bytes: Uint8Array<ArrayBuffer>): Promise<Work> => {
  const opened = await open(bytes);
  if (opened.kind !== 'work') throw new Error(opened.kind);
  return opened.work;
};

const container = (path: string): Packed => ({
  path: 'META-INF/container.xml',
  content: `<container><rootfiles><rootfile full-path="${path}"/></rootfiles></container>`,
});
const bookOf = (metadata: string, more: Packed[] = []): Uint8Array<ArrayBuffer> =>
  zipFile([
    container('b.opf'),
    { path: 'b.opf', content: `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest/><spine/></package>` },
    ...more,
  ]);

describe('a book of the archive', () => {
  it('has its tags by kind from the page in front, whatever its classes', async () => {
    const work = await read(book({ relationships: ['Ana/Bo', 'Ana & Bo'], freeforms: ['Slow Burn', 'Hurt/Comfort'] }));
    expect(work).toMatchObject({
      id: '77',
      title: 'Roads',
      creators: [{ name: 'ana', login: 'ana' }],
      ratings: ['mature'],
      warnings: ['none'],
      categories: ['ff'],
      fandoms: ['Gravelight'],
      relationships: ['Ana/Bo', 'Ana & Bo'],
      characters: ['Ana', 'Bo'],
      freeforms: ['Slow Burn', 'Hurt/Comfort'],
      language: 'en',
      languageName: 'English',
      words: 12_345,
      chapters: { posted: 2, planned: 2 },
      complete: true,
      updated: '2021-03-04',
    });
  });

  it('is read by its description where the page in front is missing', async () => {
    expect(
      await read(
        book({ relationships: ['Ana/Bo'], freeforms: ['Hurt/Comfort', 'Underage Drinking'], warning: 'Choose Not To Use Archive Warnings' }, { front: false }),
      ),
    ).toMatchObject({
      id: '77',
      url: 'https://archiveofourown.org/works/77',
      title: 'Roads',
      creators: [
        { name: 'ana', login: null },
        { name: 'bel', login: null },
      ],
      ratings: ['mature'],
      warnings: ['cntw'],
      categories: ['ff'],
      relationships: ['Ana/Bo'],
      characters: ['Ana', 'Bo'],
      freeforms: ['Gravelight', 'Hurt/Comfort', 'Underage Drinking'],
      summary: 'One.\nTwo.',
      language: 'en',
      updated: '2021-03-04',
    });
  });
});

describe('another book', () => {
  it('has its subjects as free tags', async () => {
    expect(
      await read(bookOf('<dc:title>Elsewhere</dc:title><dc:creator>Somebody</dc:creator><dc:subject>Angst</dc:subject><dc:subject>__proto__</dc:subject>')),
    ).toMatchObject({
      title: 'Elsewhere',
      creators: [{ name: 'Somebody' }],
      freeforms: ['Angst', '__proto__'],
    });
    expect(await read(bookOf('<dc:title>T</dc:title><dc:creator>Anonymous</dc:creator>'))).toMatchObject({ creators: [], anonymous: true });
  });

  it('is read also when it is not well-formed', async () => {
    expect(await read(bookOf('<dc:title>A & B</dc:title><dc:creator>X</dc:creator>'))).toMatchObject({ title: 'A & B', creators: [{ name: 'X' }] });
  });

  it('cannot blow itself up with entities', async () => {
    const laughs = Array.from({ length: 30 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
    const metadata = `<!DOCTYPE package [<!ENTITY l0 "ha">${laughs}]><package><metadata><dc:title>&l30;</dc:title></metadata></package>`;
    const opened = await open(zipFile([container('b.opf'), { path: 'b.opf', content: metadata }]));
    expect(opened.kind === 'work' ? (opened.work.title?.length ?? 0) : 0).toBeLessThan(1000);
  });

  it('is damaged without a description, and no work when that says nothing', async () => {
    expect(await open(zipFile([{ path: 'mimetype', content: 'application/epub+zip', stored: true }]))).toMatchObject({ kind: 'problem', problem: 'damaged' });
    expect(await open(zipFile([container('../../b.opf')]))).toMatchObject({ problem: 'damaged' });
    expect(await open(bookOf(''))).toMatchObject({ problem: 'no-work' });
  });
});
