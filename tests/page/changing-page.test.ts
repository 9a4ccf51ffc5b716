// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { listsUnknown } from '../../src/archives/otw/address';
import { RequestFailed } from '../../src/messages/send';
import type { JudgeRequest } from '../../src/messages/table';
import { makeDesk } from '../../src/page/desk';
import { PATIENCE } from '../../src/page/line';
import { PageView } from '../../src/page/page-view';
import { reportOf } from '../../src/page/report';
import { fakeExtension, type FakeExtension } from '../fake-extension';
import { curtain, fold, item, judge, marks, reader, settle, startView, usePage, verdictOf } from './a-page';

const page = usePage();

/** A background that answers `judge` when it is told to. */
function slowBackground(): { fake: FakeExtension; answer(): Promise<void> } {
  const open: (() => void)[] = [];
  const fake = fakeExtension((name, body) => (name === 'judge' ? new Promise((resolve) => open.push(() => resolve(judge(name, body)))) : judge(name, body)));
  return {
    fake,
    async answer() {
      for (const one of open.splice(0)) one();
      await settle();
    },
  };
}

const bar = (): string => page.roots.get(document.querySelector('foldaway-bar') ?? document.body)?.textContent ?? '';
const asked = (fake: FakeExtension): number => fake.sent.filter(({ name }) => name === 'judge').length;

describe('a page that changes while it is judged', () => {
  it('counts no item that is gone before its verdict comes', async () => {
    const { answer } = slowBackground();
    page.list.append(item('fold a'), item('fold b'));
    const view = startView(page.stop.signal);
    await settle();
    page.list.firstElementChild?.remove();
    await answer();
    expect(reportOf(view, () => false)).toMatchObject({ judged: 1, folded: 1 });
    expect(bar()).toContain('1 folded of 1');
  });

  it('lets go of items that are gone, judges them anew when they come back, and gives no number twice', async () => {
    const fake = fakeExtension(judge);
    page.list.append(item('fold a'), item('fold b'));
    const view = startView(page.stop.signal);
    await settle();
    const [first] = page.list.children;
    first?.remove();
    await settle();
    expect(view.states.size).toBe(1);
    fake.sent.length = 0;
    await view.rulesChanged();
    expect(fake.sent.flatMap(({ name, body }) => (name === 'judge' ? (body as JudgeRequest).works.map(({ title }) => title) : []))).toEqual(['fold b']);
    page.list.append(first as Element);
    await settle();
    expect(marks()).toEqual(['fold', 'fold']);
    expect(first?.querySelectorAll('foldaway-fold')).toHaveLength(1);
    const numbers = [...view.states.values()].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(2);
    view.show(numbers[1] ?? -1, true);
    expect(first?.hasAttribute('data-foldaway-shown')).toBe(true);
    expect(bar()).toContain('2 folded of 2');
  });

  it('folds an item where it has been moved to, once', async () => {
    const { answer } = slowBackground();
    page.list.append(item('fold a'), item('fine'));
    startView(page.stop.signal);
    await settle();
    const other = document.createElement('ul');
    document.body.append(other);
    other.append(page.list.firstElementChild as Element);
    await answer();
    await answer();
    expect(other.firstElementChild?.getAttribute('data-foldaway')).toBe('fold');
    expect(other.querySelectorAll('foldaway-fold').length).toBe(1);
    expect(page.list.firstElementChild?.getAttribute('data-foldaway')).toBe('show');
  });

  it('judges what an item was replaced by, alone or with its whole list', async () => {
    const { answer } = slowBackground();
    page.list.append(item('fine'));
    const view = startView(page.stop.signal);
    await settle();
    page.list.firstElementChild?.replaceWith(item('fold now'));
    await settle();
    await answer();
    expect(marks()).toEqual(['fold']);
    const other = document.createElement('ol');
    other.append(item('fold later'), item('fine'));
    page.list.replaceWith(other);
    await settle();
    await answer();
    expect(marks()).toEqual(['fold', 'show']);
    expect(reportOf(view, () => false)).toMatchObject({ judged: 2, folded: 1 });
  });

  it('judges an item by what it says last, when it changed while it was judged', async () => {
    const { answer } = slowBackground();
    page.list.append(item('fine'));
    startView(page.stop.signal);
    await settle();
    page.list.querySelector('h4')?.replaceChildren('fold now');
    await settle();
    await answer();
    await answer();
    expect(marks()).toEqual(['fold']);
  });

  it('asks nobody any more once its tab is closed', async () => {
    const { fake, answer } = slowBackground();
    page.list.append(item('fold a'));
    startView(page.stop.signal);
    await settle();
    page.stop.abort();
    page.list.append(item('fold b'));
    await answer();
    expect(asked(fake)).toBe(1);
  });

  it('shows, counts and names entries of markup that nobody knows yet', async () => {
    fakeExtension(judge);
    page.list.append(item('fold a'), item('From tomorrow', 'odd'), item('Also from tomorrow', 'odd'));
    const view = startView(page.stop.signal);
    await settle();
    expect(marks()).toEqual(['fold', 'show', 'show']);
    expect(reportOf(view, () => false).unreadable).toEqual([
      { code: 'no-header', text: 'From tomorrow' },
      { code: 'no-header', text: 'Also from tomorrow' },
    ]);
    expect(bar()).toContain('2 entries could not be read and are shown');
  });

  it('says that it lists works in a form that nobody knows yet, when no entry can be found at all', async () => {
    fakeExtension(judge);
    const isLost = (page: Document): boolean => listsUnknown(page, new URL('https://archiveofourown.org/tags/Any/works'));
    const desk = makeDesk(() => null, isLost);
    document.body.replaceChildren(...[1, 2, 3].map((id) => Object.assign(document.createElement('a'), { href: `/works/${id}` })));
    const view = new PageView(document, reader, page.stop.signal, () => desk);
    view.start();
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await settle();
    expect(reportOf(view, isLost).state).toBe('unknown-page');
    expect(page.roots.get(document.querySelector('body > foldaway-panel') as Element)?.textContent).toContain('in a form that Foldaway does not know yet');
    document.body.append(item('fold a'));
    await settle();
    expect(reportOf(view, isLost).state).toBe('filtering');
  });

  it('of 5,000 items is judged whole, fifty first and then five hundred at a time', async () => {
    const sizes: number[] = [];
    fakeExtension((name, body) => {
      if (name === 'judge') sizes.push((body as JudgeRequest).works.length);
      return judge(name, body);
    });
    page.list.append(...Array.from({ length: 5000 }, (_, index) => item(index % 5 === 0 ? `fold ${index}` : `work ${index}`)));
    const view = new PageView(document, reader, page.stop.signal, () => undefined);
    view.start();
    await vi.waitFor(() => expect(reportOf(view, () => false).judged).toBe(5000), { timeout: 15_000 });
    expect(reportOf(view, () => false).folded).toBe(1000);
    expect(sizes).toEqual([50, ...Array.from({ length: 9 }, () => 500), 450]);
  });
});

