import * as z from 'zod/mini';
import { authorOf, isAlive, type Author, type Document } from '../domain/document';
import { randomId, type Deps } from './area';
import { differences, type Difference } from '../domain/differences';
import { disowned } from './disown';
import { bodyKey, NO_JOURNAL, readJournal, withStep, type Journal } from './journal';
import { copyKey, NO_HISTORY, readCopy, readHistory, withCopy, type History } from './history';
import { VERSION } from './migrations';
import * as stored from './stored';

/** Why a change was refused; the stored data is as it was. */
export class StoreError extends Error {
  override name = 'StoreError';
  constructor(
    readonly code: 'newer-version' | 'write-failed' | 'gone',
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** All that is kept, in memory. Replaced as a whole by each write, never changed in place. */
export interface State {
  document: Document;
  /** Grows when what a reader sees changes. */
  revision: number;
  /** Grows with every write; tells a worker that another one wrote. */
  writes: number;
  device: string;
  journal: Journal;
  history: History;
  aside: SetAside[];
  readOnly: boolean;
  trouble: stored.Trouble[];
  /** What was set aside, or begun anew, when there was no room to store that: goes with the next write. */
  owed: Record<string, unknown>;
}

/** A part of the store that could not be read, as it was found. */
export interface SetAside {
  at: number;
  code: stored.Trouble['code'];
  value: unknown;
}

export interface Change {
  /** Code of what makes the change, for the journal: `edit`, `import`, `merge` ... */
  label: string;
  /** Devices whose changes come in. */
  from?: string[];
  /** Keep a copy of the document first: always, or when the change is big or removes something. */
  copy?: 'always' | 'if-big';
}

export interface Changed {
  revision: number;
  /** For `undo`; empty when nothing changed. */
  undo: string;
  differences: Difference[];
}

const counters = z.object({ revision: z.int(), writes: z.int() });
const deviceSchema = z.object({ id: z.string().check(z.minLength(4)) });
const asideSchema = z.array(z.object({ at: z.number(), code: z.enum(stored.TROUBLES), value: z.unknown() }));
const KEYS = [stored.DOCUMENT, stored.REVISION, stored.DEVICE, stored.JOURNAL, stored.HISTORY, stored.SET_ASIDE];

/** More changes than this at once are worth a copy of what was there before. */
const BIG = 20;

/** Reads and writes the one value; the single writer. */
export class Core {
  private memory: Promise<State> | null = null;

  constructor(private readonly deps: Deps) {}

  /** What is kept; read once in a worker's life. */
  state(): Promise<State> {
    this.memory ??= this.deps
      .exclusively(() => this.read())
      .catch((error: unknown) => {
        this.memory = null;
        throw error;
      });
    return this.memory;
  }

  /**
   * Makes one change: read, change, one atomic write. `make` gets the newest document and returns the changed one,
   * or the same object for no change.
   * @throws StoreError when the data is of a later version or the write fails; nothing has changed then
   */
  async commit(make: (document: Document, by: Author) => Document, change: Change): Promise<Changed> {
    await this.state();
    return this.deps.exclusively(async () => {
      const state = await this.writable();
      const at = this.deps.now();
      const document = make(state.document, authorOf(state.document, state.device, at));
      if (document === state.document) return { revision: state.revision, undo: '', differences: [] };
      const found = differences(state.document, document);
      const big = found.length > BIG || found.some((one) => one.after === null);
      const copied = change.copy === 'always' || (change.copy === 'if-big' && big) ? await this.copy(state, change.label) : state;
      const token = found.length > 0 ? randomId(this.deps.random) : '';
      const step = { token, at, label: change.label, ...(change.from && { from: change.from }), changes: found.length };
      const { journal, items } = found.length > 0 ? withStep(state.journal, step, found) : { journal: state.journal, items: {} };
      const next = { ...copied, document, journal, revision: state.revision + (found.length > 0 ? 1 : 0) };
      await this.write(next, items);
      return { revision: next.revision, undo: token, differences: found };
    });
  }

  /** Keeps a copy of the document as it is now. */
  async keepCopy(reason: string): Promise<void> {
    await this.state();
    await this.deps.exclusively(async () => {
      await this.copy(await this.writable(), reason);
    });
  }

  /**
   * Goes on as a new device, because this one's data was copied or put back to an earlier state.
   * @param pushed number of the last own edit that other devices may have seen; later ones stay this device's own
   */
  async renameDevice(pushed: number): Promise<string> {
    await this.state();
    return this.deps.exclusively(async () => {
      const state = await this.writable();
      const device = randomId(this.deps.random);
      await this.write({ ...state, device, document: disowned(state.document, pushed, device) }, {});
      return device;
    });
  }

  /** Forgets what was set aside, when the reader says so. */
  async forgetAside(): Promise<void> {
    await this.state();
    await this.deps.exclusively(async () => {
      await this.write({ ...(await this.writable()), aside: [], trouble: [] }, { [stored.SET_ASIDE]: [] });
    });
  }

  private async writable(): Promise<State> {
    const state = await this.newest();
    if (state.readOnly) throw new StoreError('newer-version');
    return state;
  }

  /** The state in memory, unless another worker has written since. */
  private async newest(): Promise<State> {
    const state = await this.state();
    const seen = counters.safeParse((await this.deps.area.get([stored.REVISION]))[stored.REVISION]);
    if (!seen.success || seen.data.writes === state.writes) return state;
    const read = await this.read();
    this.memory = Promise.resolve(read);
    return read;
  }

  private async read(): Promise<State> {
    const found = await this.deps.area.get(KEYS);
    const reading = stored.readStored(found[stored.DOCUMENT]);
    const count = counters.safeParse(found[stored.REVISION]);
    const known = deviceSchema.safeParse(found[stored.DEVICE]);
    const at = this.deps.now();
    const older = asideOf(found[stored.SET_ASIDE], at);
    const [journal, history] = [readJournal(found[stored.JOURNAL]), readHistory(found[stored.HISTORY])];
    const bad = [...reading.aside];
    if (journal === null) bad.push({ code: 'journal', value: found[stored.JOURNAL] });
    if (history === null) bad.push({ code: 'history', value: found[stored.HISTORY] });
    const state: State = {
      document: reading.document,
      revision: count.success ? count.data.revision : 0,
      writes: count.success ? count.data.writes : 0,
      device: known.success ? known.data.id : randomId(this.deps.random),
      journal: journal ?? NO_JOURNAL,
      history: history ?? NO_HISTORY,
      aside: [...older, ...bad.map((part) => ({ at, ...part }))],
      readOnly: reading.readOnly,
      trouble: reading.trouble,
      owed: {},
    };
    if (reading.readOnly) return state;
    state.trouble = state.aside.map(stored.describe);
    if (reading.aside.some((part) => part.code === 'document')) {
      const saved = await this.lastCopy(state.history);
      state.device = randomId(this.deps.random);
      if (saved !== null) state.document = disowned(saved, Infinity, state.device);
    }
    const old = found[stored.DOCUMENT];
    const migrated = old !== undefined && reading.aside.length === 0 && (old as { v: number }).v < VERSION;
    const before = migrated ? await this.copy(state, 'migration', old) : state;
    if (!migrated && bad.length === 0 && known.success) return state;
    const owed = { [stored.SET_ASIDE]: before.aside, [stored.JOURNAL]: before.journal, [stored.HISTORY]: before.history };
    // A full disk must not keep the rules that could be read from being obeyed.
    return this.write(before, owed).catch(() => ({ ...before, owed }));
  }

  /** One atomic write of everything that belongs together. */
  private async write(state: State, items: Record<string, unknown>): Promise<State> {
    const next = { ...state, writes: state.writes + 1, owed: {} };
    const all = {
      [stored.DOCUMENT]: stored.toStored(next.document),
      [stored.REVISION]: { revision: next.revision, writes: next.writes },
      [stored.DEVICE]: { id: next.device },
      ...state.owed,
      ...items,
    };
    await this.set(all);
    return this.tidied(next);
  }

  private async copy(state: State, reason: string, value: unknown = stored.toStored(state.document)): Promise<State> {
    const kept = {
      id: randomId(this.deps.random),
      at: this.deps.now(),
      reason,
      rules: [...(state.document.entries.get('rule')?.values() ?? [])].filter(isAlive).length,
    };
    const { history, items } = await withCopy(state.history, kept, value);
    await this.set({ ...state.owed, ...items });
    return this.tidied({ ...state, history, owed: {} });
  }

  /**
   * Takes a state that was just stored into memory, and removes what it says is no longer needed. If that fails or
   * the worker dies, the stored lists still name it for the next time.
   */
  private async tidied(state: State): Promise<State> {
    this.memory = Promise.resolve(state);
    const leftovers = [...state.journal.drop.map(bodyKey), ...state.history.drop.map(copyKey)];
    if (leftovers.length === 0) return state;
    await this.deps.area.remove(leftovers).then(
      () => (state = { ...state, journal: { ...state.journal, drop: [] }, history: { ...state.history, drop: [] } }),
      () => undefined,
    );
    this.memory = Promise.resolve(state);
    return state;
  }

  private async lastCopy(history: History): Promise<Document | null> {
    for (const kept of [...history.kept].reverse()) {
      const reading = stored.readStored(await readCopy((await this.deps.area.get([copyKey(kept.id)]))[copyKey(kept.id)]));
      if (reading.aside.length === 0 && reading.document.entries.size > 0) return reading.document;
    }
    return null;
  }

  private async set(items: Record<string, unknown>): Promise<void> {
    try {
      await this.deps.area.set(items);
    } catch (error) {
      throw new StoreError('write-failed', { cause: error });
    }
  }
}

/** What lies set aside; a list that is itself damaged becomes one more part of it. */
function asideOf(value: unknown, at: number): SetAside[] {
  const parsed = asideSchema.safeParse(value ?? []);
  return parsed.success ? parsed.data : [{ at, code: 'entry', value }];
}
