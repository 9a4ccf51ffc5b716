import { toBase64 } from '../../domain/base64';
import type { Backend, Listing } from '../backend';
import { SyncError } from '../error';
import { readMultistatus } from './multistatus';

type Bytes = Uint8Array<ArrayBuffer>;

/** A folder on a WebDAV server, as the reader gave it. */
export interface WebdavAddress {
  /** Folder that exists: `https://cloud.example.org/remote.php/dav/files/anna/`. */
  url: string;
  user: string;
  password: string;
  /** Folder inside it that is made when missing; may have several levels. */
  folder: string;
}

/** A worker that waits 30 s for an answer is ended by Chromium, so no request may take longer than this, body included. */
const TIMEOUT = 25_000;
/** No file of ours is larger; a server that sends more is not followed. */
const SIZE_LIMIT = 64_000_000;
/** Format of the files, so that a later format can live beside this one. */
const FORMAT_FOLDER = 'v1';

const PROPFIND =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/><getcontentlength/><getlastmodified/><resourcetype/></prop></propfind>';

/**
 * Files in a WebDAV folder. Preconditions (If-Match) are not used: of six servers tested three ignore them on PUT,
 * and where they count they are not atomic; nothing here needs them.
 */
export function webdav(address: WebdavAddress, fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis), timeout = TIMEOUT): Backend {
  const base = address.url.replace(/\/*$/, '/');
  const levels = [...address.folder.split('/').filter((part) => part !== ''), FORMAT_FOLDER];
  const folder = `${levels.map(encodeURIComponent).join('/')}/`;
  const authorization = `Basic ${toBase64(new TextEncoder().encode(`${address.user}:${address.password}`))}`;

  /** One request; `read` sees answers whose status is expected, all others become a SyncError. */
  async function request<T>(
    method: string,
    path: string,
    expected: readonly number[],
    read: (response: Response) => Promise<T>,
    body?: Bytes | string,
  ): Promise<T> {
    const ended = AbortSignal.timeout(timeout);
    let response: Response;
    try {
      response = await fetch(base + path, {
        method,
        headers: {
          Authorization: authorization,
          ...(method === 'PROPFIND' && { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' }),
          ...(method === 'PUT' && { 'Content-Type': 'application/octet-stream' }),
        },
        ...(body !== undefined && { body }),
        // Cookies of a session in the browser would be answered with 401 by Nextcloud; a redirect must not carry the password elsewhere.
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'manual',
        signal: ended,
      });
    } catch (error) {
      throw new SyncError('offline', ended.aborted ? `${method} timed out` : method, null, { cause: error });
    }
    if (!expected.includes(response.status)) {
      await response.body?.cancel().catch(() => undefined);
      throw refusal(method, response);
    }
    try {
      return await read(response);
    } catch (error) {
      if (error instanceof SyncError) throw error;
      throw new SyncError('offline', `${method} cut`, null, { cause: error });
    }
  }

  const nothing = async (response: Response): Promise<void> => response.body?.cancel().catch(() => undefined);

  async function list(): Promise<Listing> {
    return request(
      'PROPFIND',
      folder,
      [207, 404],
      async (response) => {
        const serverTime = Date.parse(response.headers.get('Date') ?? '');
        const time = Number.isNaN(serverTime) ? null : serverTime;
        if (response.status === 404) return { files: [], serverTime: time };
        const files = readMultistatus(new TextDecoder().decode(await limited(response)));
        if (files === null) throw new SyncError('not-ours', 'PROPFIND');
        return { files, serverTime: time };
      },
      PROPFIND,
    );
  }

  /** Makes every level; 405 and 201 both mean that it is there now, 409 that the one above is missing. */
  async function makeFolders(): Promise<void> {
    for (let depth = 1; depth <= levels.length; depth++) {
      await request('MKCOL', `${levels.slice(0, depth).map(encodeURIComponent).join('/')}/`, [200, 201, 301, 405], nothing);
    }
  }

  async function put(name: string, bytes: Bytes): Promise<void> {
    const write = (): Promise<number> =>
      request('PUT', folder + encodeURIComponent(name), [200, 201, 204, 404, 409], async (response) => nothing(response).then(() => response.status), bytes);
    if ((await write()) < 400) return;
    await makeFolders();
    const status = await write();
    if (status >= 400) throw new SyncError('server', `PUT ${status}`);
  }

  return {
    list,
    put,
    get: (name) =>
      request('GET', folder + encodeURIComponent(name), [200, 404], async (response) =>
        response.status === 404 ? nothing(response).then(() => null) : limited(response),
      ),
    delete: (name) => request('DELETE', folder + encodeURIComponent(name), [200, 202, 204, 404], nothing),
  };
}

/** What a status that was not expected means. */
function refusal(method: string, response: Response): SyncError {
  const { status } = response;
  const detail = `${method} ${status}`;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) return new SyncError('not-ours', `${method} redirected`);
  if (status === 401 || status === 403) return new SyncError('refused', detail);
  if (status === 507 || status === 413) return new SyncError('full', detail);
  if (status === 429 || status === 503 || status === 423) return new SyncError('busy', detail, retryAfter(response.headers.get('Retry-After')));
  if ((status === 405 || status === 501 || status === 200) && method === 'PROPFIND') return new SyncError('not-ours', detail);
  return new SyncError('server', detail);
}

/** Milliseconds to wait: the header is seconds or a date. */
function retryAfter(value: string | null): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 86_400_000) : null;
}

/** The whole body, unless it is larger than anything of ours. */
async function limited(response: Response): Promise<Bytes> {
  if (Number(response.headers.get('Content-Length') ?? 0) > SIZE_LIMIT) throw new SyncError('not-ours', 'too large');
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > SIZE_LIMIT) throw new SyncError('not-ours', 'too large');
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}
