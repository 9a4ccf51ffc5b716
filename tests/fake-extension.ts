import { afterEach, vi } from 'vitest';
import messages from '../public/_locales/en/messages.json';
import type { Reply } from '../src/messages/table';

type Texts = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
type Answer = (name: string, body: unknown) => unknown;

/** English texts with placeholders filled as the browser does. */
export function getMessage(key: string, substitutions: string | string[] = []): string {
  const entry = (messages as Texts)[key];
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
  /** Replaces the background; a rejected answer is one that never came. */
  background: Answer;
}

/** Puts an extension API in place whose background is a function of the test. */
export function fakeExtension(background: Answer): FakeExtension {
  const fake: FakeExtension = { sent: [], background };
  const api = {
    runtime: {
      id: 'test',
      async sendMessage({ name, body }: { name: string; body: unknown }): Promise<Reply<unknown>> {
        fake.sent.push({ name, body });
        return { ok: true, value: await fake.background(name, body) };
      },
    },
    i18n: { getMessage, getUILanguage: () => 'en' },
  };
  vi.stubGlobal('browser', api);
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
