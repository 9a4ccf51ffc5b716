// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyWork } from '../../src/domain/work';
import type { Verdict } from '../../src/domain/verdict';
import { RequestFailed } from '../../src/messages/send';
import { makeDesk } from '../../src/page/desk';
import { detailsOf } from '../../src/page/panel/details';
import { PATIENCE } from '../../src/page/line';
import { WorkView, type WorkReader } from '../../src/page/work-view';
import { reportOf } from '../../src/page/report';
import { addOnWork } from '../../src/page/work-tools';
import { fakeExtension, openShadowRoots } from '../fake-extension';

const fold: Verdict = { action: 'fold', reasons: [{ rule: 'tag: "Bad"', list: 'mine', listName: 'My rules', words: ['Bad <i>tag</i>'], reveal: 'full' }] };
const work = { ...emptyWork('work'), subject: 'work' as const, id: '7', title: 'A title', freeforms: ['Bad <i>tag</i>'] };

let main: HTMLElement;
let stop: AbortController;
let roots: WeakMap<Element, ShadowRoot>;
let state: string;

const reader: WorkReader = {
  archive: 'test',
  archiveName: 'Test Archive',
  isReady: () => main.isConnected,
  read() {
    if (state === 'odd') throw Object.assign(new Error('unknown markup'), { code: 'no-title' });
    return { state, work: state === 'gone' ? null : work, main: state === 'gone' ? null : main };
  },
  main: () => (main.isConnected ? main : null),
};

const answers =
  (verdict: Verdict, reading = false) =>
  (name: string): unknown => {
    if (name === 'page-started') return { on: true, keepCovered: false, gather: false, look: '', revision: 1 };
    return name === 'judge-work' ? { revision: 1, verdict, reading } : null;
  };
const settle = async (): Promise<void> => {
  for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setTimeout(resolve, 0));
};
const start = (more: Partial<WorkReader> = {}): WorkView => {
  const desk = makeDesk(undefined, undefined, () => main.querySelector('p'));
  const view = new WorkView(document, { ...reader, ...more }, stop.signal, () => desk);
  view.start();
  return view;
};
const gate = (): ShadowRoot | undefined => {
  const host = document.querySelector('foldaway-gate');
  return host === null ? undefined : roots.get(host);
};
const curtain = (): string | null => document.documentElement.getAttribute('data-foldaway-curtain');

