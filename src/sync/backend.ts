type Bytes = Uint8Array<ArrayBuffer>;

/** One file as a store lists it. What a store does not tell is null. */
export interface Listed {
  name: string;
  /** Any text that changes with the contents: an ETag, a revision. */
  version: string | null;
  size: number | null;
  /** Milliseconds since 1970, by the store's clock. */
  modified: number | null;
}

export interface Listing {
  files: Listed[];
  /** The store's clock at the time of the answer, ms since 1970. */
  serverTime: number | null;
}

/**
 * A place that holds files by name: all that sync asks of a store. It sees opaque bytes and does not know what a
 * rule is. Nothing here needs locks or preconditions, because each file has one writer (see docs/sync.md).
 * Every method throws SyncError; nothing may take longer than 25 s, because a worker waiting 30 s is ended.
 */
export interface Backend {
  /** The files in the store's folder; an absent folder is empty, not an error. */
  list(): Promise<Listing>;
  /** The bytes of a file, or null when there is none. They may be damaged or cut: the caller checks. */
  get(name: string): Promise<Bytes | null>;
  /** Writes a file, replacing one of that name; makes the folder when needed. */
  put(name: string, bytes: Bytes): Promise<void>;
  /** Removes a file; it is fine when it was not there. */
  delete(name: string): Promise<void>;
}
