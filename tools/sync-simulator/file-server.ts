import type { Backend, Listing } from '../../src/sync/backend';
import { SyncError } from '../../src/sync/error';
import { CALM, Interrupted, type Dice, type Faults } from './faults';

type Bytes = Uint8Array<ArrayBuffer>;

/** A server of files that all devices of one run share, with everything that goes wrong on the way to it. */
export class FileServer {
  faults: Faults = CALM;
  now = Date.UTC(2026, 0, 1);
  readonly files = new Map<string, { bytes: Bytes; version: number; modified: number }>();
  /** What went wrong so far, for the report. */
  mishaps = 0;
  private versions = 0;
  private older: Listing[] = [];

  constructor(private readonly dice: Dice) {}

  /** The server as one device reaches it. */
  backend(): Backend {
    return {
      list: () => this.call(() => this.listing()),
      get: (name) => this.call(() => this.read(name)),
      put: (name, bytes) => this.call(() => this.write(name, bytes)),
      delete: (name) => this.call(() => void this.files.delete(name)),
    };
  }

  private async call<T>(effect: () => T): Promise<T> {
    const { dice, faults } = this;
    if (dice.chance(faults.kill / 4)) this.fail(new Interrupted());
    if (dice.chance(faults.error)) this.fail(new SyncError('offline'));
    const result = effect();
    if (dice.chance(faults.lostReply)) this.fail(new SyncError('offline', 'reply lost'));
    if (dice.chance(faults.kill / 4)) this.fail(new Interrupted());
    return result;
  }

  private fail(error: Error): never {
    this.mishaps++;
    throw error;
  }

  private listing(): Listing {
    const files = [...this.files].map(([name, file]) => ({
      name,
      version: this.faults.noVersions ? null : `"${file.version}"`,
      size: file.bytes.length,
      modified: Math.floor(file.modified / 1000) * 1000,
    }));
    this.older = [...this.older.slice(-5), { files, serverTime: this.now }];
    return this.dice.chance(this.faults.staleListing) ? this.dice.one(this.older) : this.older.at(-1)!;
  }

  private read(name: string): Bytes | null {
    const file = this.files.get(name);
    if (file === undefined) return null;
    return this.dice.chance(this.faults.cutDownload) ? file.bytes.slice(0, this.dice.below(file.bytes.length)) : file.bytes.slice();
  }

  private write(name: string, bytes: Bytes): void {
    const cut = this.dice.chance(this.faults.cutUpload);
    const kept = cut ? bytes.slice(0, this.dice.below(bytes.length)) : bytes.slice();
    this.files.set(name, { bytes: kept, version: ++this.versions, modified: this.now });
    if (cut) this.fail(new SyncError('offline', 'upload cut'));
  }
}
