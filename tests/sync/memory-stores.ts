import type { Backend, Listing } from '../../src/sync/backend';
import type { Keyring } from '../../src/sync/keyring';
import { cost, type SyncArea } from '../../src/sync/sync-quota';

type Bytes = Uint8Array<ArrayBuffer>;

/** A store of files in memory with a clock of its own, ETags or none. */
export class MemoryBackend implements Backend {
  files = new Map<string, { bytes: Bytes; version: number; modified: number }>();
  now = Date.UTC(2026, 0, 1);
  etags = true;
  calls = { list: 0, get: 0, put: 0, delete: 0 };
  private versions = 0;

  async list(): Promise<Listing> {
    this.calls.list++;
    const files = [...this.files].map(([name, { bytes, version, modified }]) => ({
      name,
      version: this.etags ? `"${version}"` : null,
      size: bytes.length,
      modified,
    }));
    return { files, serverTime: this.now };
  }

  async get(name: string): Promise<Bytes | null> {
    this.calls.get++;
    const file = this.files.get(name);
    return file ? file.bytes.slice() : null;
  }

  async put(name: string, bytes: Bytes): Promise<void> {
    this.calls.put++;
    this.files.set(name, { bytes: bytes.slice(), version: ++this.versions, modified: this.now });
  }

  async delete(name: string): Promise<void> {
    this.calls.delete++;
    this.files.delete(name);
  }
}

/** `storage.sync` in memory: values are copied, quotas are those of Chromium, a refused `set` changes nothing. */
export class MemorySync implements SyncArea {
  data = new Map<string, string>();
  writes = 0;

  async get(): Promise<Record<string, unknown>> {
    return Object.fromEntries([...this.data].map(([key, value]) => [key, JSON.parse(value) as unknown]));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    this.writes++;
    const next = new Map(this.data);
    for (const [key, value] of Object.entries(items)) {
      next.set(key, JSON.stringify(value));
      if (cost(key, value) > 8192 + 4) throw new Error('Resource::kQuotaBytesPerItem quota exceeded');
    }
    if (next.size > 512) throw new Error('Resource::kMaxItems quota exceeded');
    if ([...next].reduce((sum, [key, value]) => sum + cost(key, JSON.parse(value)), 0) > 102_400) throw new Error('Resource::kQuotaBytes quota exceeded');
    this.data = next;
  }

  async remove(keys: string[]): Promise<void> {
    this.writes++;
    for (const key of keys) this.data.delete(key);
  }
}

/** Keys of passphrases in memory. */
export class MemoryKeyring implements Keyring {
  readonly keys = new Map<string, CryptoKey>();
  load = async (name: string): Promise<CryptoKey | null> => this.keys.get(name) ?? null;
  save = async (name: string, key: CryptoKey): Promise<void> => void this.keys.set(name, key);
  forget = async (name: string): Promise<void> => void this.keys.delete(name);
}
