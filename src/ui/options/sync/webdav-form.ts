import { text } from '../../../i18n';
import type { SyncChoice } from '../../../messages/table';

export type Encryption = 'new-code' | 'code' | 'passphrase' | 'none';

/** What the form for a WebDAV server holds; `secret` is the code or the passphrase. */
export interface WebdavForm {
  url: string;
  user: string;
  password: string;
  folder: string;
  encryption: Encryption;
  secret: string;
}

export const emptyForm: WebdavForm = { url: '', user: '', password: '', folder: 'foldaway', encryption: 'new-code', secret: '' };

/** A passphrase that others could guess by trying is worth nothing. */
const SHORTEST_PASSPHRASE = 12;

/** What has to be mended before anything is asked of the server; null when nothing. */
export function faultOf({ url, encryption, secret }: WebdavForm): string | null {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return text('sync_url_bad');
  if (encryption === 'passphrase' && secret.length < SHORTEST_PASSPHRASE) return text('sync_passphrase_short', SHORTEST_PASSPHRASE);
  return encryption === 'code' && secret.trim() === '' ? text('sync_code_missing') : null;
}

export function choiceOf({ url, user, password, folder, encryption, secret }: WebdavForm): SyncChoice {
  const address = { url, user, password, folder };
  if (encryption === 'code') return { store: 'webdav', address, secret: { kind: 'code', code: secret } };
  if (encryption === 'passphrase') return { store: 'webdav', address, secret: { kind: 'passphrase', passphrase: secret } };
  return { store: 'webdav', address, secret: { kind: encryption } };
}
