// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { emptyWork } from '../../src/domain/work';
import type { JudgedPage } from '../../src/page/desk-door';
import { openAdd } from '../../src/page/panel/add';
import { fakeExtension, openShadowRoots } from '../fake-extension';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it('counts the works of a rule also when the browser stopped the background once', async () => {
  const roots = openShadowRoots();
  Element.prototype.scrollIntoView = () => undefined;
  let asked = 0;
  fakeExtension((name) => {
    if (name === 'themes-of') return { found: [], all: [] };
    if (name === 'preview-rule' && asked++ === 0) return Promise.reject(new Error('Nobody there'));
    return { text: 'fold summary: "Words that are selected"', matches: 2 };
  });
  const item = document.createElement('li');
  item.textContent = 'Words that are selected';
  document.body.append(item);
  getSelection()?.selectAllChildren(item);
  const work = { ...emptyWork('work'), id: '1', summary: 'Words that are selected' };
  const page: JudgedPage = { document, states: new Map([[item, { number: 0, work, verdict: null, unreadable: null, muted: false }]]) };
  await openAdd({ what: 'add', page, item, focusBack() {}, toast() {}, failed() {} });
  const host = item.querySelector('foldaway-panel[open]');
  const root = host === null ? undefined : roots.get(host);
  await expect.poll(() => root?.querySelector('[role=status]')?.textContent, { timeout: 5000 }).toContain('2 works on this page.');
  expect(asked).toBe(2);
});

it('marks tags with the themes that they are recognised as', async () => {
  const roots = openShadowRoots();
  Element.prototype.scrollIntoView = () => undefined;
  fakeExtension((name) => (name === 'themes-of' ? { found: [{ theme: 'omegaverse', words: ['A/B/O'] }], all: [] } : { text: '', matches: 0 }));
  const item = document.createElement('li');
  document.body.append(item);
  const work = { ...emptyWork('work'), id: '1', freeforms: ['A/B/O', 'Fluff'] };
  const page: JudgedPage = { document, states: new Map([[item, { number: 0, work, verdict: null, unreadable: null, muted: false }]]) };
  await openAdd({ what: 'add', page, item, focusBack() {}, toast() {}, failed() {} });
  const host = item.querySelector('foldaway-panel[open]');
  const labels = host === null ? [] : [...(roots.get(host)?.querySelectorAll('label') ?? [])].map(({ textContent }) => textContent);
  expect(labels).toContain('A/B/O Omegaverse');
  expect(labels).toContain('Fluff');
});
