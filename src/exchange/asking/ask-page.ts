/** Why a page could not be had. `busy` = the site asks to be left alone; `later` = it is too early for the next question; `detail` is a status where there is one. */
export type AskTrouble = 'unknown' | 'busy' | 'redirect' | 'http' | 'offline' | 'timeout' | 'too_large' | 'later';

export type Asked =
  | { ok: true; html: string }
  | { ok: false; trouble: AskTrouble; detail: string; /** Not to be asked before, in ms since 1970. */ until?: number };

/** The last request to each site, and until when it is to be left alone; kept across restarts of the background. */
export type Manners = Record<string, { asked: number; until: number }>;

export interface AskDeps {
  request: (address: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  load: () => Promise<Manners>;
  keep: (manners: Manners) => Promise<void>;
}

/** Between two requests to one site, whoever the reader asks for. */
export const SPACING = 5000;
/** How long a site is left alone that answers with 429 or 503, when it does not ask for longer. */
const PAUSE = 5 * 60_000;
const LONGEST_PAUSE = 24 * 60 * 60_000;
const TIMEOUT = 20_000;
/** Of a page, in bytes. */
const LARGEST = 3_000_000;

/**
 * Asks archives for single pages after a press of the reader's: one at a time, apart in time, without cookies, so
 * that no visit is noted in anybody's history, and not at all while the site asks to be left alone. Who has to wait
 * is told so and asks again (`patiently` in send.ts): a background that waits may be stopped by the browser. The
 * caller gives addresses of tags and front pages only, never of works.
 */
export class PageAsker {
  private busy = false;

  constructor(private readonly deps: AskDeps) {}

  async ask(address: string): Promise<Asked> {
    const { now } = this.deps;
    if (this.busy) return later(now() + 1000);
    this.busy = true;
    try {
      return await this.askNow(address);
    } finally {
      this.busy = false;
    }
  }

  private async askNow(address: string): Promise<Asked> {
    const { now, load, keep } = this.deps;
    const { host } = new URL(address);
    const manners = await load();
    const { asked = 0, until = 0 } = (Object.hasOwn(manners, host) ? manners[host] : undefined) ?? {};
    if (until > now()) return { ok: false, trouble: 'busy', detail: '', until };
    // A clock that was set back must not make anybody wait for years.
    if (asked <= now() && asked + SPACING > now()) return later(asked + SPACING);
    await keep({ ...manners, [host]: { asked: now(), until: 0 } });
    const answer = await this.request(address);
    if (!answer.ok && answer.until !== undefined) await keep({ ...manners, [host]: { asked: now(), until: answer.until } });
    return answer;
  }

  private async request(address: string): Promise<Asked> {
    const signal = AbortSignal.timeout(TIMEOUT);
    try {
      const response = await this.deps.request(address, {
        headers: { Accept: 'text/html' },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
        cache: 'no-store',
        signal,
      });
      return await this.read(response);
    } catch {
      return { ok: false, trouble: signal.aborted ? 'timeout' : 'offline', detail: '' };
    }
  }

  private async read(response: Response): Promise<Asked> {
    const failed = (trouble: AskTrouble, detail = String(response.status)): Asked & { ok: false } => {
      void response.body?.cancel().catch(() => undefined);
      return { ok: false, trouble, detail };
    };
    if (response.status === 429 || response.status === 503) return { ...failed('busy'), until: this.deps.now() + pauseOf(response) };
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) return failed('redirect', '');
    if (response.status === 404) return failed('unknown');
    if (response.status !== 200) return failed('http');
    if (Number(response.headers.get('Content-Length') ?? 0) > LARGEST) return failed('too_large', '');
    const html = await textOf(response);
    return html === null ? { ok: false, trouble: 'too_large', detail: '' } : { ok: true, html };
  }
}

/** The text of a body, and null as soon as it is too large: a body need not end. */
async function textOf(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  let size = 0;
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    size += next.value.length;
    if (size > LARGEST) {
      void reader?.cancel().catch(() => undefined);
      return null;
    }
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}

const later = (until: number): Asked => ({ ok: false, trouble: 'later', detail: '', until });

/** `Retry-After` in seconds; a date, which needs a clock that agrees with the server's, counts as none. */
function pauseOf(response: Response): number {
  const seconds = /^\d{1,8}$/.exec(response.headers.get('Retry-After') ?? '')?.[0];
  return Math.min(LONGEST_PAUSE, Math.max(PAUSE, Number(seconds ?? 0) * 1000));
}
