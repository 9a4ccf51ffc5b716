import { isForgotten } from '../domain/devices';
import { dayOf } from '../domain/document';
import type { Conflict, DeviceStatus, FilePreview, Preview, SyncStatus } from '../domain/sync-status';
import { exportFile, importFile, previewFile } from './backends/file';
import { webdav, type WebdavAddress } from './backends/webdav';
import { clearArea, previewBrowser, readBrowserState } from './browser-round';
import { newCode, readCode, printCode } from './code';
import { SyncError } from './error';
import { previewFiles } from './file-round';
import { freshFileState } from './file-state';
import { join } from './join';
import { nothingKept, placeOf, readKept, type Kept, type KeptSecret } from './kept';
import { failed, freshLink, isDue, type Link } from './link';
import { Lock, secretFromCode, secretFromPassphrase } from './lock';
import { keep as keepAll } from './receive';
import { browserSyncRound, PASSPHRASE_KEY, webdavRound, type RoundDeps } from './rounds';
import { printSetup } from './setup';
import { conflictKey, heldEntries, standingOf, statusOf, type Standing } from './status';
import type { Self } from './truth';

export { SyncError } from './error';
export { readSetup } from './setup';
export { browserKeyring } from './keyring';
export type { Standing } from './status';
export type { Truth } from './truth';

export type StoreName = 'webdav' | 'browser';

/** How the files of a store are to be encrypted, as the reader chose. */
export type SecretChoice = { kind: 'new-code' } | { kind: 'code'; code: string } | { kind: 'passphrase'; passphrase: string } | { kind: 'none' };

export type StoreChoice = { store: 'webdav'; address: WebdavAddress; secret: SecretChoice } | { store: 'browser' };

/** All that sync needs from outside; tests replace everything. */
export interface SyncDeps extends RoundDeps {
  /** Where sync keeps what belongs to this device only; one atomic value. */
  keep: { load(): Promise<unknown>; save(value: unknown): Promise<void> };
  /** Browser and version, "Firefox 142, 1.0.0", and a name for this device until the reader gives one. */
  self(): Promise<Self>;
}

/** Carries the reader's data between devices. Local data is never touched by a round that fails. */
export class Sync {
  private kept: Promise<Kept> | null = null;
  private readonly running = new Set<StoreName>();
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

  /** What connecting would do; nothing is written anywhere. @throws SyncError */
  async preview(choice: StoreChoice): Promise<Preview> {
    const { truth } = this.deps;
    const now = (): number => this.deps.now();
    if (choice.store === 'browser') return previewBrowser({ area: this.area(), truth, now });
    if (!(await this.deps.permitted(choice.address.url))) throw new SyncError('no-permission');
    const lock = await this.lockOf(choice.secret);
    return previewFiles({ backend: webdav(choice.address, this.deps.fetch), lock, truth, now });
  }

  /**
   * Connects a store and runs the first round.
   * @returns the sync code when there is one, to be shown for the next device
   * @throws SyncError when the store can't be reached or read; nothing is connected then
   */
  async connect(choice: StoreChoice): Promise<{ code: string | null }> {
    return this.inTurn(async () => {
      await this.preview(choice);
      const kept = await this.load();
      const { device } = await this.deps.truth.document();
      const link = freshLink(this.deps.now());
      if (choice.store === 'browser')
        kept.browser = { state: kept.browser?.state ?? kept.left.browser ?? readBrowserState(null), link, carried: { rules: 0, of: 0, room: 0 }, arriving: [] };
      else {
        const known = kept.webdav ? { place: placeOf(kept.webdav.address), state: kept.webdav.state } : kept.left.webdav;
        const state = known?.place === placeOf(choice.address) ? known.state : freshFileState(device);
        // Another code: the own file is written anew, under a new salt.
        state.own = { ...state.own, text: null, salt: '' };
        const secret = await this.keepSecret(choice.secret);
        kept.webdav = { address: choice.address, secret, state, link, notes: { damaged: [], locked: [], clockOff: null } };
      }
      await this.save();
      await this.round(choice.store);
      return { code: choice.store === 'webdav' && kept.webdav?.secret.kind === 'code' ? kept.webdav.secret.code : null };
    });
  }

