import { isForgotten } from '../domain/devices';
import { dayOf } from '../domain/document';
import type { Conflict, DeviceStatus, FilePreview, Preview, SyncStatus } from '../domain/sync-status';
import { exportFile, importFile, previewFile } from './copy-file';
import { SyncError } from './error';
import { join } from './join';
import { readKept, storePart, type Kept } from './kept';
import { failed, isDue } from './link';
import { Lock, secretFromPassphrase } from './lock';
import { keep as keepAll } from './receive';
import { round } from './rounds';
import type { SecretChoice } from './secret';
import { isPublic, printSetup } from './setup';
import { conflictKey, heldEntries, standingOf, statusOf, type Standing } from './status';
import type { Anew, Store, StoreChoice, StoreDeps } from './store';
import { storeOf, stores } from './stores/index';
import type { Self } from './truth';

export { SyncError } from './error';
export { readSetup } from './setup';
export { browserKeyring } from './keyring';
export type { SecretChoice } from './secret';
export type { Standing } from './status';
export type { Anew, StoreChoice } from './store';
export type { Truth } from './truth';

/** All that sync needs from outside; tests replace everything. */
export interface SyncDeps extends StoreDeps {
  /** Where sync keeps what belongs to this device only; one atomic value. */
  keep: { load(): Promise<unknown>; save(value: unknown): Promise<void> };
  /** Browser and version, "Firefox 142, 1.0.0", and a name for this device until the reader gives one. */
  self(): Promise<Self>;
}

