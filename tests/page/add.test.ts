// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyWork, type Work } from '../../src/domain/work';
import type { JudgedPage } from '../../src/page/desk-door';
import { openAdd } from '../../src/page/panel/add';
import { fakeExtension, openShadowRoots } from '../fake-extension';

let roots: WeakMap<Element, ShadowRoot>;
beforeEach(() => {
  roots = openShadowRoots();
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Opens the panel on an item with these words, all of them selected. @returns what is inside the panel */
async function open(words: string, more: Partial<Work> = {}): Promise<ShadowRoot | undefined> {
  const item = document.createElement('li');
  item.textContent = words;
  document.body.append(item);
  const work = { ...emptyWork('work'), id: '1', summary: words, ...more };
  const page: JudgedPage = { document, states: new Map([[item, { number: 0, work, verdict: null, unreadable: null, muted: false }]]) };
  await openAdd({ what: 'add', page, item, selected: words, focusBack() {}, toast() {}, failed() {} });
  const host = item.querySelector('foldaway-panel[open]');
  return host === null ? undefined : roots.get(host);
}
const status = (root: ShadowRoot | undefined): string | null | undefined => root?.querySelector('[role=status]')?.textContent;

it('counts the works of a rule also when the browser stopped the background once', async () => {
  let asked = 0;
  fakeExtension((name) => {
    if (name === 'themes-of') return { found: [], all: [] };
    if (name === 'preview-rule' && asked++ === 0) return Promise.reject(new Error('Nobody there'));
    return { text: 'fold summary: "Words that are selected"', matches: 2 };
  });
  const root = await open('Words that are selected');
  await expect.poll(() => status(root), { timeout: 5000 }).toContain('2 works on this page.');
  expect(asked).toBe(2);
});

it('says nothing of a choice that was taken back before its answer came', async () => {
  // Only presses of the reader count, which a test can not make.
  const changes: [input: HTMLInputElement, changed: (event: object) => void][] = [];
  const { addEventListener } = EventTarget.prototype;
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (this: EventTarget, name, listener, how) {
    if (name === 'change') changes.push([this as HTMLInputElement, listener as (event: object) => void]);
    addEventListener.call(this, name, listener, how);
  });
  let answer: (() => void) | undefined;
  fakeExtension((name) => {
    if (name === 'themes-of') return { found: [], all: [] };
    return new Promise((resolve) => (answer = () => resolve({ text: 'fold summary: "Words"', matches: 2 })));
  });
  const root = await open('Words');
  await expect.poll(() => answer, { timeout: 5000 }).toBeDefined();
  const [ticked, changed] = changes.find(([{ checked, type }]) => checked && type === 'checkbox') ?? [];
  if (ticked !== undefined) ticked.checked = false;
  changed?.({ isTrusted: true });
  answer?.();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(status(root)).toBe('Choose what the rule is about.');
  expect(root?.querySelector('code')?.textContent).toBe('');
});

it('marks tags with the themes that they are recognised as', async () => {
  fakeExtension((name) => (name === 'themes-of' ? { found: [{ theme: 'omegaverse', words: ['A/B/O'] }], all: [] } : { text: '', matches: 0 }));
  const root = await open('', { freeforms: ['A/B/O', 'Fluff'] });
  const labels = [...(root?.querySelectorAll('label') ?? [])].map(({ textContent }) => textContent);
  expect(labels).toContain('A/B/O Omegaverse');
  expect(labels).toContain('Fluff');
});
