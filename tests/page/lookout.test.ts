// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OTW_ITEMS } from '../../src/archives/otw/items';
import { linksWorks } from '../../src/archives/otw/address';
import type { Bring, Desk } from '../../src/page/desk-door';
import { PATIENCE } from '../../src/page/line';
import { lookOut } from '../../src/page/lookout';
import { fakeExtension, type FakeExtension } from '../fake-extension';

const here = { host: 'archive.test' };
const start = (): void => lookOut(document, OTW_ITEMS, () => linksWorks(document, here));

/** Each test has a page of its own, since nothing ends a lookout. */
let document: Document;
let main: HTMLElement;
let fake: FakeExtension;
let state: DocumentReadyState;

const put = (html: string): void => void main.replaceChildren(...(new DOMParser().parseFromString(html, 'text/html').body.childNodes as Iterable<Node>));
const curtainState = (): string | null => document.documentElement.getAttribute('data-foldaway-curtain');
const asked = (): number => fake.sent.filter(({ name }) => name === 'bring-scripts').length;
/** As the background finds it. */
const door = (): { desk?: Desk | undefined; bring?: Bring } => (globalThis as never)[Symbol.for('foldaway-door')];
/** What watches the document has been told. */
const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the lookout', () => {
  beforeEach(() => {
    fake = fakeExtension(() => null);
    document = new DOMParser().parseFromString('', 'text/html');
    main = document.createElement('div');
    main.id = 'main';
    document.body.replaceChildren(main);
    state = 'loading';
    vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state);
  });
  afterEach(() => {
    door().desk = undefined;
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  const parsed = (): void => {
    state = 'interactive';
    document.dispatchEvent(new Event('DOMContentLoaded'));
  };

  it('asks for nothing and writes nothing where there is neither an item nor a link to a work', async () => {
    start();
    put('<h2>Questions</h2><p><a href="https://archive.test/works/search">Search</a> <a href="https://elsewhere.test/works/1">Elsewhere</a></p>');
    parsed();
    await told();
    expect(fake.sent).toEqual([]);
    expect(curtainState()).toBeNull();
  });

  it('covers all items, also those that bring a verdict along, and has the scripts brought in, once', async () => {
    start();
    put('<ol><li class="work blurb" data-foldaway="show"></li></ol>');
    await told();
    expect(curtainState()).toBe('all');
    put('<ol><li class="work blurb"></li><li class="work blurb"></li></ol>');
    parsed();
    await told();
    expect(asked()).toBe(1);
  });

  it('has them brought in for a link to a work once the page is there', async () => {
    start();
    put('<p><a href="https://archive.test/works/12">A work</a></p>');
    await told();
    expect(asked()).toBe(0);
    parsed();
    await told();
    expect(asked()).toBe(1);
    expect(curtainState()).toBeNull();
  });

  it('looks at once at a page that was open before', async () => {
    state = 'complete';
    put('<ol><li class="work blurb"></li></ol>');
    start();
    expect(curtainState()).toBe('all');
    expect(asked()).toBe(1);
    await told();
  });

  it('leaves a page alone whose address has brought the others', async () => {
    door().desk = {} as Desk;
    start();
    put('<ol><li class="work blurb"></li></ol>');
    parsed();
    await told();
    expect(fake.sent).toEqual([]);
    expect(curtainState()).toBeNull();
  });

  it('asks again while the background is stopped, and shows the items when nobody comes', async () => {
    vi.useFakeTimers();
    fake.background = () => Promise.reject(new Error('stopped'));
    state = 'complete';
    put('<ol><li class="work blurb"></li></ol>');
    start();
    await vi.advanceTimersByTimeAsync(PATIENCE - 100);
    expect(asked()).toBeGreaterThan(3);
    expect(curtainState()).toBe('all');
    await vi.advanceTimersByTimeAsync(200);
    expect(curtainState()).toBe('up');
    const tries = asked();
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(asked()).toBeLessThanOrEqual(tries + 1);
  });

  it('asks no more when the others have come although nobody said so', async () => {
    vi.useFakeTimers();
    fake.background = () => {
      door().desk = {} as Desk;
      return Promise.reject(new Error('stopped'));
    };
    state = 'complete';
    put('<ol><li class="work blurb"></li></ol>');
    start();
    await vi.advanceTimersByTimeAsync(PATIENCE * 2);
    expect(asked()).toBe(1);
    expect(curtainState()).toBe('all');
  });

  it('shows the items too when the background takes the question and never answers', async () => {
    vi.useFakeTimers();
    fake.background = () => new Promise(() => {});
    state = 'complete';
    put('<ol><li class="work blurb"></li></ol>');
    start();
    await vi.advanceTimersByTimeAsync(PATIENCE + 1);
    expect(curtainState()).toBe('up');
  });

  it('tells nothing of a page that nobody sees yet, and keeps its items covered', async () => {
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
    state = 'complete';
    put('<ol><li class="work blurb"></li></ol>');
    start();
    await told();
    expect(fake.sent).toEqual([]);
    expect(curtainState()).toBe('all');
    Object.defineProperty(document, 'prerendering', { configurable: true, value: false });
    document.dispatchEvent(new Event('prerenderingchange'));
    await told();
    expect(asked()).toBe(1);
  });

  it('brings the others in when the background wants one of them to answer', async () => {
    start();
    expect(await door().bring?.()).toBe(true);
    expect(asked()).toBe(1);
  });
});
