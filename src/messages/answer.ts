import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser';
import { requests, type Answers, type Reply, type RequestBody, type RequestName, type Sender } from './table';

export type Handlers = { [Name in RequestName]: (body: RequestBody<Name>, sender: Runtime.MessageSender) => Promise<Answers[Name]> | Answers[Name] };

/** Says whether an address belongs to a page whose content script may speak to us. */
export type IsArchive = (url: URL) => boolean | Promise<boolean>;

/** A failure that the asking part should tell the reader about, by code. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: string,
    detail = '',
  ) {
    super(detail);
  }
}

/**
 * Answers every message of the table: checks who sends it and its shape, runs the handler, and always replies,
 * so that no page ever waits for a rejected promise.
 * @returns a function that ends it
 */
export function answerMessages(handlers: Handlers, isArchive: IsArchive): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender, reply: (value: unknown) => void): true => {
    void answer(message, sender, handlers, isArchive).then(reply);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

async function answer(message: unknown, sender: Runtime.MessageSender, handlers: Handlers, isArchive: IsArchive): Promise<Reply<unknown>> {
  try {
    const { name, body } = envelope(message);
    const request = requests[name];
    const who = await senderOf(sender, isArchive);
    // Our own pages may also say what a page may say; never the other way round.
    if (who === null || (request.from === 'own' && who !== 'own')) return refuse('not-allowed', name);
    const parsed = request.shape.safeParse(body);
    if (!parsed.success) return refuse('bad-message', `${name}: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`);
    // A page speaks of itself: what it learns is about its own archive.
    if (who === 'page' && 'url' in parsed.data && !isSameSite(parsed.data.url, sender)) return refuse('not-allowed', name);
    const handler = handlers[name] as (body: unknown, sender: Runtime.MessageSender) => unknown;
    return { ok: true, value: await handler(parsed.data, sender) };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.code, error.message);
    console.error('Foldaway:', error);
    return refuse('failed', error instanceof Error ? error.message : String(error));
  }
}

const refuse = (code: string, detail: string): Reply<never> => ({ ok: false, error: { code, detail } });

function envelope(message: unknown): { name: RequestName; body: unknown } {
  if (typeof message !== 'object' || message === null) throw new Refusal('bad-message', 'not an object');
  const { name, body } = message as { name?: unknown; body?: unknown };
  if (typeof name !== 'string' || !Object.hasOwn(requests, name)) throw new Refusal('bad-message', 'unknown name');
  return { name: name as RequestName, body };
}

/** A work saved on disk is read as of the archive that it is from. */
function isSameSite(address: string, sender: Runtime.MessageSender): boolean {
  try {
    const { origin, protocol } = new URL(sender.url ?? '');
    return protocol === 'file:' || new URL(address).origin === origin;
  } catch {
    return false;
  }
}

/** A page that Chromium renders in advance is a top frame, but has another number until the reader sees it. */
function isTopFrame(sender: Runtime.MessageSender & { documentLifecycle?: string }): boolean {
  return (sender.frameId ?? 0) === 0 || sender.documentLifecycle === 'prerender';
}

/**
 * Who sent it. Another extension is nobody; a page of ours is `own` even in a tab; the rest must be the top frame
 * of an archive page.
 */
async function senderOf(sender: Runtime.MessageSender, isArchive: IsArchive): Promise<Sender | null> {
  if (sender.id !== browser.runtime.id || sender.url === undefined) return null;
  if (sender.url.startsWith(browser.runtime.getURL(''))) return 'own';
  if (sender.tab === undefined || !isTopFrame(sender)) return null;
  try {
    return (await isArchive(new URL(sender.url))) ? 'page' : null;
  } catch {
    return null;
  }
}
