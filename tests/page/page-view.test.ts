// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { RequestFailed } from '../../src/messages/send';
import type { JudgeRequest } from '../../src/messages/table';
import { PATIENCE } from '../../src/page/line';
import { PageView } from '../../src/page/page-view';
import { reportOf } from '../../src/page/report';
import { fakeExtension } from '../fake-extension';
import { curtain, item, judge, marks, reader, settle, startView, usePage, verdictOf } from './a-page';

describe('a page view', () => {
  const page = usePage();
  const start = (archive = reader): PageView => startView(page.stop.signal, archive);

  it('marks every item with its verdict, and a folded one says why, as text', async () => {
    fakeExtension(judge);
    page.list.append(item('fine'), item('fold me'), item('hide me'));
    start();
    await settle();
    expect(marks()).toEqual(['show', 'fold', 'hide']);
    expect(page.inside('foldaway-fold')).toContain('Folded: Bad <b>tag</b>');
    expect(document.querySelectorAll('foldaway-fold').length).toBe(1);
    expect(curtain()).toBe('down');
  });

  it('counts over the listing and on the badge', async () => {
    const fake = fakeExtension(judge);
    page.list.append(item('fold 1'), item('fold 2'), item('hide 3'));
    start();
    await settle();
    expect(page.inside('foldaway-bar')).toContain('2 folded, 1 hidden of 3');
    expect(fake.sent.filter(({ name }) => name === 'page-counts').at(-1)?.body).toEqual({ folded: 2, hidden: 1 });
  });

  it('shows an item again, folds it back, and says so to screen readers', async () => {
    fakeExtension(judge);
    page.list.append(item('fold me'));
    const view = start();
    await settle();
    const button = page.roots.get(document.querySelector('foldaway-fold') as Element)?.querySelector('button');
    expect(button?.getAttribute('aria-expanded')).toBe('false');
    view.show(0, true);
    expect(button?.getAttribute('aria-expanded')).toBe('true');
    expect(page.list.firstElementChild?.hasAttribute('data-foldaway-shown')).toBe(true);
    view.show(0, false);
    expect(page.list.firstElementChild?.hasAttribute('data-foldaway-shown')).toBe(false);
  });

  it('leaves an item that it cannot read visible, counts it and names it', async () => {
    fakeExtension(judge);
    page.list.append(item('From the future', 'odd'), item('fold me'));
    const view = start();
    await settle();
    expect(marks()).toEqual(['show', 'fold']);
    expect(reportOf(view, () => false).unreadable).toEqual([{ code: 'no-header', text: 'From the future' }]);
    expect(page.inside('foldaway-bar')).toContain('1 entry could not be read');
  });

  it('pauses and resumes, with everything in sight in between and what cannot be read always', async () => {
    fakeExtension(judge);
    page.list.append(item('From the future', 'odd'), item('fold me'), item('hide me'));
    const view = start();
    await settle();
    view.pause(true);
    await settle();
    expect(marks()).toEqual([null, null, null]);
    expect(curtain()).toBe('up');
    expect(page.inside('foldaway-bar')).toContain('Paused');
    view.pause(false);
    await settle();
    expect(marks()).toEqual(['show', 'fold', 'hide']);
    expect(curtain()).toBe('down');
  });

  it('offers the other way round at once, so that a second press does not repeat the first', async () => {
    fakeExtension(judge);
    page.list.append(item('fold me'));
    const view = start();
    await settle();
    view.showAll(page.list, true);
    expect(page.inside('foldaway-bar')).toContain('Fold again');
    view.pause(true);
    expect(page.inside('foldaway-bar')).toContain('Paused');
  });

  it('says when free tags are withheld, with the way to the setting', async () => {
    fakeExtension(judge);
    page.list.append(item('fine', 'withheld'));
    const view = start();
    await settle();
    const bar = page.roots.get(document.querySelector('foldaway-bar') as Element);
    expect(bar?.textContent).toContain('additional tags');
    expect(bar?.querySelector('a')?.href).toBe('https://archive.test/preferences');
    expect(reportOf(view, () => false).withheld).toEqual(['freeforms']);
  });

  it('judges an item again when what it states changes, and not when anything else does', async () => {
    const fake = fakeExtension(judge);
    page.list.append(item('fine'));
    start();
    await settle();
    const asked = (): number => fake.sent.filter(({ name }) => name === 'judge').length;
    expect(asked()).toBe(1);
    page.list.firstElementChild?.append(document.createElement('div'));
    await settle();
    expect(asked()).toBe(1);
    page.list.firstElementChild?.querySelector('h4')?.replaceChildren('fold now');
    await settle();
    expect(asked()).toBe(2);
    expect(marks()).toEqual(['fold']);
  });

  it('folds and unfolds when the rules change', async () => {
    const fake = fakeExtension(judge);
    page.list.append(item('fold me'), item('fine'));
    const view = start();
    await settle();
    fake.background = (name, body) =>
      name === 'judge'
        ? { revision: 2, verdicts: (body as JudgeRequest).works.map(({ title }) => verdictOf(title === 'fine' ? 'fold' : 'fine')) }
        : judge(name, body);
    await view.rulesChanged();
    expect(marks()).toEqual(['show', 'fold']);
    expect(document.querySelectorAll('foldaway-fold').length).toBe(1);
  });

  it('lifts the curtain when the filters do not answer, says so, and filters after Retry', async () => {
    vi.useFakeTimers();
    const fake = fakeExtension(() => new Promise(() => {}));
    page.list.append(item('fold me'));
    const view = start();
    await vi.advanceTimersByTimeAsync(PATIENCE - 100);
    expect(curtain()).toBe('down');
    await vi.advanceTimersByTimeAsync(200);
    expect(curtain()).toBe('up');
    expect(page.inside('foldaway-bar')).toContain('Filters did not answer');
    expect(reportOf(view, () => false).state).toBe('failed');
    fake.background = judge;
    await view.rulesChanged();
    await vi.advanceTimersByTimeAsync(10);
    expect(marks()).toEqual(['fold']);
    expect(curtain()).toBe('down');
    expect(page.inside('foldaway-bar')).toContain('1 folded');
  });

  it('lifts the curtain for items whose answer never comes although others were answered meanwhile', async () => {
    const fake = fakeExtension(judge);
    start();
    await settle();
    vi.useFakeTimers();
    let answerFirst = (): void => {};
    fake.background = (name, body) => (name === 'judge' ? new Promise((resolve) => (answerFirst = () => resolve(judge(name, body)))) : judge(name, body));
    page.list.append(item('fine'));
    await vi.advanceTimersByTimeAsync(10);
    fake.background = (name, body) => (name === 'judge' ? new Promise(() => {}) : judge(name, body));
    page.list.append(item('lost'));
    await vi.advanceTimersByTimeAsync(10);
    answerFirst();
    await vi.advanceTimersByTimeAsync(10);
    expect(marks()).toEqual(['show', null]);
    expect(curtain()).toBe('down');
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(curtain()).toBe('up');
  });

  it('does not let a late answer by older rules undo one by newer rules', async () => {
    const fake = fakeExtension(judge);
    const view = start();
    await settle();
    let answerLate = (): void => {};
    fake.background = (name, body) => (name === 'judge' ? new Promise((resolve) => (answerLate = () => resolve(judge(name, body)))) : judge(name, body));
    page.list.append(item('fold me'));
    await settle();
    const late = answerLate;
    fake.background = (name, body) => (name === 'judge' ? { revision: 2, verdicts: [{ action: 'show', reasons: [] }] } : judge(name, body));
    await view.rulesChanged();
    late();
    await settle();
    expect(marks()).toEqual(['show']);
  });

  it('keeps unjudged items covered when the reader has chosen so', async () => {
    vi.useFakeTimers();
    fakeExtension((name) => (name === 'page-started' ? { on: true, keepCovered: true, gather: false, look: '', revision: 1 } : new Promise(() => {})));
    page.list.append(item('unknown'));
    start();
    await vi.advanceTimersByTimeAsync(PATIENCE * 2);
    expect(curtain()).toBe('down');
    expect(page.inside('foldaway-bar')).toContain('stay covered');
  });

  it('asks again when the background was stopped in the middle', async () => {
    let stopped = 2;
    const fake = fakeExtension((name, body) => {
      if (name === 'judge' && stopped-- > 0) throw new RequestFailed('no-answer', 'channel closed');
      return judge(name, body);
    });
    page.list.append(item('fold me'));
    start();
    await vi.waitFor(() => expect(marks()).toEqual(['fold']));
    expect(fake.sent.filter(({ name }) => name === 'judge').length).toBe(3);
    expect(curtain()).toBe('down');
  });

  it('leaves everything as the archive made it where the filter is off, and starts when switched on', async () => {
    const fake = fakeExtension((name, body) =>
      name === 'page-started' ? { on: false, keepCovered: false, gather: false, look: '', revision: 1 } : judge(name, body),
    );
    page.list.append(item('fold me'));
    const view = start();
    await settle();
    expect(marks()).toEqual([null]);
    expect(curtain()).toBe('up');
    fake.background = judge;
    await view.rulesChanged();
    await settle();
    expect(marks()).toEqual(['fold']);
    fake.background = (name, body) => (name === 'page-started' ? { on: false, keepCovered: false, gather: false, look: '', revision: 1 } : judge(name, body));
    await view.rulesChanged();
    await settle();
    expect(marks()).toEqual([null]);
    expect(document.querySelector('foldaway-fold, foldaway-bar')).toBeNull();
  });

  it('covers everything while the page is away, and judges again only if the rules have changed', async () => {
    const fake = fakeExtension(judge);
    page.list.append(item('fold me'));
    const view = start();
    await settle();
    view.putAway();
    expect(curtain()).toBe('all');
    const before = fake.sent.filter(({ name }) => name === 'judge').length;
    await view.broughtBack();
    expect(curtain()).toBe('down');
    expect(fake.sent.filter(({ name }) => name === 'judge').length).toBe(before);
  });

  it('asks for nothing on a page that is not likely to list works, until there is one; which is covered until it is judged', async () => {
    const fake = fakeExtension(judge);
    const view = start({ ...reader, lists: false });
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await view.rulesChanged();
    view.putAway();
    await view.broughtBack();
    await settle();
    expect(fake.sent).toEqual([]);
    expect(reportOf(view, () => false).state).toBe('nothing-to-judge');
    expect(document.documentElement.getAttribute('data-foldaway-curtain')).toBe('down');
    page.list.append(item('fold me'));
    await settle();
    expect(fake.sent.map(({ name }) => name)).toEqual(['page-started', 'judge', 'page-counts']);
    expect(marks()).toEqual(['fold']);
  });

  it('tells the badge nothing while the browser renders the page in advance', async () => {
    const fake = fakeExtension(judge);
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
    page.list.append(item('fold me'));
    start();
    await settle();
    expect(marks()).toEqual(['fold']);
    expect(fake.sent.map(({ name }) => name)).not.toContain('page-counts');
    Object.defineProperty(document, 'prerendering', { configurable: true, value: false });
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(fake.sent.map(({ name }) => name)).toContain('page-counts');
  });

  it('does not count items inside an item that is away', async () => {
    fakeExtension(judge);
    const outer = item('fold outer');
    const nested = document.createElement('ul');
    nested.append(item('fold inner'));
    outer.append(nested);
    page.list.append(outer);
    const view = start();
    await settle();
    expect(reportOf(view, () => false).folded).toBe(1);
  });

  it('starts clean where an earlier run of the extension has left its marks', async () => {
    fakeExtension(judge);
    const stale = item('fine');
    stale.setAttribute('data-foldaway', 'fold');
    stale.prepend(document.createElement('foldaway-fold'));
    page.list.append(stale);
    start();
    await settle();
    expect(marks()).toEqual(['show']);
    expect(document.querySelector('foldaway-fold')).toBeNull();
  });
});
