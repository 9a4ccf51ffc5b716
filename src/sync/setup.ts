import * as z from 'zod/mini';
import { fromBase64, toBase64Url } from '../domain/base64';
import type { Setup } from '../domain/sync-status';

/* Setup text: what a second device needs to join, except the server's password. Shown as text and as a QR code. */

const PREFIX = 'foldaway-sync:';
const schema = z.object({ url: z.url(), user: z.string(), folder: z.string(), code: z.string() });

/** One word without spaces, so that it survives a messenger. */
export const printSetup = (setup: Setup): string => PREFIX + toBase64Url(new TextEncoder().encode(JSON.stringify(setup)));

/** `null` when the text is no setup text. */
export function readSetup(text: string): Setup | null {
  const plain = text.replace(/\s/g, '');
  if (!plain.startsWith(PREFIX)) return null;
  try {
    const base64 = plain.slice(PREFIX.length).replace(/-/g, '+').replace(/_/g, '/');
    return schema.parse(JSON.parse(new TextDecoder().decode(fromBase64(base64))));
  } catch {
    return null;
  }
}
