// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchItems } from '../../src/page/items';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function watch(): { found: string[][]; changed: string[][]; removed: number; stop: AbortController } {
  const log = { found: [] as string[][], changed: [] as string[][], removed: 0, stop: new AbortController() };
  const ids = (items: Element[]): string[] => items.map((item) => item.id);
  watchItems(
    document,
    'li.blurb',
    { found: (items) => log.found.push(ids(items)), changed: (items) => log.changed.push(ids(items)), removed: () => (log.removed += 1) },
    log.stop.signal,
  );
  return log;
}

function blurb(id: string): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'work blurb group';
  item.id = id;
  const title = document.createElement('h4');
  title.textContent = id;
  item.append(title);
  return item;
}

const setReadyState = (state: DocumentReadyState): void => {
  Object.defineProperty(document, 'readyState', { configurable: true, get: () => state });
};

describe('watching for items', () => {
  let list: HTMLOListElement;
  beforeEach(() => {
    setReadyState('complete');
    list = document.createElement('ol');
    document.body.replaceChildren(list);
  });

  it('hands out the items that are there, in their order', () => {
    list.append(blurb('a'), blurb('b'));
    expect(watch().found).toEqual([['a', 'b']]);
  });

  it('hands out items that come later, each once', async () => {
    const log = watch();
    list.append(blurb('a'));
    await settle();
    list.append(blurb('b'), blurb('c'));
    await settle();
    expect(log.found).toEqual([['a'], ['b', 'c']]);
  });

  it('waits for the end tag of an item while the page is parsed', async () => {
    setReadyState('loading');
    const log = watch();
    const half = blurb('half');
    list.append(half);
    await settle();
    expect(log.found).toEqual([]);
    list.append(blurb('next'));
    await settle();
    expect(log.found).toEqual([['half']]);
    setReadyState('interactive');
    document.dispatchEvent(new Event('readystatechange'));
    expect(log.found).toEqual([['half'], ['next']]);
  });

  it('does not take an item for complete because something was put at the end of the body', async () => {
    setReadyState('loading');
    const main = document.createElement('div');
    const inner = document.createElement('div');
    const outer = document.createElement('div');
    outer.append(inner);
    inner.append(main);
    main.append(list);
    document.body.replaceChildren(outer);
    const log = watch();
    list.append(blurb('half'));
    document.body.append(document.createElement('aside'));
    await settle();
    expect(log.found).toEqual([]);
  });

  it('finds what the parser appends: inside an item, in another list, and after the last item was taken away', async () => {
    setReadyState('loading');
    const log = watch();
    const outer = blurb('outer');
    list.append(outer, document.createElement('li'));
    await settle();
    const second = document.createElement('ol');
    outer.append(blurb('inner'), document.createElement('p'));
    document.body.append(second);
    second.append(blurb('b'), document.createElement('li'));
    await settle();
    document.getElementById('b')?.remove();
    second.append(blurb('c'), document.createElement('li'));
    await settle();
    expect(log.found).toEqual([['outer'], ['inner', 'b'], ['c']]);
  });

  it('finds at the end of parsing what a script has put before other items', async () => {
    setReadyState('loading');
    const log = watch();
    list.append(blurb('a'), document.createElement('li'));
    await settle();
    list.prepend(blurb('before'));
    await settle();
    setReadyState('interactive');
    document.dispatchEvent(new Event('readystatechange'));
    expect(log.found).toEqual([['a'], ['before']]);
  });

  it('reports a change inside an item also while the rest is parsed', async () => {
    setReadyState('loading');
    const log = watch();
    list.append(blurb('a'), blurb('b'));
    await settle();
    document.getElementById('a')?.append(document.createElement('ul'));
    await settle();
    expect(log.changed).toEqual([['a']]);
  });

  it('reports an item whose inside changes, but not our own elements in it', async () => {
    list.append(blurb('a'), blurb('b'));
    const log = watch();
    document.getElementById('a')?.prepend(document.createElement('foldaway-fold'));
    await settle();
    expect(log.changed).toEqual([]);
    document.getElementById('b')?.append(document.createElement('ul'));
    await settle();
    expect(log.changed).toEqual([['b']]);
  });

  it('says when items are taken away, alone or with their list, and not when anything else is', async () => {
    list.append(blurb('a'), blurb('b'), document.createElement('li'));
    const log = watch();
    list.lastElementChild?.remove();
    await settle();
    expect(log.removed).toBe(0);
    document.getElementById('a')?.remove();
    await settle();
    expect(log.removed).toBe(1);
    list.remove();
    await settle();
    expect(log.removed).toBe(2);
  });

  it('finds items inside what is added as a whole, also inside other items', async () => {
    const log = watch();
    const outer = blurb('outer');
    const inner = document.createElement('ul');
    inner.append(blurb('inner'));
    outer.append(inner);
    list.append(outer);
    await settle();
    const late = document.createElement('ul');
    late.append(blurb('late'));
    outer.append(late);
    await settle();
    expect(log.found).toEqual([['outer', 'inner'], ['late']]);
  });

  it.each<DocumentReadyState>(['loading', 'complete'])(
    'looks only at what was added (%s), so that cost grows with the page and not with its square',
    async (state) => {
      setReadyState(state);
      watch();
      const matches = vi.spyOn(Element.prototype, 'matches');
      const add = async (count: number): Promise<number> => {
        matches.mockClear();
        for (let index = 0; index < count; index += 1) {
          list.append(blurb(`x${index}`));
          await settle();
        }
        return matches.mock.calls.length;
      };
      await add(1);
      const first = await add(30);
      await add(60);
      expect(await add(30)).toBe(first);
    },
  );

  it('is silent after the signal', async () => {
    const log = watch();
    log.stop.abort();
    list.append(blurb('late'));
    await settle();
    expect(log.found).toEqual([]);
  });
});
