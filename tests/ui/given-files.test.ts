// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { fromDrop, fromField } from '../../src/ui/options/saved/given-files';

const file = (path: string): FileSystemEntry =>
  ({ isFile: true, isDirectory: false, fullPath: path, file: (take: (file: File) => void) => take(new File(['x'], path)) }) as unknown as FileSystemEntry;

/** A folder that hands out what is in it in portions, as browsers do. */
function folder(path: string, inside: FileSystemEntry[], portion = 2): FileSystemEntry {
  const createReader = () => {
    let at = 0;
    return { readEntries: (take: (some: FileSystemEntry[]) => void) => take(inside.slice(at, (at += portion))) };
  };
  return { isFile: false, isDirectory: true, fullPath: path, createReader } as unknown as FileSystemEntry;
}

const drop = (entries: FileSystemEntry[]): DataTransfer =>
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] }) as unknown as DataTransfer;

describe('files that are given', () => {
  it('are all in a dropped folder, with their places in it', async () => {
    const shelf = folder('/Shelf', [
      file('/Shelf/1.html'),
      folder('/Shelf/deep', [file('/Shelf/deep/2.html')]),
      file('/Shelf/3.html'),
      folder('/Shelf/empty', []),
    ]);
    const given = await fromDrop(drop([file('/single.txt'), shelf]));
    expect(given.map(({ path, single }) => `${path} ${single}`)).toEqual([
      'single.txt true',
      'Shelf/1.html false',
      'Shelf/3.html false',
      'Shelf/deep/2.html false',
    ]);
  });

  it('are left out when they cannot be read, and hinder no other', async () => {
    const gone = { isFile: true, isDirectory: false, fullPath: '/gone.html', file: (_: unknown, fail: () => void) => fail() } as unknown as FileSystemEntry;
    const locked = {
      isFile: false,
      isDirectory: true,
      fullPath: '/locked',
      createReader: () => ({ readEntries: (_: unknown, fail: () => void) => fail() }),
    } as unknown as FileSystemEntry;
    expect((await fromDrop(drop([gone, locked, file('/there.html')]))).map(({ path }) => path)).toEqual(['there.html']);
  });

  it('are what was chosen where the browser knows no folders', async () => {
    const data = { items: [{}], files: [new File(['x'], 'a.html')] } as unknown as DataTransfer;
    expect((await fromDrop(data)).map(({ path }) => path)).toEqual(['a.html']);
    expect(fromField([new File(['x'], 'b.html')])).toMatchObject([{ path: 'b.html', single: true }]);
  });
});
