import type { Runtime } from 'webextension-polyfill';
import { extensionApi } from '../extension-api';
import type { PageAnswers, PageRequests } from './table';

/** A page may have several scripts that listen; each takes what it knows. */
type PageHandlers = { [Name in keyof PageRequests]?: (body: PageRequests[Name]) => PageAnswers[Name] | Promise<PageAnswers[Name]> };

/** Lets a content script answer the background. Only our own background can reach it; its messages are of our making. */
export function listen(handlers: PageHandlers, signal: AbortSignal): void {
  const { onMessage } = extensionApi().runtime;
  const listener = ((message: unknown, _sender: unknown, reply: (value: unknown) => void): true | undefined => {
    const { name, body } = message as { name: keyof PageRequests; body: never };
    const handler = Object.hasOwn(handlers, name) ? (handlers[name] as (body: unknown) => unknown) : undefined;
    if (handler === undefined) return undefined;
    Promise.resolve()
      .then(() => handler(body))
      .then(
        (value) => reply({ ok: true, value: value ?? null }),
        (error: unknown) => reply({ ok: false, error: { code: 'failed', detail: String(error) } }),
      );
    return true;
    // The library's types have no listener that answers only some messages.
  }) as Runtime.OnMessageListenerCallback;
  onMessage.addListener(listener);
  signal.addEventListener('abort', () => onMessage.removeListener(listener), { once: true });
}