/** Carries the reader's data between devices. Local data is never touched by a round that fails. */
export class Sync {
  private kept: Promise<Kept> | null = null;
  private readonly running = new Set<string>();
  private readonly listeners: ((standing: Standing) => void)[] = [];
  private said = '';
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: SyncDeps) {}

  /** Tells `listener` how sync stands, now and whenever that changes. */
  onStanding(listener: (standing: Standing) => void): void {
    this.listeners.push(listener);
    // Where it can't be read now, it is told with the next change.
    void this.load().then(
      (kept) => listener(standingOf(kept)),
      () => undefined,
    );
  }

  async status(): Promise<SyncStatus> {
    const { document } = await this.deps.truth.document();
    return statusOf(await this.load(), document, this.running, this.deps.now());
  }

  /** Every store there is, as data from which its form is drawn. */
  offers(): Store['offer'][] {
    return stores.map(({ offer }) => offer);
  }

  /** What connecting would do; nothing is written anywhere. @throws SyncError */
  async preview(choice: StoreChoice): Promise<Preview> {
    return storeOf(choice.store).preview(choice, this.deps, null);
  }

  /**
   * Connects a store and runs the first round.
   * @param anew go on under the code of the choice although that of what is there is lost
   * @returns the sync code when there is one, to be shown for the next device
   * @throws SyncError when the store can't be reached or read; nothing is connected then
   */
  async connect(choice: StoreChoice, anew: Anew | null = null): Promise<{ code: string | null }> {
    return this.inTurn(() => this.connectNow(choice, anew));
  }

  /**
   * Another code, passphrase or none for a store that is connected.
   * @param anew see `connect`
   * @throws SyncError `locked` when what is there opens with none of it; the former one holds then
   */
  async changeSecret(id: string, secret: SecretChoice, anew: Anew | null = null): Promise<{ code: string | null }> {
    return this.inTurn(async () => {
      const store = storeOf(id);
      const part = (await this.load()).stores[id];
      if (part === undefined) throw new SyncError('not-ours', 'not connected');
      return this.connectNow({ store: id, address: store.entered(part).address, secret }, anew);
    });
  }

  /**
   * Disconnects a store; the rules here stay.
   * @param deleteCopy also remove this device's copy from the store; the copies of other devices stay
   */
  async disconnect(id: string, deleteCopy = false): Promise<void> {
    await this.inTurn(async () => {
      const store = storeOf(id);
      const kept = await this.load();
      const part = kept.stores[id];
      if (part === undefined) return;
      if (deleteCopy) await store.deleteCopy(part, this.deps);
      kept.left[id] = await store.disconnect(part, this.deps);
      delete kept.stores[id];
      await this.save();
    });
  }

  /** A round with every connected store, now. Failures are in the status. */
  async syncNow(): Promise<SyncStatus> {
    await this.inTurn(async () => {
      for (const store of stores) await this.round(store);
    });
    return this.status();
  }

  /** A round with every store whose time has come; called by alarms, at start-up and some seconds after an edit. */
  async tick(edited = false): Promise<void> {
    await this.inTurn(async () => {
      const kept = await this.load();
      for (const store of stores) {
        const link = kept.stores[store.id]?.link;
        if (!link || link.nextTry === null) continue;
        if (isDue(link, this.deps.now()) || (edited && link.error === null)) await this.round(store);
      }
    });
  }

  /** Something arrived in the browser's own sync area; also called for this device's own writes, which then find nothing to do. */
  async arrived(): Promise<void> {
    await this.inTurn(async () => {
      for (const store of stores) if (store.ownOfBrowser) await this.round(store);
    });
  }

  /** The reader's devices, the last seen first. */
  async devices(): Promise<DeviceStatus[]> {
    const { document, device } = await this.deps.truth.document();
    return [...document.devices]
      .filter(([id, one]) => id === device || !isForgotten(document, id, one))
      .map(([id, one]) => ({ id, name: one.name, app: one.app, day: one.day, rules: one.rules ?? 0, own: id === device }))
      .sort((a, b) => b.day - a.day);
  }

  /** Names this device, for the reader's other devices. */
  async rename(name: string): Promise<void> {
    await this.inTurn(async () => {
      (await this.load()).name = name.slice(0, 100);
      await this.save();
    });
  }

  /** Answers removals that wait: removes the rules here too, or keeps them here and everywhere. */
  async answerHeld(device: string, answer: 'remove' | 'keep'): Promise<{ undo: string }> {
    return this.inTurn(async () => {
      const kept = await this.load();
      const entries = heldEntries(Object.hasOwn(kept.held, device) ? kept.held[device]! : '');
      const { undo } = await this.deps.truth.change(
        (document, by) => (answer === 'keep' ? keepAll(document, entries, by) : join(document, { ...document, entries })),
        { label: 'merge', from: [device], copy: 'always' },
      );
      delete kept.held[device];
      await this.save();
      return { undo };
    });
  }

  /**
   * Takes a conflict off the list.
   * @param take makes an ordinary edit of the value that lost, where the reader wants that one; the conflict stays when it fails
   */
  async settleConflict(key: string, take: (conflict: Conflict) => Promise<void>): Promise<void> {
    await this.inTurn(async () => {
      const kept = await this.load();
      const conflict = kept.conflicts.find((one) => conflictKey(one) === key);
      if (conflict === undefined) return;
      await take(conflict as Conflict);
      kept.conflicts = kept.conflicts.filter((one) => one !== conflict);
      await this.save();
    });
  }

  /** Forgets what could not be read, when the reader says so. */
  async forgetAside(): Promise<void> {
    await this.inTurn(async () => {
      (await this.load()).aside = {};
      await this.save();
    });
  }

  /** Text for the second device, without what is secret, and the sync code by itself; nulls where there is none. */
  async setup(id: string): Promise<{ text: string | null; code: string | null }> {
    const part = (await this.load()).stores[id];
    const { offer, entered } = storeOf(id);
    if (part === undefined || !offer.encrypted) return { text: null, code: null };
    const { address, code } = entered(part);
    const told = Object.fromEntries(offer.fields.filter(isPublic).map(({ name }) => [name, address[name] ?? '']));
    return { text: printSetup({ store: id, address: told, code: code ?? '' }), code };
  }

  /** The whole document as a file, encrypted when a passphrase is given. */
  async exportFile(passphrase: string | null): Promise<Uint8Array<ArrayBuffer>> {
    return exportFile(this.deps.truth, await fileLock(passphrase), dayOf(this.deps.now()));
  }

  /** @throws SyncError `locked`, `damaged`, `not-ours` or `newer-format` */
  async previewFile(bytes: Uint8Array<ArrayBuffer>, passphrase: string | null): Promise<FilePreview> {
    return previewFile(this.deps.truth, bytes, await fileLock(passphrase), this.deps.now());
  }

  /** Merges a file, after which `undo` takes it back. @throws SyncError */
  async importFile(bytes: Uint8Array<ArrayBuffer>, passphrase: string | null, backAgain: boolean): Promise<{ undo: string; changes: number }> {
    return importFile(this.deps.truth, bytes, await fileLock(passphrase), backAgain);
  }

  private async connectNow(choice: StoreChoice, anew: Anew | null): Promise<{ code: string | null }> {
    const store = storeOf(choice.store);
    await store.preview(choice, this.deps, anew);
    const kept = await this.load();
    const part = await store.connect(choice, this.deps, anew, { part: kept.stores[store.id], left: kept.left[store.id] });
    kept.stores[store.id] = part;
    delete kept.aside[storePart(store.id)];
    await this.save();
    await this.round(store);
    return { code: store.entered(part).code };
  }

  private async round(store: Store): Promise<void> {
    const kept = await this.load();
    const part = kept.stores[store.id];
    if (part === undefined) return;
    this.running.add(store.id);
    try {
      const own = await this.deps.self();
      await round(store, this.deps, kept, { ...own, name: kept.name || own.name }, () => this.save());
      await this.save();
    } catch (error) {
      const random = new Uint8Array(1);
      this.deps.random(random);
      part.link = failed(part.link, error, this.deps.now(), random[0]! / 255);
      // What can't be kept now is known at least until this worker ends.
      await this.save().catch(() => this.tell(kept));
    } finally {
      this.running.delete(store.id);
    }
  }

  private load(): Promise<Kept> {
    this.kept ??= this.deps.keep.load().then(readKept, (error: unknown) => {
      this.kept = null;
      throw error;
    });
    return this.kept;
  }

  private async save(): Promise<void> {
    const kept = await this.load();
    await this.deps.keep.save(kept);
    this.tell(kept);
  }

  private tell(kept: Kept): void {
    const standing = standingOf(kept);
    if (JSON.stringify(standing) === this.said) return;
    this.said = JSON.stringify(standing);
    for (const listener of this.listeners) listener(standing);
  }

  /** One after the other: rounds, connecting and answers never cross. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work, work);
    this.last = next.catch(() => undefined);
    return next;
  }
}

async function fileLock(passphrase: string | null): Promise<Lock | null> {
  return passphrase === null ? null : new Lock(await secretFromPassphrase(passphrase));
}
