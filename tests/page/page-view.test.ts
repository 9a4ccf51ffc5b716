// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { JudgeRequest } from '../../src/messages/table';
import type { PageView } from '../../src/page/page-view';
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
});
