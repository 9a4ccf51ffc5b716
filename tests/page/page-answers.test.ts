// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { RequestFailed } from '../../src/messages/send';
import { PATIENCE } from '../../src/page/line';
import type { PageView } from '../../src/page/page-view';
import { reportOf } from '../../src/page/report';
import { fakeExtension } from '../fake-extension';
import { curtain, item, judge, marks, reader, settle, startView, usePage } from './a-page';

describe('a page view that waits for an answer', () => {
  const page = usePage();
  const start = (archive = reader): PageView => startView(page.stop.signal, archive);

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
});
