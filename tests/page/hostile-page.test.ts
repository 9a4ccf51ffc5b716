// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../src/domain/verdict';
import { handWords } from '../../src/i18n';
import { send } from '../../src/messages/send';
import { makeDesk } from '../../src/page/desk';
import { enterDesk } from '../../src/page/desk-door';
import { ContentScriptContext } from '../../src/page/lifetime';
import { enterPanel } from '../../src/page/panel-door';
import { makeButton, makePart } from '../../src/page/shadow';
import { fakeExtension } from '../fake-extension';
import { fold, item, judge, marks, settle, startView, usePage, verdictOf } from './a-page';

const page = usePage();

describe('a hostile page', () => {
  it('gets hold of no root of ours by defining our elements', () => {
    fakeExtension(judge);
    const made: Element[] = [];
    customElements.define(
      'foldaway-mark',
      class extends HTMLElement {
        constructor() {
          super();
          made.push(this);
        }
      },
    );
    const { host, root } = makePart(document, 'foldaway-mark', '');
    root.append('my own words');
    // Browsers hand a closed root to an element's own class only when the class was there before the root.
    expect(made).toEqual([]);
    page.list.append(host);
    expect(made).toEqual([host]);
    expect(host.ownerDocument).toBe(document);
    expect(host.shadowRoot).toBeNull();
    expect(page.list.textContent).toBe('');
  });

  it('uncovers nothing by verdicts of its own', async () => {
    fakeExtension(judge);
    startView(page.stop.signal);
    await settle();
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    const faked = item('fold me');
    faked.setAttribute('data-foldaway', 'show');
    faked.setAttribute('data-foldaway-shown', '');
    page.list.append(faked);
    await settle();
    // Not complete yet, so not judged; and covered like every other.
    expect(marks()).toEqual([null]);
    page.list.append(document.createElement('li'));
    await settle();
    expect(marks()).toEqual(['fold']);
    expect(faked.hasAttribute('data-foldaway-shown')).toBe(false);
  });

  it('cannot keep a part of an item in sight by giving it a name of ours', async () => {
    fakeExtension(judge);
    const faked = item('fold me');
    const part = document.createElement('foldaway-fold');
    part.textContent = 'blocked words';
    faked.append(part);
    startView(page.stop.signal);
    await settle();
    page.list.append(faked);
    await settle();
    expect(marks()).toEqual(['fold']);
    expect(faked.textContent).not.toContain('blocked words');
    expect(faked.querySelectorAll('foldaway-fold').length).toBe(1);
  });

  it('judges copies that a script makes of judged items, and draws them anew', async () => {
    fakeExtension(judge);
    page.list.append(item('fold me'));
    startView(page.stop.signal);
    await settle();
    page.list.append(page.list.firstElementChild?.cloneNode(true) as Node);
    await settle();
    expect(marks()).toEqual(['fold', 'fold']);
    expect([...page.list.children].map((one) => one.querySelectorAll('foldaway-fold').length)).toEqual([1, 1]);
  });

  it('presses none of our buttons by a script', () => {
    const pressed = vi.fn();
    const button = makeButton(document, 'Show', pressed);
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(pressed).not.toHaveBeenCalled();
  });

  it('ends no script of ours by an event of its own, but a newer run of the extension ends an older one', () => {
    const fake = fakeExtension(judge);
    const { signal } = new ContentScriptContext('archive');
    document.dispatchEvent(new Event('foldaway-started-archive'));
    expect(signal.aborted).toBe(false);
    fake.gone = true;
    document.dispatchEvent(new Event('foldaway-started-archive'));
    expect(signal.aborted).toBe(true);
  });

  it('puts no element of its own between our scripts or in front of the browser, by its id', async () => {
    fakeExtension(judge);
    enterDesk(makeDesk());
    enterPanel(() => undefined);
    handWords({ texts: {}, plurals: [], digits: [] });
    expect(Object.getOwnPropertyNames(globalThis).filter((name) => /foldaway/i.test(name))).toEqual([]);
    handWords(undefined);
    // Chromium has no `browser`; its windows inherit a property for each id, here that of a form with a field "runtime".
    Reflect.deleteProperty(globalThis, 'browser');
    Object.defineProperty(Object.prototype, 'browser', { configurable: true, value: { runtime: { id: 'field' } } });
    try {
      expect(await send('page-counts', { folded: 0, hidden: 0 })).toBeNull();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'browser');
    }
  });

  it('gets no answer by messages and events, and makes us send nothing', async () => {
    const fake = fakeExtension(judge);
    page.list.append(item('fold me'));
    startView(page.stop.signal);
    await settle();
    const before = [fake.sent.length, document.documentElement.outerHTML];
    for (const name of ['rules-changed', 'report', 'show-item', 'said', 'stored-lists']) {
      window.postMessage({ name, body: { item: 0, shown: true, words: 'x', undo: null } }, '*');
      for (const target of [window, document, document.documentElement])
        target.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { item: 0, shown: true } }));
    }
    await settle();
    expect([fake.sent.length, document.documentElement.outerHTML]).toEqual(before);
  });

  it('reads no words of rules in anything that pages can read', async () => {
    const noted: Verdict = { ...fold, reasons: fold.reasons.map((reason) => ({ ...reason, note: 'my own words' })) };
    const fake = fakeExtension((name, body) => (name === 'judge' ? { revision: 1, verdicts: [noted, verdictOf('fine')] } : judge(name, body)));
    page.list.append(item('fold me'), item('fine'));
    startView(page.stop.signal);
    await settle();
    const { documentElement } = document;
    expect(page.roots.get(document.querySelector('foldaway-fold') as Element)?.textContent).toContain('my own words');
    expect(fake.sent.length).toBeGreaterThan(0);
    expect(documentElement.outerHTML).not.toMatch(/my own words|My rules|Bad/);
    const names = [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
    expect([...new Set(names)].filter((name) => name.startsWith('data-')).toSorted()).toEqual(['data-foldaway', 'data-foldaway-curtain', 'data-foldaway-look']);
  });
});
