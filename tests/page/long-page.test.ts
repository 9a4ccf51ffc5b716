// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeExtension } from '../fake-extension';
import { item, judge, marks, reader, settle, startView, usePage } from './a-page';

/** jsdom lays nothing out: the test says what is near. */
class FakeObserver implements Partial<IntersectionObserver> {
  static last: FakeObserver | undefined;
  readonly observed = new Set<Element>();
  constructor(private readonly tell: (entries: Pick<IntersectionObserverEntry, 'isIntersecting' | 'target'>[]) => void) {
    FakeObserver.last = this;
  }
  observe = (element: Element): void => void this.observed.add(element);
  unobserve = (element: Element): void => void this.observed.delete(element);
  disconnect = (): void => this.observed.clear();
  /** What is observed comes near, or goes away again. */
  say(elements: readonly Element[], isIntersecting: boolean): void {
    this.tell(elements.filter((target) => this.observed.has(target)).map((target) => ({ target, isIntersecting })));
  }
}

describe('a page of hundreds of items', () => {
  const page = usePage();
  const lines = (): Element[] => [...page.list.querySelectorAll('foldaway-panel')];
  const items = (): Element[] => [...page.list.children];
  const observer = (): FakeObserver => FakeObserver.last ?? new FakeObserver(() => {});
  beforeEach(() => {
    FakeObserver.last = undefined;
    vi.stubGlobal('IntersectionObserver', FakeObserver);
    page.list.append(...Array.from({ length: 250 }, (_, index) => item(index % 50 === 0 ? 'fold me' : 'fine')));
  });
  afterEach(() => vi.unstubAllGlobals());

  const judged = async (): Promise<ReturnType<typeof startView>> => {
    fakeExtension(judge);
    const view = startView(page.stop.signal, reader);
    await vi.waitFor(() => expect(observer().observed.size).toBe(250 - lines().length), { timeout: 5000 });
    return view;
  };

  it('is worked through in steps, to the last item', async () => {
    fakeExtension(judge);
    const readItem = vi.fn(reader.readItem);
    startView(page.stop.signal, { ...reader, readItem });
    expect(readItem).toHaveBeenCalledTimes(50);
    await vi.waitFor(() => expect(marks().filter((mark) => mark === 'fold')).toHaveLength(5), { timeout: 5000 });
    await vi.waitFor(() => expect(page.inside('foldaway-bar')).toContain('5 folded of 250'), { timeout: 5000 });
    expect(readItem).toHaveBeenCalledTimes(250);
  });

  it('gets the lines of its items as these come near, each once', async () => {
    await judged();
    const near = items().slice(200, 210);
    observer().say(near, false);
    expect(near.filter((one) => one.querySelector('foldaway-panel') !== null)).toEqual([]);
    observer().say(near, true);
    observer().say(near, true);
    for (const one of near) expect(one.querySelectorAll('foldaway-panel')).toHaveLength(1);
    expect(observer().observed.has(near[0] as Element)).toBe(false);
  });

  it('gets none while the filter pauses, and those of items that are near again afterwards', async () => {
    const view = await judged();
    const near = items().slice(200, 202);
    view.pause(true);
    observer().say(near, true);
    expect(lines()).toEqual([]);
    view.pause(false);
    await settle();
    await vi.waitFor(() => expect(observer().observed.has(near[0] as Element)).toBe(true));
    observer().say(near, true);
    for (const one of near) expect(one.querySelectorAll('foldaway-panel')).toHaveLength(1);
  });

  it('leaves no observer behind when the script ends', async () => {
    await judged();
    page.stop.abort();
    expect(observer().observed.size).toBe(0);
  });
});
