import * as z from 'zod/mini';
import type { StoreField, StoreOffer } from '../domain/sync-status';
import type { MessageKey } from '../i18n';
import type { Backend } from './backend';
import { SyncError } from './error';
import { clearOld, fileRound, previewFiles, type Report } from './file-round';
import { fileStateSchema, freshFileState } from './file-state';
import { ownSince } from './incoming';
import { freshLink, linkSchema } from './link';
import type { Lock } from './lock';
import { withState } from './round-state';
import { keepSecret, lockFor, lockOf, secretSchema } from './secret';
import type { Anew, OwnStatus, RoundOf, Store, StoreChoice, StoreDeps } from './store';

/** A place that keeps files, as its module describes it. `Name` are the names of its fields. */
export interface FilePlace<Name extends string> {
  /** In small letters; what it is called in everything that is kept, so never to be changed. */
  id: string;
  /** What the reader has to enter; the form is drawn from it. The names never change. */
  fields: readonly (StoreField<MessageKey> & { name: Name })[];
  /** Addresses that it is reached at, besides those that the reader enters. */
  addresses?: readonly string[];
  words: Pick<StoreOffer<MessageKey>['words'], 'connect' | 'hint' | 'name'> & Partial<StoreOffer<MessageKey>['words']>;
  open(address: Record<Name, string>, fetch: typeof globalThis.fetch): Backend;
}

/** What was connected before: with the same place, what this device left there is not taken for a copy's. */
const leftSchema = z.object({ place: z.string(), state: fileStateSchema });

const LONGEST = 4000;

/** How what the reader enters for a place is checked, and what follows from it. */
function formOf<const Name extends string>({ fields, addresses = [] }: FilePlace<Name>) {
  type Address = Record<Name, string>;
  const shape = (of: (field: StoreField) => z.ZodMiniType<string>): z.ZodMiniType<Address> =>
    z.object(Object.fromEntries(fields.map((field) => [field.name, of(field)]))) as unknown as z.ZodMiniType<Address>;
  return {
    entered: shape(({ kind }) => (kind === 'address' ? z.url() : z.string()).check(z.maxLength(LONGEST))),
    kept: shape(() => z.string()),
    /** Every address that it is reached at. */
    reached: (address: Address): string[] => [...addresses, ...fields.flatMap(({ kind, name }) => (kind === 'address' ? [address[name]] : []))],
    /** Two addresses with the same place hold the same files. */
    placeOf: (address: Address): string => JSON.stringify(fields.flatMap(({ kind, name }) => (kind === 'secret' ? [] : [address[name]]))),
  };
}

/** What is kept of a store of files while it is connected. */
const partOf = <Address>(address: z.ZodMiniType<Address>) =>
  z.object({
    address,
    secret: secretSchema,
    state: fileStateSchema,
    link: linkSchema,
    notes: z.object({ damaged: z.array(z.string()), locked: z.array(z.string()), clockOff: z.nullable(z.number()) }),
    /** The code of what is there was lost: the own files are written although nothing there opens. */
    anew: z.optional(z.boolean()),
    /** What is to be removed as soon as this device's state is there: its own file under the former code, or all that do not open. */
    clear: z.optional(z.enum(['own', 'unreadable'])),
  });
type FilePart<Address> = z.infer<ReturnType<typeof partOf<Address>>>;

