import type { Runtime } from 'webextension-polyfill';
import { extensionApi } from '../extension-api';
import type { PageAnswers, PageRequests } from './table';

type PageHandlers = { [Name in keyof PageRequests]: (body: PageRequests[Name]) => PageAnswers[Name] | Promise<PageAnswers[Name]> };

/** Lets a content script answer the background. Only our own background can reach it; its messages are of our making. */
export function listen(handlers: PageHandlers, signal: AbortSignal): void {
  const { onMessage } = extensionApi().runtime;
  const listener = ((message: unknown, _sender: unknown, reply: (value: unknown) => void): true | undefined => {
    const { name, body } = message as { name: keyof PageRequests; body: never };
    if (!Object.hasOwn(handlers, name)) return undefined;
    Promise.resolve()
      .then(() => handlers[name](body))
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