describe('messages', () => {
  it('that come twice change nothing', async () => {
    const fake = fakeExtension(judge);
    page.list.append(item('fold a'), item('fine'));
    const view = startView(page.stop.signal);
    await settle();
    const before = document.body.innerHTML;
    await Promise.all([view.rulesChanged(), view.rulesChanged()]);
    await settle();
    expect(document.body.innerHTML).toBe(before);
    expect(asked(fake)).toBe(3);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no verdicts', { revision: 1 }],
    ['too few verdicts', { revision: 1, verdicts: [] }],
    ['verdicts that are none', { revision: 1, verdicts: ['fold', 7] }],
    [
      'an action of tomorrow',
      {
        revision: 1,
        verdicts: [
          { action: 'explode', reasons: [] },
          { action: 'explode', reasons: [] },
        ],
      },
    ],
    ['a fold without reasons', { revision: 1, verdicts: [{ action: 'fold' }, { action: 'fold' }] }],
    ['a text', 'fold'],
  ])('that answer with %s leave nothing out of sight for good', async (_, answer) => {
    vi.useFakeTimers();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const stray = vi.fn();
    process.on('unhandledRejection', stray);
    fakeExtension((name, body) => (name === 'judge' ? answer : judge(name, body)));
    page.list.append(item('one'), item('two'));
    startView(page.stop.signal);
    await vi.advanceTimersByTimeAsync(PATIENCE * 2);
    const covered = [...page.list.children].filter((one) => {
      const verdict = one.getAttribute('data-foldaway');
      if (verdict === null) return curtain() !== 'up';
      return (verdict === 'fold' || verdict === 'hide') && one.querySelector('foldaway-fold') === null;
    });
    expect(covered).toEqual([]);
    process.off('unhandledRejection', stray);
    expect(stray).not.toHaveBeenCalled();
  });

  it('that are refused leave the page open, and say that nothing is filtered', async () => {
    fakeExtension((name, body) => {
      if (name === 'judge') throw new RequestFailed('bad-message', 'judge');
      return judge(name, body);
    });
    page.list.append(item('fold a'));
    startView(page.stop.signal);
    await settle();
    expect(curtain()).toBe('up');
    expect(bar()).toContain('Filters did not answer');
  });

  it('that were lost are sent again as soon as a later one is answered', async () => {
    vi.useFakeTimers();
    const fake = fakeExtension((name, body) => (name === 'judge' ? new Promise(() => {}) : judge(name, body)));
    page.list.append(item('fold a'));
    startView(page.stop.signal);
    await vi.advanceTimersByTimeAsync(PATIENCE * 2);
    expect(curtain()).toBe('up');
    fake.background = judge;
    page.list.append(item('fold b'));
    await vi.advanceTimersByTimeAsync(100);
    expect(marks()).toEqual(['fold', 'fold']);
    expect(curtain()).toBe('down');
    expect(bar()).toContain('2 folded of 2');
  });

  it('are awaited by a clock that nobody can set', async () => {
    vi.useFakeTimers();
    const { answer } = slowBackgroundWithTimers();
    page.list.append(item('fold a'));
    startView(page.stop.signal);
    await vi.advanceTimersByTimeAsync(100);
    for (const jump of [-86_400_000, 86_400_000 * 365]) {
      vi.setSystemTime(Date.now() + jump);
      await vi.advanceTimersByTimeAsync(100);
      expect(curtain()).toBe('down');
    }
    answer();
    await vi.advanceTimersByTimeAsync(100);
    expect(marks()).toEqual(['fold']);
  });

  it('that come after the computer has slept for hours still fold', async () => {
    vi.useFakeTimers();
    const { answer } = slowBackgroundWithTimers();
    page.list.append(item('fold a'));
    startView(page.stop.signal);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(curtain()).toBe('up');
    answer();
    await vi.advanceTimersByTimeAsync(100);
    expect(marks()).toEqual(['fold']);
    expect(curtain()).toBe('down');
    expect(bar()).toContain('1 folded');
  });
});

