import { queue } from '../../src/storage/area';
import { Store } from '../../src/storage/store';
import { MemoryArea } from '../storage/memory-area';
import { browserRound, readBrowserState, type BrowserReport } from '../../src/sync/browser-round';
import type { Backend } from '../../src/sync/backend';
import { fileRound, type Report } from '../../src/sync/file-round';
import { freshFileState, type FileState } from '../../src/sync/file-state';
import type { Lock } from '../../src/sync/lock';
import type { SyncArea } from '../../src/sync/sync-quota';
import { seeded } from '../seeded';

/** A device with a real store over an area in memory, that syncs. */
export class TestDevice {
  readonly store: Store;
  readonly clock: { now: number };
  private readonly next: () => number;
  states = new Map<string, string>();

  constructor(
    readonly name: string,
    readonly area = new MemoryArea(),
    now = Date.UTC(2026, 0, 1),
  ) {
    this.clock = { now };
    this.next = seeded([...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7));
    this.store = new Store({ area, now: () => this.clock.now, random: this.random, exclusively: queue() });
  }

  random = (bytes: Uint8Array): void => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = this.next() * 256;
  };

  async put(...ids: string[]): Promise<void> {
    await this.store.edit(ids.map((id) => ({ op: 'put-rule', rule: { id } })));
  }

  async remove(...ids: string[]): Promise<void> {
    await this.store.edit(ids.map((id) => ({ op: 'remove-rule', id })));
  }

  async rules(): Promise<string[]> {
    return (await this.store.load()).rules.map((rule) => rule.id).sort();
  }

  async files(backend: Backend, lock: Lock | null = null): Promise<Report> {
    const { device } = await this.store.document();
    return fileRound({
      backend,
      lock,
      truth: this.store,
      self: { name: this.name, app: 'test' },
      state: (this.state('files') as FileState | null) ?? freshFileState(device),
      save: (state) => this.keep('files', state),
      now: () => this.clock.now,
      random: this.random,
    });
  }

  async browser(area: SyncArea): Promise<BrowserReport> {
    return browserRound({
      area,
      truth: this.store,
      self: { name: this.name, app: 'test' },
      state: readBrowserState(this.state('browser')),
      save: (state) => this.keep('browser', state),
      now: () => this.clock.now,
      random: this.random,
    });
  }

  private state(name: string): unknown {
    return JSON.parse(this.states.get(name) ?? 'null');
  }

  private async keep(name: string, state: unknown): Promise<void> {
    this.states.set(name, JSON.stringify(state));
  }
}