/** A store of files, run by `fileRound`, encrypted by us unless the reader says otherwise. */
export function fileStore<const Name extends string>(place: FilePlace<Name>): Store {
  type Address = Record<Name, string>;
  const { id, fields } = place;
  const { entered, kept: keptAddress, reached, placeOf } = formOf(place);

  function read(choice: StoreChoice): { address: Address; secret: NonNullable<StoreChoice['secret']> } {
    const address = entered.safeParse(choice.address);
    if (!address.success) throw new SyncError('not-ours', 'address');
    return { address: address.data, secret: choice.secret ?? { kind: 'new-code' } };
  }

  async function opened(address: Address, { permitted, fetch }: StoreDeps): Promise<Backend> {
    for (const url of reached(address)) if (!(await permitted(url))) throw new SyncError('no-permission');
    return place.open(address, fetch);
  }

  const files: Store<FilePart<Address>, z.infer<typeof leftSchema>> = {
    id,
    offer: {
      store: id,
      fields,
      addresses: place.addresses ?? [],
      encrypted: true,
      words: { readEncrypted: 'sync_read_encrypted', readPlain: 'sync_read_plain', ...place.words },
    },
    ownOfBrowser: false,
    part: partOf(keptAddress),
    left: leftSchema,
    async preview(choice, deps, anew) {
      const { address, secret } = read(choice);
      const backend = await opened(address, deps);
      return previewFiles({ backend, lock: await lockOf(secret), truth: deps.truth, now: () => deps.now(), anew: anew !== null });
    },
    async connect(choice, deps, anew, before) {
      const { address, secret } = read(choice);
      const { device } = await deps.truth.document();
      const known = before.part ? { place: placeOf(before.part.address), state: before.part.state } : before.left;
      const state = known?.place === placeOf(address) ? known.state : freshFileState(device);
      // Another code: the own file is written anew, under a new salt.
      state.own = { ...state.own, text: null, salt: '' };
      return {
        address,
        secret: await keepSecret(secret, id, deps),
        state,
        link: freshLink(deps.now()),
        notes: { damaged: [], locked: [], clockOff: null },
        ...clearing(anew, state.own.slot !== null),
      };
    },
    round: async (given) => roundWith(await opened(given.part.address, given.deps), await lockFor(given.part.secret, id, given.deps.keyring), given),
    async disconnect({ address, state }, { keyring }) {
      await keyring.forget(id).catch(() => undefined);
      return { place: placeOf(address), state };
    },
    async deleteCopy({ address }, deps) {
      const { device } = await deps.truth.document();
      const backend = place.open(address, deps.fetch);
      for (const slot of ['a', 'b']) await backend.delete(`dev-${device}.${slot}`);
    },
    status: (kept, about) => statusOf(kept, reached(kept.address), about),
    entered: ({ address, secret }) => ({ address: { ...address }, code: secret.kind === 'code' ? secret.code : null }),
  };
  return files;
}

/** One round; after it, what the former code left behind is removed. */
async function roundWith<Address>(backend: Backend, lock: Lock | null, given: RoundOf<FilePart<Address>>): Promise<Report> {
  const kept = given.part;
  const report = await fileRound({ backend, lock, ...withState(given), anew: kept.anew === true });
  kept.notes = { damaged: report.damaged, locked: report.locked, clockOff: report.clockOff };
  if (kept.clear !== undefined) {
    const removed = await clearOld(backend, lock, kept.state, kept.clear === 'unreadable');
    kept.notes.locked = kept.notes.locked.filter((device) => !removed.has(device));
    delete kept.clear;
  }
  return report;
}

/** @param reached the addresses that the store is reached at */
function statusOf<Address>(
  { secret, state, notes }: FilePart<Address>,
  reached: string[],
  { document, known, name }: Parameters<Store['status']>[1],
): OwnStatus {
  const urls = reached.flatMap((text) => (URL.canParse(text) ? [new URL(text)] : []));
  return {
    where: urls[0]?.host ?? reached[0] ?? '',
    addresses: reached,
    unsent: ownSince(document, state.own.seq),
    insecure: urls.some(({ protocol, hostname }) => protocol === 'http:' && !isLoopback(hostname)),
    encryption: secret.kind,
    carried: null,
    damaged: notes.damaged.filter(known).map(name),
    locked: notes.locked.filter(known).map(name),
    arriving: [],
    clockOff: notes.clockOff,
  };
}

function clearing(anew: Anew | null, wasThere: boolean): { anew?: boolean; clear?: 'own' | 'unreadable' } {
  if (anew !== null) return { anew: true, ...(anew === 'delete' ? { clear: 'unreadable' } : wasThere ? { clear: 'own' } : {}) };
  return wasThere ? { clear: 'own' } : {};
}

const isLoopback = (host: string): boolean => host === 'localhost' || host.startsWith('127.') || host === '[::1]';