describe('the view of a work page', () => {
  beforeEach(() => {
    roots = openShadowRoots();
    state = 'work';
    main = document.createElement('div');
    main.append(document.createElement('p'));
    document.body.replaceChildren(main);
    stop = new AbortController();
  });
  afterEach(() => {
    stop.abort();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('offers to make a rule behind what the page says of a work, unless the gate is in front of it or the filter is off', async () => {
    const fake = fakeExtension(answers({ action: 'show', reasons: [] }));
    const view = start();
    await settle();
    const button = (): Element | null => main.querySelector('p + foldaway-panel');
    expect(button()).not.toBeNull();
    expect(addOnWork()).toBe(true);
    fake.background = answers(fold);
    await view.rulesChanged();
    expect(button()).toBeNull();
    // Nor by the shortcut.
    expect(addOnWork()).toBe(false);
    view.show(0, true);
    expect(button()).not.toBeNull();
    fake.background = (name) => (name === 'page-started' ? { on: false, keepCovered: false, gather: false, look: '', revision: 2 } : null);
    await view.rulesChanged();
    expect(button()).toBeNull();
  });

  it('puts the gate in front of an unwanted work, with the reason as text and the tags behind a press', async () => {
    const fake = fakeExtension(answers(fold));
    start();
    await settle();
    expect(main.getAttribute('data-foldaway')).toBe('fold');
    expect(main.firstElementChild?.localName).toBe('foldaway-gate');
    expect(gate()?.querySelector('.reason')?.textContent).toBe('Folded: Bad <i>tag</i>');
    expect(gate()?.textContent).not.toContain('A title');
    expect(detailsOf(document, work).textContent).toContain('A title');
    expect([...detailsOf(document, work).querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual(['Bad <i>tag</i>']);
    expect(fake.sent.filter(({ name }) => name === 'page-counts').at(-1)?.body).toEqual({ folded: 1, hidden: 0 });
  });

  it('offers to explain, and says over the work what a rule notes or highlights', async () => {
    const fake = fakeExtension(answers(fold));
    const view = start();
    await settle();
    const why = [...(gate()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === 'Why?');
    expect(why).toBeDefined();
    for (const [action, said] of [
      ['note', 'Note'],
      ['highlight', 'Highlighted'],
    ] as const) {
      fake.background = answers({ ...fold, action, ...(action === 'highlight' && { colour: 'teal' }) });
      await view.rulesChanged();
      await settle();
      const line = main.querySelector(':scope > foldaway-fold');
      expect(line === null ? '' : roots.get(line)?.querySelector('.why')?.textContent).toBe(`${said}: Bad <i>tag</i>`);
      expect(gate()).toBeUndefined();
    }
    expect(main.getAttribute('data-foldaway-colour')).toBe('teal');
    fake.background = answers({ action: 'show', reasons: [] });
    await view.rulesChanged();
    await settle();
    expect(main.querySelector('foldaway-fold')).toBeNull();
    expect(main.hasAttribute('data-foldaway-colour')).toBe(false);
  });

  it('names no subject where the rule says so, and lists no tag until asked', async () => {
    fakeExtension(answers({ ...fold, reasons: fold.reasons.map((reason) => ({ ...reason, reveal: 'none' })) }));
    start();
    await settle();
    const shown = [...(gate()?.querySelectorAll<HTMLElement>('h2, p, button') ?? [])]
      .filter((part) => part.closest('[hidden]') === null)
      .map((part) => part.textContent);
    expect(shown.join(' ')).not.toContain('Bad');
    expect(shown.join(' ')).not.toContain('A title');
  });

  it('waits until tags and preface are there', async () => {
    const fake = fakeExtension(answers(fold));
    main.remove();
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    start();
    await settle();
    expect(fake.sent.map(({ name }) => name)).not.toContain('judge-work');
    document.body.append(main);
    await settle();
    expect(main.getAttribute('data-foldaway')).toBe('fold');
  });

  it('shows a work that the reader is reading in this session, a page without a work, and what it cannot read', async () => {
    fakeExtension(answers(fold, true));
    start();
    await settle();
    expect(main.hasAttribute('data-foldaway-shown')).toBe(true);
    expect(gate()).toBeUndefined();
    for (const other of ['gone', 'odd']) {
      state = other;
      stop.abort();
      stop = new AbortController();
      const view = start();
      await settle();
      expect(main.getAttribute('data-foldaway')).toBe('show');
      expect(curtain()).toBe('up');
      expect(reportOf(view, () => false).unreadable.map(({ code }) => code)).toEqual(other === 'odd' ? ['no-title'] : []);
    }
  });

  it('takes no verdict from the page', async () => {
    fakeExtension(answers(fold));
    main.setAttribute('data-foldaway', 'show');
    main.setAttribute('data-foldaway-shown', '');
    start();
    await settle();
    expect(main.getAttribute('data-foldaway')).toBe('fold');
    expect(main.hasAttribute('data-foldaway-shown')).toBe(false);
    expect(gate()).toBeDefined();
  });

  it("says that a draft is the viewer's own", async () => {
    const fake = fakeExtension(answers({ action: 'show', reasons: [] }));
    state = 'draft';
    start();
    await settle();
    expect(fake.sent.find(({ name }) => name === 'judge-work')?.body).toMatchObject({ own: true });
  });

  it('shows the work with a message when the filters do not answer, and gates it after Retry', async () => {
    vi.useFakeTimers();
    const fake = fakeExtension(() => new Promise(() => {}));
    const view = start();
    await vi.advanceTimersByTimeAsync(PATIENCE + 50);
    expect(curtain()).toBe('up');
    const bar = document.querySelector('foldaway-bar');
    expect(bar === null ? '' : roots.get(bar)?.textContent).toContain('Filters did not answer');
    expect(reportOf(view, () => false).state).toBe('failed');
    fake.background = answers(fold);
    await view.rulesChanged();
    await vi.advanceTimersByTimeAsync(10);
    expect(main.getAttribute('data-foldaway')).toBe('fold');
    expect(document.querySelector('foldaway-bar')).toBeNull();
  });

  it('shows the work when the filters refuse to judge it, and says so', async () => {
    fakeExtension((name) => {
      if (name === 'judge-work') throw new RequestFailed('failed', 'disk');
      return answers(fold)(name);
    });
    start();
    await settle();
    expect(curtain()).toBe('up');
    const bar = document.querySelector('foldaway-bar');
    expect(bar === null ? '' : roots.get(bar)?.textContent).toContain('Filters did not answer');
  });

  it('leaves the page as the archive made it where the filter is off', async () => {
    const fake = fakeExtension(answers(fold));
    const view = start();
    await settle();
    fake.background = () => ({ on: false, keepCovered: false, gather: false, look: '', revision: 2 });
    await view.rulesChanged();
    await settle();
    expect(main.hasAttribute('data-foldaway')).toBe(false);
    expect(gate()).toBeUndefined();
    expect(curtain()).toBe('up');
  });

  it('asks about a work that was saved under the address that stands for it', async () => {
    const fake = fakeExtension(answers(fold));
    start({ address: () => 'https://archive.test/works/7' });
    await settle();
    const about = fake.sent.filter(({ body }) => 'url' in (body as object)).map(({ name, body }) => `${name} ${(body as { url: string }).url}`);
    expect(about).toEqual(['page-started https://archive.test/works/7', 'judge-work https://archive.test/works/7']);
  });

  it('does not offer to show a work always that no rule could name', async () => {
    fakeExtension(answers(fold));
    start({ read: () => ({ state: 'work', work: { ...work, id: null }, main }) });
    await settle();
    const labels = [...(gate()?.querySelectorAll('button') ?? [])].map((button) => button.textContent);
    expect(labels).toContain('Read this time');
    expect(labels).not.toContain('Always show this work');
  });
});
