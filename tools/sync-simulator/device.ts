import { differences } from '../../src/domain/differences';
import { authorOf, emptyDocument, isAlive, signed, type Document } from '../../src/domain/document';
import { Edit, type Op } from '../../src/storage/operations';
import { browserRound, readBrowserState } from '../../src/sync/browser-round';
import { fileRound } from '../../src/sync/file-round';
import { freshFileState, type FileState } from '../../src/sync/file-state';
import type { Backend } from '../../src/sync/backend';
import type { Truth } from '../../src/sync/truth';
import { Interrupted, type Dice, type Faults } from './faults';
import type { DeviceArea } from './sync-server';

/** What lies on a device's disk: it survives a killed worker, and each write of it is atomic. */
interface Disk {
  document: Document;
  device: string;
  state: string;
}

/** One device with the real merge, the real rounds and a disk that is written between faults. */
export class SimulatedDevice {
  disk: Disk;
  skew = 0;
  faults: Faults | null = null;

  constructor(
    readonly name: string,
    private readonly dice: Dice,
    private readonly clock: { now: number },
  ) {
    this.disk = { document: emptyDocument(), device: `device-${name}`, state: 'null' };
  }

  get now(): number {
    return this.clock.now + this.skew;
  }

  edit(op: Op): void {
    const by = authorOf(this.disk.document, this.disk.device, this.now);
    const edit = new Edit(this.disk.document, by);
    edit.apply(op);
    const next = edit.result();
    if (next !== this.disk.document) this.disk.document = signed(next, by);
  }

  /** Takes another device off the reader's list; nothing happens when it is not known here or is this one. */
  forget(other: SimulatedDevice): void {
    this.edit({ op: 'forget-device', device: other.disk.device });
  }

  alive(): string[] {
    return [...(this.disk.document.entries.get('rule') ?? [])].filter(([, entry]) => isAlive(entry)).map(([id]) => id);
  }

  async syncFiles(backend: Backend): Promise<void> {
    await fileRound({
      backend,
      lock: null,
      truth: this.truth(),
      self: { name: this.name, app: 'simulator' },
      state: (JSON.parse(this.disk.state) as FileState | null) ?? freshFileState(this.disk.device),
      save: (state) => this.write({ state: JSON.stringify(state) }),
      now: () => this.now,
      random: this.random,
    });
  }

  async syncBrowser(area: DeviceArea): Promise<void> {
    await browserRound({
      area,
      truth: this.truth(),
      self: { name: this.name, app: 'simulator' },
      state: readBrowserState(JSON.parse(this.disk.state)),
      random: this.random,
      sizes: { least: 200, most: 600, cut: 4 },
      save: (state) => this.write({ state: JSON.stringify(state) }),
      now: () => this.now,
    });
  }

  private readonly random = (bytes: Uint8Array): void => bytes.forEach((_, i) => (bytes[i] = this.dice.below(256)));

  private truth(): Truth {
    return {
      document: async () => ({ document: this.disk.document, device: this.disk.device }),
      change: async (make) => {
        const before = this.disk.document;
        const document = make(before, authorOf(before, this.disk.device, this.now));
        if (document !== before) await this.write({ document });
        return { undo: '', differences: differences(before, document) };
      },
      renameDevice: async () => {
        throw new Error('no profile was copied here');
      },
    };
  }

  /** An atomic write; the worker may be killed right before or after it. */
  private async write(part: Partial<Disk>): Promise<void> {
    if (this.faults && this.dice.chance(this.faults.kill / 4)) throw new Interrupted();
    this.disk = { ...this.disk, ...part };
    if (this.faults && this.dice.chance(this.faults.kill / 4)) throw new Interrupted();
  }
}
