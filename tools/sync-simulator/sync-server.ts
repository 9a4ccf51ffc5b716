import { cost, type SyncArea } from '../../src/sync/sync-quota';
import { CALM, Interrupted, type Dice, type Faults } from './faults';

interface Cell {
  /** `undefined` = deleted. */
  value: string | undefined;
  version: number;
}

/**
 * The browser's own sync as Chromium does it: every device has an area of its own; per key the server's value wins
 * over a local change that had not seen it, and only a deletion on the server loses to a local change.
 */
export class SyncServer {
  faults: Faults = CALM;
  readonly cells = new Map<string, Cell>();
  mishaps = 0;
  private versions = 0;

  constructor(readonly dice: Dice) {}

  area(): DeviceArea {
    return new DeviceArea(this);
  }

  /** One contact of a device's browser with the server, while the extension sleeps. */
  contact(area: DeviceArea): void {
    const all = this.shuffled([...area.pending]);
    const some = this.faults.partialArrival ? all.slice(0, this.dice.below(all.length + 1)) : all;
    for (const key of some) {
      const cell = this.cells.get(key);
      const unseen = (cell?.version ?? 0) > (area.seen.get(key) ?? 0);
      if (unseen && cell!.value !== undefined) this.deliver(area, key);
      else {
        this.cells.set(key, { value: area.data.get(key), version: ++this.versions });
        area.seen.set(key, this.versions);
      }
      area.pending.delete(key);
    }
    const news = this.shuffled([...this.cells.keys()].filter((key) => this.cells.get(key)!.version > (area.seen.get(key) ?? 0) && !area.pending.has(key)));
    for (const key of this.faults.partialArrival ? news.slice(0, this.dice.below(news.length + 1)) : news) this.deliver(area, key);
  }

  private deliver(area: DeviceArea, key: string): void {
    const cell = this.cells.get(key)!;
    if (cell.value === undefined) area.data.delete(key);
    else area.data.set(key, cell.value);
    area.seen.set(key, cell.version);
  }

  private shuffled(keys: string[]): string[] {
    for (let i = keys.length - 1; i > 0; i--) {
      const j = this.dice.below(i + 1);
      [keys[i], keys[j]] = [keys[j]!, keys[i]!];
    }
    return keys;
  }
}

/** `storage.sync` on one device. */
export class DeviceArea implements SyncArea {
  readonly data = new Map<string, string>();
  readonly pending = new Set<string>();
  readonly seen = new Map<string, number>();

  constructor(private readonly server: SyncServer) {}

  async get(): Promise<Record<string, unknown>> {
    this.mayFail();
    return Object.fromEntries([...this.data].map(([key, value]) => [key, JSON.parse(value) as unknown]));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    this.mayFail();
    const next = new Map(this.data);
    for (const [key, value] of Object.entries(items)) next.set(key, JSON.stringify(value));
    if ([...next].reduce((sum, [key, value]) => sum + cost(key, JSON.parse(value)), 0) > 102_400) throw new Error('quota exceeded');
    for (const [key, value] of Object.entries(items)) {
      this.data.set(key, JSON.stringify(value));
      this.pending.add(key);
    }
    this.mayFail();
  }

  async remove(keys: string[]): Promise<void> {
    this.mayFail();
    for (const key of keys) {
      if (this.data.delete(key)) this.pending.add(key);
    }
    this.mayFail();
  }

  private mayFail(): void {
    const { dice, faults } = this.server;
    if (!dice.chance((faults.kill + faults.error) / 4)) return;
    this.server.mishaps++;
    throw new Interrupted();
  }
}
