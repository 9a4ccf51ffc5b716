// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Action } from '../../src/domain/verdict';
import { makeDesk } from '../../src/page/desk';
import { enterDesk, type DeskPage } from '../../src/page/desk-door';
import { actOnFocused, focusedItem } from '../../src/page/focused';
import { enterPanel, type PanelRequest, type PanelTask } from '../../src/page/panel-door';
import type { ItemState } from '../../src/page/report';
import { fakeExtension, openShadowRoots } from '../fake-extension';

let roots: WeakMap<Element, ShadowRoot>;
let page: DeskPage & { toggled: [Element, boolean][] };

const state = (number: number, action: Action): ItemState => ({ number, work: null, verdict: { action, reasons: [] }, unreadable: null, muted: false });
const item = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const said = (): string => {
  const host = document.body.querySelector(':scope > foldaway-panel');
  return host === null ? '' : (roots.get(host)?.querySelector('[role=status]')?.textContent ?? '');
};

describe('a shortcut on a page', () => {
  beforeEach(() => {
    roots = openShadowRoots();
    fakeExtension(() => null);
    enterDesk(makeDesk());
    document.body.replaceChildren(
      ...new DOMParser().parseFromString(
        '<ol><li id="one"><a href="#">One</a></li><li id="two"><a href="#">Two</a><ul><li id="inner"><a href="#">Inner</a></li></ul></li></ol><a id="else" href="#">Else</a>',
        'text/html',
      ).body.children,
    );
    const toggled: [Element, boolean][] = [];
    page = {
      document,
      on: true,
      toggled,
      states: new Map([
        [item('one'), state(0, 'fold')],
        [item('two'), state(1, 'show')],
        [item('inner'), state(2, 'hide')],
      ]),
      toggle: (one: Element, shown: boolean) => void toggled.push([one, shown]),
      focusLine: () => undefined,
    } as unknown as typeof page;
  });
  afterEach(() => {
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });

  it('is about the item that has the focus, the inner one of two', () => {
    item('one').querySelector('a')?.focus();
    expect(focusedItem(page)).toBe(item('one'));
    item('inner').querySelector('a')?.focus();
    expect(focusedItem(page)).toBe(item('inner'));
  });

  it('is about the item under the pointer where the focus is elsewhere', () => {
    item('else').focus();
    expect(focusedItem(page)).toBeNull();
    const { matches } = Element.prototype;
    vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
      return selector === ':hover' ? this.id === 'two' || this.id === 'inner' : matches.call(this, selector);
    });
    expect(focusedItem(page)).toBe(item('inner'));
  });

  it('shows a folded item, and folds one that is shown', () => {
    item('one').querySelector('a')?.focus();
    expect(actOnFocused(page, 'toggle')).toBe(true);
    item('one').setAttribute('data-foldaway-shown', '');
    actOnFocused(page, 'toggle');
    expect(page.toggled).toEqual([
      [item('one'), true],
      [item('one'), false],
    ]);
  });

  it('says why nothing happens to a work that no rule folds, and where no work is meant', () => {
    item('two').querySelector('a')?.focus();
    actOnFocused(page, 'toggle');
    expect(said()).toBe('No rule folds this work.');
    item('else').focus();
    actOnFocused(page, 'toggle');
    expect(said()).toContain('Put the focus on a work');
    expect(page.toggled).toEqual([]);
  });

  it('says so where the filter is paused', () => {
    item('one').querySelector('a')?.focus();
    actOnFocused({ ...page, on: false }, 'toggle');
    expect(said()).toContain('switched off or paused');
    expect(page.toggled).toEqual([]);
  });

  it('opens "add from here" and gives the focus back where it was', () => {
    const asked: Exclude<PanelRequest, PanelTask>[] = [];
    enterPanel((request) => void ('item' in request && asked.push(request)));
    const link = item('two').querySelector('a');
    link?.focus();
    actOnFocused(page, 'add');
    expect(asked.map(({ what, item: about }) => [what, about])).toEqual([['add', item('two')]]);
    item('else').focus();
    asked[0]?.focusBack();
    expect(document.activeElement).toBe(link);
  });

  it('leaves pages without items to others', () => {
    expect(actOnFocused(undefined, 'toggle')).toBe(false);
    expect(actOnFocused({ ...page, states: new Map() }, 'add')).toBe(false);
  });
});
