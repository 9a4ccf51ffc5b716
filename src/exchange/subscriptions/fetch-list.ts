import type { SubscriptionState, Trouble } from './subscription';
import { LARGEST_LIST } from './subscribed-list';

/** What a request came to. */
export type Fetched =
  | { kind: 'fresh'; text: string; etag: string | null; modified: string | null }
  | { kind: 'unchanged' }
  /** `wait` = seconds that the server asks to be left alone. */
  | { kind: 'failed'; trouble: Trouble; wait?: number };

/** The platform's `fetch`, given by who may reach the network. */
export type Request = (address: string, init: RequestInit) => Promise<Response>;

/** A worker that waits longer than 30 s for a response is stopped by the browser. */
export const TIMEOUT = 25_000;

/**
 * Fetches a list. The server learns the address and nothing of the reader: no cookies, no referrer, no address that
 * it chose itself, since redirects are not followed.
 * @param signal ends the request; the default is a time-out
 */
export async function fetchList(
  address: string,
  known: Pick<SubscriptionState, 'etag' | 'modified' | 'text'>,
  request: Request,
  signal: AbortSignal = AbortSignal.timeout(TIMEOUT),
): Promise<Fetched> {
  // Without a text to keep there is nothing that could be unchanged.
  const conditions: Record<string, string> = {};
  if (known.text !== undefined && known.etag !== undefined) conditions['If-None-Match'] = known.etag;
  if (known.text !== undefined && known.modified !== undefined) conditions['If-Modified-Since'] = known.modified;
  try {
    const response = await request(address, {
      headers: { Accept: 'text/plain, text/*;q=0.5', ...conditions },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
      signal,
    });
    return await read(response, Object.keys(conditions).length > 0);
  } catch (error) {
    return failed(isTimeout(error, signal) ? 'timeout' : 'offline', '');
  }
}

async function read(response: Response, conditional: boolean): Promise<Fetched> {
  const refuse = (fetched: Fetched): Fetched => {
    // Closes the connection; what comes after the headers is of no interest.
    void response.body?.cancel().catch(() => undefined);
    return fetched;
  };
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304)) {
    return refuse(failed('redirect', hostOf(response.headers.get('Location'))));
  }
  if (response.status === 304 && conditional) return refuse({ kind: 'unchanged' });
  if (response.status === 429 || response.status === 503) return refuse({ ...failed('busy', String(response.status)), ...waitOf(response) });
  if (response.status !== 200) return refuse(failed('http', String(response.status)));
  if (/html/i.test(response.headers.get('Content-Type') ?? '')) return refuse(failed('html', ''));
  const announced = Number(response.headers.get('Content-Length') ?? 0);
  if (announced > LARGEST_LIST) return refuse(failed('too_large', String(announced)));
  return readBody(response);
}

async function readBody(response: Response): Promise<Fetched> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = response.body?.getReader();
  let text = '';
  let size = 0;
  while (reader !== undefined) {
    const part = await nextPart(reader);
    if (part === 'cut') return failed('cut_off', String(size));
    size += part?.length ?? 0;
    if (size > LARGEST_LIST) {
      void reader.cancel().catch(() => undefined);
      return failed('too_large', String(size));
    }
    try {
      // At the end, what is left of a character is no text.
      text += decoder.decode(part, { stream: part !== undefined });
    } catch {
      void reader.cancel().catch(() => undefined);
      return failed('not_text', '');
    }
    if (part === undefined) break;
  }
  if (/^\s*<(?:!doctype|html|head|body|\?xml|script)/i.test(text.slice(0, 500))) return failed('html', '');
  if (text.includes('\0')) return failed('not_text', '');
  return { kind: 'fresh', text, etag: short(response.headers.get('ETag')), modified: short(response.headers.get('Last-Modified')) };
}

/** The next bytes; undefined at the end, 'cut' when the connection broke. A time-out is thrown on. */
async function nextPart(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | undefined | 'cut'> {
  try {
    return (await reader.read()).value;
  } catch (error) {
    if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) throw error;
    return 'cut';
  }
}

const failed = (code: Trouble['code'], detail: string): Fetched & { kind: 'failed' } => ({ kind: 'failed', trouble: { code, detail } });

const isTimeout = (error: unknown, signal: AbortSignal): boolean => signal.aborted || (error instanceof Error && error.name === 'TimeoutError');

/** Longer validators are not sent back. */
const short = (text: string | null): string | null => (text === null || text.length > 200 ? null : text);

function hostOf(address: string | null): string {
  try {
    return address === null ? '' : new URL(address).host;
  } catch {
    return '';
  }
}

/** `Retry-After` in seconds; dates, which need a clock that agrees with the server's, are left to the ordinary delay. */
function waitOf(response: Response): { wait?: number } {
  const seconds = /^\d{1,8}$/.exec(response.headers.get('Retry-After') ?? '')?.[0];
  return seconds === undefined ? {} : { wait: Number(seconds) };
}
