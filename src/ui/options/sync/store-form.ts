import type { Setup, StoreField } from '../../../domain/sync-status';
import { text } from '../../../i18n';
import type { Offer, SecretChoice, SyncChoice } from '../../../messages/table';

/** `secret` is the code or the passphrase. */
export interface SecretForm {
  encryption: SecretChoice['kind'];
  secret: string;
}

/** What the form of a store holds: its fields by name, and how its files are to be encrypted. */
export interface StoreForm extends SecretForm {
  values: Readonly<Record<string, string>>;
}

export const emptySecret: SecretForm = { encryption: 'new-code', secret: '' };

export const emptyForm = ({ fields }: Offer): StoreForm => ({
  values: Object.fromEntries(fields.map(({ name, initial = '' }) => [name, initial])),
  ...emptySecret,
});

/** What a setup text fills in; what it does not say stays. */
export const filledForm = (form: StoreForm, { address, code }: Setup): StoreForm => ({
  values: { ...form.values, ...address },
  encryption: code === '' ? 'passphrase' : 'code',
  secret: code,
});

/** A passphrase that others could guess by trying is worth nothing. */
const SHORTEST_PASSPHRASE = 12;

export const valueOf = ({ values }: StoreForm, { name }: StoreField): string => values[name] ?? '';

const isAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** What has to be mended before anything is asked of the server; null when nothing. */
export function faultOf({ fields, encrypted }: Offer, form: StoreForm): string | null {
  if (fields.some((field) => field.kind === 'address' && !isAddress(valueOf(form, field)))) return text('sync_url_bad');
  return encrypted ? secretFault(form) : null;
}

export function secretFault({ encryption, secret }: SecretForm): string | null {
  if (encryption === 'passphrase' && secret.length < SHORTEST_PASSPHRASE) return text('sync_passphrase_short', SHORTEST_PASSPHRASE);
  return encryption === 'code' && secret.trim() === '' ? text('sync_code_missing') : null;
}

/** The addresses that the browser has to be asked for. */
export const addressesOf = ({ fields, addresses }: Offer, form: StoreForm): string[] => [
  ...addresses,
  ...fields.flatMap((field) => (field.kind === 'address' ? [valueOf(form, field)] : [])),
];

export const choiceOf = ({ store, encrypted }: Offer, form: StoreForm): SyncChoice =>
  encrypted ? { store, address: form.values, secret: secretOf(form) } : { store };

export function secretOf({ encryption, secret }: SecretForm): SecretChoice {
  if (encryption === 'code') return { kind: 'code', code: secret };
  if (encryption === 'passphrase') return { kind: 'passphrase', passphrase: secret };
  return { kind: encryption };
}