function slowBackgroundWithTimers(): { answer(): void } {
  let open = (): void => {};
  fakeExtension((name, body) => (name === 'judge' ? new Promise((resolve) => (open = () => resolve(judge(name, body)))) : judge(name, body)));
  return { answer: () => open() };
}

describe('a page that outlives the extension', () => {
  it('stays as it is, shows what comes later, and says that only a reload has it filtered', async () => {
    const fake = fakeExtension(judge);
    page.list.append(item('fold a'), item('fine'));
    const view = startView(page.stop.signal);
    await settle();
    vi.useFakeTimers();
    fake.gone = true;
    view.show(0, true);
    await vi.advanceTimersByTimeAsync(50);
    expect(page.list.firstElementChild?.hasAttribute('data-foldaway-shown')).toBe(true);
    view.show(0, false);
    page.list.append(item('fold later'));
    await vi.advanceTimersByTimeAsync(PATIENCE * 2);
    expect(marks()).toEqual(['fold', 'show', null]);
    expect(curtain()).toBe('up');
    expect(page.roots.get(document.querySelector('foldaway-fold') as Element)?.textContent).toContain('Bad <b>tag</b>');
    const farewells = [...document.querySelectorAll('body > foldaway-panel')];
    expect(farewells).toHaveLength(1);
    expect(page.roots.get(farewells[0] as Element)?.querySelector('[role=status]')?.textContent).toMatch(/^Foldaway was updated or switched off\./);
    expect(page.roots.get(farewells[0] as Element)?.textContent).toContain('Reload the page');
    expect(verdictOf('fold')).toBe(fold);
  });
});
