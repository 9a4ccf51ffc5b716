import { afterEach, vi } from 'vitest';
import messages from '../public/_locales/en/messages.json';
import { RequestFailed } from '../src/messages/send';
import type { Reply } from '../src/messages/table';

type Texts = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
type Answer = (name: string, body: unknown) => unknown;

/** Texts, English ones unless others are given, with placeholders filled as the browser does. */
export function getMessage(key: string, substitutions: string | string[] = [], texts: Texts = messages): string {
  const entry = texts[key];
  if (entry === undefined) return '';
  const values = [substitutions].flat();
  return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? '';
    return content.replace(/\$(\d)/g, (__, digit: string) => values[Number(digit) - 1] ?? '');
  });
}

export interface FakeExtension {
  /** Every message sent so far. */
  sent: { name: string; body: unknown }[];
  /** Replaces the background; a rejected answer is one that never came, unless it is a refusal with another code. */
  background: Answer;
  /** The extension was updated or switched off: this script is left behind in its page. */
  gone: boolean;
}

/** Puts an extension API in place whose background is a function of the test. */
export function fakeExtension(background: Answer): FakeExtension {
  const fake: FakeExtension = { sent: [], background, gone: false };
  const there = (): void => {
    if (fake.gone) throw new Error('Extension context invalidated.');
  };
  const api = {
    runtime: {
      get id() {
        return fake.gone ? undefined : 'test';
      },
      async sendMessage({ name, body }: { name: string; body: unknown }): Promise<Reply<unknown>> {
        there();
        fake.sent.push({ name, body });
        try {
          return { ok: true, value: await fake.background(name, body) };
        } catch (error) {
          if (error instanceof RequestFailed && error.code !== 'no-answer') return { ok: false, error };
          throw error;
        }
      },
    },
    i18n: {
      getMessage(...asked: Parameters<typeof getMessage>) {
        there();
        return getMessage(...asked);
      },
      getUILanguage: () => 'en',
    },
  };
  vi.stubGlobal('browser', api);
  vi.stubGlobal('chrome', api);
  afterEach(() => vi.unstubAllGlobals());
  return fake;
}

/** Our elements have closed shadow roots; tests look inside through the call that makes them. */
export function openShadowRoots(): WeakMap<Element, ShadowRoot> {
  const roots = new WeakMap<Element, ShadowRoot>();
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    roots.set(this, root);
    return root;
  });
  return roots;
}
