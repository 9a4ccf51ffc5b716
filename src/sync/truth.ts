import type { Difference } from '../domain/differences';
import type { Author, Document } from '../domain/document';

/**
 * The reader's data on this device, as the background hands it to sync. Stores elsewhere are only mailboxes: all of
 * them may be lost without loss.
 */
export interface Truth {
  document(): Promise<{ document: Document; device: string }>;
  /** Changes the newest document atomically; `make` returns the same object for no change. */
  change(
    make: (document: Document, by: Author) => Document,
    about: { label: string; from?: string[]; copy?: 'always' | 'if-big' },
  ): Promise<{ undo: string; differences: Difference[] }>;
  /** Goes on under a new device id. @param pushed number of the last own edit that others may have seen */
  renameDevice(pushed: number): Promise<string>;
}

/** What this device says of itself to the reader's other devices. */
export interface Self {
  name: string;
  app: string;
}