  /**
   * Disconnects a store; the rules here stay.
   * @param deleteCopy also remove this device's copy from the store; the copies of other devices stay
   */
  async disconnect(store: StoreName, deleteCopy = false): Promise<void> {
    await this.inTurn(async () => {
      const kept = await this.load();
      if (deleteCopy) await this.deleteCopy(store, kept);
      if (store === 'webdav' && kept.webdav) {
        kept.left.webdav = { place: placeOf(kept.webdav.address), state: kept.webdav.state };
        await this.deps.keyring.forget(PASSPHRASE_KEY).catch(() => undefined);
      }
      if (store === 'browser' && kept.browser) kept.left.browser = kept.browser.state;
      delete kept[store];
      await this.save();
    });
  }

  /** A round with every connected store, now. Failures are in the status. */
  async syncNow(): Promise<SyncStatus> {
    await this.inTurn(async () => {
      for (const store of ['webdav', 'browser'] as const) await this.round(store);
    });
    return this.status();
  }

  /** A round with every store whose time has come; called by alarms, at start-up and some seconds after an edit. */
  async tick(edited = false): Promise<void> {
    await this.inTurn(async () => {
      const kept = await this.load();
      for (const store of ['webdav', 'browser'] as const) {
        const link = kept[store]?.link;
        if (!link || link.nextTry === null) continue;
        if (isDue(link, this.deps.now()) || (edited && link.error === null)) await this.round(store);
      }
    });
  }

  /** Something arrived in the browser's own sync area; also called for this device's own writes, which then find nothing to do. */
  async arrived(): Promise<void> {
    await this.inTurn(() => this.round('browser'));
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

  /** Text for the second device, without the server's password; null when no such store is connected. */
  async setupText(): Promise<string | null> {
    const { webdav: store } = await this.load();
    if (!store) return null;
    const { url, user, folder } = store.address;
    return printSetup({ url, user, folder, code: store.secret.kind === 'code' ? store.secret.code : '' });
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

  private async round(store: StoreName): Promise<void> {
    const kept = await this.load();
    if (!kept[store]) return;
    this.running.add(store);
    try {
      const own = await this.deps.self();
      const self = { ...own, name: kept.name || own.name };
      await (store === 'webdav' ? webdavRound : browserSyncRound)(this.deps, kept, self, () => this.save());
      await this.save();
    } catch (error) {
      const random = new Uint8Array(1);
      this.deps.random(random);
      const at: { link: Link } = kept[store];
      at.link = failed(at.link, error, this.deps.now(), random[0]! / 255);
      // What can't be kept now is known at least until this worker ends.
      await this.save().catch(() => this.tell(kept));
    } finally {
      this.running.delete(store);
    }
  }

  private async deleteCopy(store: StoreName, kept: Kept): Promise<void> {
    const { device } = await this.deps.truth.document();
    if (store === 'webdav' && kept.webdav) {
      const backend = webdav(kept.webdav.address, this.deps.fetch);
      for (const slot of ['a', 'b']) await backend.delete(`dev-${device}.${slot}`);
    } else if (store === 'browser') await clearArea(this.area(), device);
  }

  private area(): NonNullable<SyncDeps['area']> {
    if (this.deps.area === null) throw new SyncError('not-ours', 'no sync here');
    return this.deps.area;
  }

  private async lockOf(choice: SecretChoice): Promise<Lock | null> {
    if (choice.kind === 'none') return null;
    if (choice.kind === 'passphrase') return new Lock(await secretFromPassphrase(choice.passphrase));
    const bytes = choice.kind === 'new-code' ? new Uint8Array(16) : await readCode(choice.code);
    if (bytes === null) throw new SyncError('locked', 'not a code');
    return new Lock(await secretFromCode(bytes));
  }

  private async keepSecret(choice: SecretChoice): Promise<KeptSecret> {
    if (choice.kind === 'new-code') return { kind: 'code', code: await newCode((bytes) => this.deps.random(bytes)) };
    if (choice.kind === 'code') return { kind: 'code', code: await printCode((await readCode(choice.code))!) };
    if (choice.kind === 'passphrase') await this.deps.keyring.save(PASSPHRASE_KEY, await secretFromPassphrase(choice.passphrase));
    return { kind: choice.kind };
  }

  private load(): Promise<Kept> {
    this.kept ??= this.deps.keep.load().then(
      (value) => (value === undefined ? nothingKept() : readKept(value)),
      (error: unknown) => {
        this.kept = null;
        throw error;
      },
    );
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
