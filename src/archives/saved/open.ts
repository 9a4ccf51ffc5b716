import type { Work } from '../../domain/work';
import { decodeText } from './decode-text';
import { readEpub } from './epub';
import { mayHoldWork } from './names';
import { UnreadableFile, type FileProblem } from './unreadable-file';
import { LARGEST_ENTRY, looksZipped, openZip, sourceOf, type Source, type ZipEntry } from './zip';

/** One file that was given, or one inside of it. */
export type Opened = {
  /** Where it is, for people: names of files inside of files are joined by `/`. */
  path: string;
  /** Bytes of the given file that are behind us. */
  done: number;
} & ({ kind: 'text'; text: string } | { kind: 'work'; work: Work } | { kind: 'problem'; problem: FileProblem });

const LONGEST_PATH = 200;
const MIMETYPE = 'mimetype';

/**
 * Opens a file that was given: a text or page as it is, an e-book, or everything in a ZIP file, which may hold others one
 * level deep. What cannot be read is named and hinders nothing else.
 */
export async function* openSaved(path: string, source: Source, depth = 0): AsyncGenerator<Opened> {
  const here = { path: shown(path), done: source.size };
  try {
    const start = await source.read(0, Math.min(source.size, 4));
    if (!looksZipped(start)) {
      if (source.size > LARGEST_ENTRY) throw new UnreadableFile('too-large');
      yield { ...here, kind: 'text', text: textOf(await source.read(0, source.size)) };
      return;
    }
    const entries = await openZip(source);
    if (isBook(path, entries)) {
      yield { ...here, kind: 'work', work: await readEpub(entries) };
      return;
    }
    if (depth > 1) throw new UnreadableFile('nested');
    yield* openEntries(path, entries, depth);
  } catch (error) {
    yield { ...here, kind: 'problem', problem: problemOf(error) };
  }
}

async function* openEntries(path: string, entries: readonly ZipEntry[], depth: number): AsyncGenerator<Opened> {
  const inside = entries.filter((entry) => mayHoldWork(entry.path));
  if (inside.length === 0) throw new UnreadableFile('nothing-inside');
  let done = 0;
  for (const entry of inside) {
    const name = `${path}/${entry.path}`;
    done += entry.packed;
    try {
      for await (const opened of openSaved(name, sourceOf(await entry.read()), depth + 1)) yield { ...opened, done };
    } catch (error) {
      yield { path: shown(name), done, kind: 'problem', problem: problemOf(error) };
    }
  }
}

const isBook = (path: string, entries: readonly ZipEntry[]): boolean =>
  /\.epub$/i.test(path) || entries[0]?.path === MIMETYPE || entries.some((entry) => entry.path === 'META-INF/container.xml');

/** @throws UnreadableFile for bytes that are no text: pictures, PDF, MOBI */
function textOf(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text.slice(0, 4000).includes('\0') || text.startsWith('%PDF')) throw new UnreadableFile('other-kind');
  return text;
}

/** Anything that goes wrong in a stranger's file is the file's fault: a reader cannot do more than leave it. */
const problemOf = (error: unknown): FileProblem => (error instanceof UnreadableFile ? error.code : 'damaged');

/** Names come from strangers: without characters that turn or hide text, and not endless. */
function shown(path: string): string {
  const plain = path.replace(/[\p{Cc}\p{Cf}]/gu, '');
  return plain.length > LONGEST_PATH ? `…${plain.slice(-LONGEST_PATH)}` : plain;
}
