import * as z from 'zod/mini';
import { fromBase64, toBase64Url } from '../domain/base64';
import type { Setup, StoreField } from '../domain/sync-status';
import { stores } from './stores/index';

/* Setup text: what a second device needs to join, except what is secret. Shown as text and as a QR code. */

const PREFIX = 'foldaway-sync:';
/** Texts of the first version name no store: there was one. */
const FIRST = 'webdav';
const schema = z.object({ store: z._default(z.string(), FIRST), code: z.string() });

export const isPublic = ({ kind }: StoreField): boolean => kind !== 'secret';

/** One word without spaces, so that it survives a messenger. */
export const printSetup = ({ store, address, code }: Setup): string =>
  PREFIX + toBase64Url(new TextEncoder().encode(JSON.stringify({ ...address, store, code })));

/** `null` when the text is no setup text, or one of a store that this version does not know. */
export function readSetup(text: string): Setup | null {
  const plain = text.replace(/\s/g, '');
  if (!plain.startsWith(PREFIX)) return null;
  try {
    const base64 = plain.slice(PREFIX.length).replace(/-/g, '+').replace(/_/g, '/');
    const value: unknown = JSON.parse(new TextDecoder().decode(fromBase64(base64)));
    const { store, code } = schema.parse(value);
    const offer = stores.find(({ id }) => id === store)?.offer;
    if (offer === undefined || !offer.encrypted) return null;
    const shape = offer.fields.filter(isPublic).map(({ name, kind }) => [name, kind === 'address' ? z.url() : z.string()] as const);
    return { store, address: z.object(Object.fromEntries(shape)).parse(value), code };
  } catch {
    return null;
  }
}
