import * as z from 'zod/mini';
import type { StoreField, StoreOffer } from '../domain/sync-status';
import type { MessageKey } from '../i18n';
import type { Backend } from './backend';
import { SyncError } from './error';
import { clearOld, fileRound, previewFiles } from './file-round';
import { fileStateSchema, freshFileState } from './file-state';
import { ownSince } from './incoming';
import { freshLink, linkSchema } from './link';
import { withState } from './round-state';
import { keepSecret, lockFor, lockOf, secretSchema } from './secret';
import type { Anew, Store, StoreChoice, StoreDeps } from './store';

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

/** A store of files, run by `fileRound`, encrypted by us unless the reader says otherwise. */
export function fileStore<const Name extends string>(place: FilePlace<Name>): Store {
  type Address = Record<Name, string>;
  const { id, fields } = place;
  const shape = (of: (field: StoreField) => z.ZodMiniType<string>): z.ZodMiniType<Address> =>
    z.object(Object.fromEntries(fields.map((field) => [field.name, of(field)]))) as unknown as z.ZodMiniType<Address>;
  const entered = shape(({ kind }) => (kind === 'address' ? z.url() : z.string()).check(z.maxLength(LONGEST)));
  const part = z.object({
    address: shape(() => z.string()),
    secret: secretSchema,
    state: fileStateSchema,
    link: linkSchema,
    notes: z.object({ damaged: z.array(z.string()), locked: z.array(z.string()), clockOff: z.nullable(z.number()) }),
    /** The code of what is there was lost: the own files are written although nothing there opens. */
    anew: z.optional(z.boolean()),
    /** What is to be removed as soon as this device's state is there: its own file under the former code, or all that do not open. */
    clear: z.optional(z.enum(['own', 'unreadable'])),
  });
  type FilePart = z.infer<typeof part>;

  const addresses = (address: Address): string[] => [
    ...(place.addresses ?? []),
    ...fields.flatMap(({ kind, name }) => (kind === 'address' ? [address[name]] : [])),
  ];
  /** Two addresses with the same place hold the same files. */
  const placeOf = (address: Address): string => JSON.stringify(fields.flatMap(({ kind, name }) => (kind === 'secret' ? [] : [address[name]])));

  function read(choice: StoreChoice): { address: Address; secret: NonNullable<StoreChoice['secret']> } {
    const address = entered.safeParse(choice.address);
    if (!address.success) throw new SyncError('not-ours', 'address');
    return { address: address.data, secret: choice.secret ?? { kind: 'new-code' } };
  }

  async function opened(address: Address, { permitted, fetch }: StoreDeps): Promise<Backend> {
    for (const url of addresses(address)) if (!(await permitted(url))) throw new SyncError('no-permission');
    return place.open(address, fetch);
  }

  const files: Store<FilePart, z.infer<typeof leftSchema>> = {
    id,
    offer: {
      store: id,
      fields,
      addresses: place.addresses ?? [],
      encrypted: true,
      words: { readEncrypted: 'sync_read_encrypted', readPlain: 'sync_read_plain', ...place.words },
    },
    ownOfBrowser: false,
    part,
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
    async round({ deps, part: kept, self, save }) {
      const backend = await opened(kept.address, deps);
      const lock = await lockFor(kept.secret, id, deps.keyring);
      const report = await fileRound({
        backend,
        lock,
        ...withState({ deps, part: kept, self, save }),
        anew: kept.anew === true,
      });
      kept.notes = { damaged: report.damaged, locked: report.locked, clockOff: report.clockOff };
      if (kept.clear !== undefined) {
        const removed = await clearOld(backend, lock, kept.state, kept.clear === 'unreadable');
        kept.notes.locked = kept.notes.locked.filter((device) => !removed.has(device));
        delete kept.clear;
      }
      return report;
    },
    async disconnect({ address, state }, { keyring }) {
      await keyring.forget(id).catch(() => undefined);
      return { place: placeOf(address), state };
    },
    async deleteCopy({ address }, deps) {
      const { device } = await deps.truth.document();
      const backend = place.open(address, deps.fetch);
      for (const slot of ['a', 'b']) await backend.delete(`dev-${device}.${slot}`);
    },
    status({ address, secret, state, notes }, { document, known, name }) {
      const reached = addresses(address);
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
    },
    entered: ({ address, secret }) => ({ address: { ...address }, code: secret.kind === 'code' ? secret.code : null }),
  };
  return files;
}

function clearing(anew: Anew | null, wasThere: boolean): { anew?: boolean; clear?: 'own' | 'unreadable' } {
  if (anew !== null) return { anew: true, ...(anew === 'delete' ? { clear: 'unreadable' } : wasThere ? { clear: 'own' } : {}) };
  return wasThere ? { clear: 'own' } : {};
}

const isLoopback = (host: string): boolean => host === 'localhost' || host.startsWith('127.') || host === '[::1]';
