import { expire } from '../domain/expiry';
import { DAY, signed, type Author, type Document } from '../domain/document';
import type { Deps } from './area';
import { Core, StoreError, type Change, type Changed, type SetAside } from './core';
import { differences, type Difference } from '../domain/differences';
import { copyKey, readCopy, type Kept } from './history';
import { bodyKey, readBody, type Step } from './journal';
import { Edit, type Op } from './operations';
import { toSnapshot, type Snapshot } from './snapshot';
import { readStored } from './stored';
import { trashOf, type Trashed } from './trash';

/** Told after each write that changed something a reader sees. */
export type Listener = (change: { revision: number; label: string; differences: Difference[] }) => void;

/** What is left of an edit: the new revision and the token that takes it back (empty when nothing changed). */
export type Edited = Pick<Changed, 'revision' | 'undo'>;

/** Everything the reader keeps on this device. Only the background opens it. */
export class Store {
  private readonly core: Core;
  private readonly listeners = new Set<Listener>();
  private snapshot: Snapshot | null = null;

  constructor(private readonly deps: Deps) {
    this.core = new Core(deps);
  }

  /** The reader's data; read once in a worker's life and kept in memory. */
  async load(): Promise<Snapshot> {
    const { document, revision, trouble, readOnly } = await this.core.state();
    if (this.snapshot?.revision !== revision || this.snapshot.trouble !== trouble) {
      this.snapshot = toSnapshot(document, revision, trouble, readOnly ? 'newer-version' : 'ok');
    }
    return this.snapshot;
  }

  /**
   * Makes one edit of any number of operations; all of them are stored or none.
   * @param label code for the journal: `edit`, `page` (made on an archive's page), `import` ...; an import keeps a copy of what was there before
   * @throws StoreError
   */
  async edit(ops: readonly Op[], label = 'edit'): Promise<Edited> {
    return this.change(
      (document, by) => {
        const edit = new Edit(document, by);
        for (const op of ops) edit.apply(op);
        return counted(document, edit.result(), by);
      },
      { label, copy: label === 'edit' || label === 'page' ? 'if-big' : 'always' },
    );
  }

  /**
   * Takes back what a token stands for, itself an edit that can be undone.
   * @param only identities of rules, lists, lines or names of settings to take back; all when left out
   * @throws StoreError `gone` when the journal no longer holds it
   */
  async undo(token: string, only?: readonly string[]): Promise<Edited> {
    const all = await this.changesOf(token);
    if (all === null) throw new StoreError('gone');
    const wanted = only && new Set(only);
    return this.revert(wanted ? all.filter((one) => wanted.has(one.id)) : all, { label: 'undo', copy: 'if-big' });
  }

  /** Calls `listener` after each change; returns the function that ends it. */
  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The journal, newest first. */
  async steps(): Promise<Step[]> {
    return [...(await this.core.state()).journal.steps].reverse();
  }

  /** What one step of the journal changed; null when it is no longer held. */
  async changesOf(token: string): Promise<Difference[] | null> {
    return readBody((await this.deps.area.get([bodyKey(token)]))[bodyKey(token)]);
  }

  /** The kept copies, newest first. */
  async copies(): Promise<Kept[]> {
    return [...(await this.core.state()).history.kept].reverse();
  }

  /** What going back to a copy would change. @throws StoreError `gone` */
  async compare(copy: string): Promise<Difference[]> {
    return differences((await this.core.state()).document, await this.copy(copy));
  }

  /**
   * Goes back to a copy. It is an edit like any other: it syncs, and it can be undone.
   * @param how `missing` only brings back what is no longer there; `exactly` also removes what came since
   */
  async restore(copy: string, how: 'missing' | 'exactly'): Promise<Edited> {
    const target = await this.copy(copy);
    const back = differences(target, (await this.core.state()).document);
    const wanted = how === 'exactly' ? back : back.filter((one) => one.after === null);
    return this.revert(wanted, { label: 'restore', copy: 'always' });
  }

  /** Rules that were removed in the last 30 days, newest first. Putting one back is an ordinary `put-rule`. */
  async trash(): Promise<Trashed[]> {
    return trashOf((await this.core.state()).document, this.deps.now());
  }

  /** Keeps a copy when the last one is a day old, and lets go of tombstones that every device has seen. */
  async daily(): Promise<void> {
    const now = this.deps.now();
    const { history, readOnly } = await this.core.state();
    // A copy from the future was made while the clock was ahead.
    if (readOnly || Math.abs(now - (history.kept.at(-1)?.at ?? 0)) < DAY) return;
    await this.core.keepCopy('daily');
    await this.change((document) => expire(document, now), { label: 'expiry' });
  }

  /** What could not be read, as it was found, for the reader to save as a file. */
  async setAside(): Promise<SetAside[]> {
    return (await this.core.state()).aside;
  }

  /** Lets go of what was set aside, when the reader says so. */
  async forgetSetAside(): Promise<void> {
    await this.core.forgetAside();
  }

  /** The document itself, for sync and export, and the id of this device. */
  async document(): Promise<{ document: Document; device: string }> {
    const { document, device } = await this.core.state();
    return { document, device };
  }

  /**
   * Changes the document as sync does: `make` gets the newest one and returns the merged one, or the same object.
   * A merge that changes much or removes something keeps a copy first.
   */
  async change(make: (document: Document, by: Author) => Document, change: Change): Promise<Changed> {
    const changed = await this.core.commit(make, change);
    if (changed.differences.length > 0) {
      for (const listener of this.listeners) listener({ revision: changed.revision, label: change.label, differences: changed.differences });
    }
    return changed;
  }

  /** Goes on as a new device; see `Core.renameDevice`. */
  async renameDevice(pushed: number): Promise<string> {
    return this.core.renameDevice(pushed);
  }

  private async copy(id: string): Promise<Document> {
    const reading = readStored(await readCopy((await this.deps.area.get([copyKey(id)]))[copyKey(id)]));
    if (reading.aside.some((part) => part.code === 'document')) throw new StoreError('gone');
    return reading.document;
  }

  private revert(wanted: readonly Difference[], change: Change): Promise<Changed> {
    return this.change((document, by) => {
      const edit = new Edit(document, by);
      edit.revert(wanted);
      return counted(document, edit.result(), by);
    }, change);
  }
}

/** Counts an edit, unless it changed nothing. */
const counted = (before: Document, after: Document, by: Author): Document => (after === before ? before : signed(after, by));
