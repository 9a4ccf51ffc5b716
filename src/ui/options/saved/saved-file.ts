import { createContext } from 'preact';
import type { SavedPage } from '../tester/saved-page';

/** One file, of those that were given or inside of one. */
export interface SavedFile {
  path: string;
  /** Bytes of the given file that are behind us. */
  done: number;
  /** Null when it holds no work that can be read; `problem` then says why, as a code. */
  page: SavedPage | null;
  problem: FileProblem | null;
}

/** What keeps a file from being read; the archives' room has the same codes, and the entry point joins them. */
export type FileProblem = 'damaged' | 'too-large' | 'bomb' | 'locked' | 'nested' | 'nothing-inside' | 'other-kind' | 'no-work';

/** How the section opens files; the entry point hands it in, since this room never meets the archives. */
export interface SavedFiles {
  /** Reads all works of one file; never throws for what is in it. */
  open(file: File, path: string): AsyncIterable<SavedFile>;
  /** Whether a file in a folder is worth opening. */
  mayHoldWork(path: string): boolean;
}

export const SavedFilesContext = createContext<SavedFiles>({ open: async function* () {}, mayHoldWork: () => false });
