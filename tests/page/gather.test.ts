// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Action } from '../../src/domain/verdict';
import { gather } from '../../src/page/gather';
import { setShown } from '../../src/page/mark';
import type { ItemState } from '../../src/page/report';
import { fakeExtension, openShadowRoots } from '../fake-extension';

let list: HTMLElement;
let states: Map<Element, ItemState>;
let roots: WeakMap<Element, ShadowRoot>;

const add = (action: Action, more: Partial<ItemState> = {}, listing = list): Element => {
  const item = document.createElement('li');
  listing.append(item);
  states.set(item, { number: states.size, work: null, verdict: { action, reasons: [] }, unreadable: null, muted: false, ...more });
  return item;
};
const marks = (): (string | null)[] => [...states.keys()].map((item) => item.getAttribute('data-foldaway-gathered'));

describe('folded items in a row', () => {
  beforeEach(() => {
    roots = openShadowRoots();
    fakeExtension(() => null);
    list = document.createElement('ol');
    document.body.replaceChildren(list);
    states = new Map();
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('become one line, over hidden ones but not over shown ones', () => {
    const head = add('fold');
    add('hide');
    add('fold');
    add('show');
    add('fold');
    gather(states, true, () => {});
    expect(marks()).toEqual(['head', null, 'row', null, null]);
    const line = head.querySelector('.gathered');
    expect(line === null ? null : roots.get(line)?.querySelector('button')?.textContent).toBe('2 foldedShow');
  });

  it('are apart in different listings, when one is shown again, and when the archive keeps them away itself', () => {
    const other = document.createElement('ol');
    document.body.append(other);
    add('fold');
    add('fold', {}, other);
    setShown(add('fold', {}, other), true);
    add('fold', { muted: true }, other);
    gather(states, true, () => {});
    expect(marks()).toEqual([null, null, null, null]);
  });

  it('get their own lines back when gathering ends', () => {
    add('fold');
    add('fold');
    gather(states, true, () => {});
    expect(marks()).toEqual(['head', 'row']);
    gather(states, false, () => {});
    expect(marks()).toEqual([null, null]);
    expect(document.querySelector('.gathered')).toBeNull();
  });
});
