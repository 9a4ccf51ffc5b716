import { toBase64 } from '../../domain/base64';
import type { Backend, Listing } from '../backend';
import { SyncError } from '../error';
import { fileStore } from '../file-store';
import { requestsBy, nothing, timeOf, wholeBody } from '../requests';
import { readMultistatus } from './multistatus';

/** A folder on a WebDAV server, as the reader gives it. */
export const webdavStore = fileStore({
  id: 'webdav',
  fields: [
    // A folder that exists: `https://cloud.example.org/remote.php/dav/files/anna/`.
    { name: 'url', kind: 'address', label: 'sync_url', hint: 'sync_url_hint' },
    { name: 'user', kind: 'text', label: 'sync_user' },
    { name: 'password', kind: 'secret', label: 'sync_password', hint: 'sync_password_hint' },
    // Inside of it, made when missing; may have several levels.
    { name: 'folder', kind: 'text', label: 'sync_folder', initial: 'foldaway' },
  ],
  words: { connect: 'sync_connect_webdav', hint: 'sync_connect_webdav_hint', name: 'sync_webdav_at' },
  open: webdav,
});

/** Format of the files, so that a later format can live beside this one. */
const FORMAT_FOLDER = 'v1';

const PROPFIND =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/><getcontentlength/><getlastmodified/><resourcetype/></prop></propfind>';

/**
 * Files in a WebDAV folder. Preconditions (If-Match) are not used: of six servers tested three ignore them on PUT,
 * and where they count they are not atomic; nothing here needs them.
 */
export function webdav(address: Record<'url' | 'user' | 'password' | 'folder', string>, fetch?: typeof globalThis.fetch, timeout?: number): Backend {
  const base = address.url.replace(/\/*$/, '/');
  const levels = [...address.folder.split('/').filter((part) => part !== ''), FORMAT_FOLDER].map(encodeURIComponent);
  const folder = `${base}${levels.join('/')}/`;
  const authorization = `Basic ${toBase64(new TextEncoder().encode(`${address.user}:${address.password}`))}`;
  const ask = requestsBy({
    fetch,
    timeout,
    headers: (method) => ({
      Authorization: authorization,
      ...(method === 'PROPFIND' && { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' }),
      ...(method === 'PUT' && { 'Content-Type': 'application/octet-stream' }),
    }),
    foreign: (method, status) => method === 'PROPFIND' && [200, 405, 501].includes(status),
  });
  const file = (name: string): string => folder + encodeURIComponent(name);

  async function list(): Promise<Listing> {
    return ask(
      'PROPFIND',
      folder,
      [207, 404],
      async (response) => {
        if (response.status === 404) return { files: [], serverTime: timeOf(response) };
        const files = readMultistatus(new TextDecoder().decode(await wholeBody(response)));
        if (files === null) throw new SyncError('not-ours', 'PROPFIND');
        return { files, serverTime: timeOf(response) };
      },
      PROPFIND,
    );
  }

  /** Makes every level; 405 and 201 both mean that it is there now, 409 that the one above is missing. */
  async function makeFolders(): Promise<void> {
    for (let depth = 1; depth <= levels.length; depth++) await ask('MKCOL', `${base}${levels.slice(0, depth).join('/')}/`, [200, 201, 301, 405], nothing);
  }

  async function put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const write = (): Promise<number> =>
      ask('PUT', file(name), [200, 201, 204, 404, 409], async (response) => nothing(response).then(() => response.status), bytes);
    if ((await write()) < 400) return;
    await makeFolders();
    const status = await write();
    if (status >= 400) throw new SyncError('server', `PUT ${status}`);
  }

  return {
    list,
    put,
    get: (name) => ask('GET', file(name), [200, 404], async (response) => (response.status === 404 ? nothing(response).then(() => null) : wholeBody(response))),
    delete: (name) => ask('DELETE', file(name), [200, 202, 204, 404], nothing),
  };
}
