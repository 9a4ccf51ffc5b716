// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { PageView } from '../../src/page/page-view';
import { reportOf } from '../../src/page/report';
import { fakeExtension } from '../fake-extension';
import { curtain, item, judge, marks, reader, settle, startView, usePage } from './a-page';

describe('a page view that comes, goes and is switched off', () => {
  const page = usePage();
  const start = (archive = reader): PageView => startView(page.stop.signal, archive);

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
