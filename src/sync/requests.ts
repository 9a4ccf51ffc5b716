import { SyncError } from './error';

type Bytes = Uint8Array<ArrayBuffer>;

/** A worker that waits 30 s for an answer is ended by Chromium, so no request may take longer than this in ms, body included. */
const TIMEOUT = 25_000;
/** No file of ours is larger; a server that sends more is not followed. */
const SIZE_LIMIT = 64_000_000;

/** How a store's server is spoken to. */
export interface Manner {
  fetch?: typeof globalThis.fetch | undefined;
  /** Longest time of a request in ms, body included. */
  timeout?: number | undefined;
  /** Credentials, and what a method needs besides. */
  headers(method: string): Record<string, string>;
  /** Statuses by which something shows that it is no server of this kind at all. */
  foreign?(method: string, status: number): boolean;
}

/**
 * One request; `read` sees answers whose status is expected, all others become a SyncError.
 * @throws SyncError
 */
export type Ask = <T>(method: string, url: string, expected: readonly number[], read: (response: Response) => Promise<T>, body?: Bytes | string) => Promise<T>;

/** Requests to one server, as every store over HTTP makes them. */
export function requestsBy({ fetch = globalThis.fetch.bind(globalThis), timeout = TIMEOUT, headers, foreign = () => false }: Manner): Ask {
  return async (method, url, expected, read, body) => {
    const ended = AbortSignal.timeout(timeout);
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers: headers(method),
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
      await nothing(response);
      throw foreign(method, response.status) ? new SyncError('not-ours', `${method} ${response.status}`) : refusal(method, response);
    }
    try {
      return await read(response);
    } catch (error) {
      if (error instanceof SyncError) throw error;
      throw new SyncError('offline', `${method} cut`, null, { cause: error });
    }
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
  return new SyncError('server', detail);
}

/** Milliseconds to wait: the header is seconds or a date. */
function retryAfter(value: string | null): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 86_400_000) : null;
}

/** Reads nothing of an answer. */
export const nothing = async (response: Response): Promise<void> => response.body?.cancel().catch(() => undefined);

/** The whole body, unless it is larger than anything of ours. */
export async function wholeBody(response: Response): Promise<Bytes> {
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

/** The server's clock, ms since 1970; null where it does not tell. */
export function timeOf(response: Response): number | null {
  const time = Date.parse(response.headers.get('Date') ?? '');
  return Number.isNaN(time) ? null : time;
}
