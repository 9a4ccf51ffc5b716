import { afterEach, beforeEach, vi } from 'vitest';
import { emptyWork } from '../../src/domain/work';
import type { Verdict } from '../../src/domain/verdict';
import type { HandedWords } from '../../src/i18n';
import type { JudgeRequest } from '../../src/messages/table';
import { makeDesk } from '../../src/page/desk';
import { PageView, type PageReader } from '../../src/page/page-view';
import { getMessage, openShadowRoots } from '../fake-extension';

/* A page whose items are read by their title alone, judged by it, and drawn as on an archive. */

/** A page with an empty list. */
export interface Page {
  list: HTMLOListElement;
  /** Ends what has begun on the page. */
  stop: AbortController;
  /** The shadow roots of our elements, which are closed to everybody else. */
  roots: WeakMap<Element, ShadowRoot>;
  /** The words inside the first of our elements of this name. */
  inside(name: string): string;
}

/** A page for each test of the file or block that calls this, which ends with the test. */
export function usePage(): Page {
  const page: Page = {
    list: document.createElement('ol'),
    stop: new AbortController(),
    roots: new WeakMap(),
    inside(name) {
      const host = document.querySelector(name);
      const parts = host === null ? [] : [...(page.roots.get(host)?.children ?? [])];
      return parts.flatMap((part) => (part.localName === 'style' ? [] : (part.textContent ?? ''))).join(' ');
    },
  };
  beforeEach(() => {
    page.roots = openShadowRoots();
    page.list = document.createElement('ol');
    document.body.replaceChildren(page.list);
    page.stop = new AbortController();
  });
  afterEach(() => {
    page.stop.abort();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  return page;
}

export const reader: PageReader = {
  archive: 'test',
  archiveName: 'Test Archive',
  items: 'li.blurb',
  lists: true,
  isMuted: (item) => item.classList.contains('muted'),
  readItem(item) {
    if (item.classList.contains('odd')) throw Object.assign(new Error('unknown markup'), { code: 'no-header' });
    const title = item.querySelector('h4')?.textContent ?? null;
    return { ...emptyWork('work'), title, withheld: item.classList.contains('withheld') ? ['freeforms'] : [] };
  },
  readPage: () => ({ kind: 'listing', own: false, preferences: 'https://archive.test/preferences', next: null }),
};

export const fold: Verdict = {
  action: 'fold',
  reasons: [{ rule: 'tag: "Bad"', list: 'mine', listName: 'My rules', words: ['Bad <b>tag</b>'], reveal: 'full' }],
};
export const verdictOf = (title: string | null): Verdict => {
  if (title?.includes('fold') === true) return fold;
  return title?.includes('hide') === true ? { ...fold, action: 'hide' } : { action: 'show', reasons: [] };
};

/** Words that a page still has when the extension has gone. */
const words: HandedWords = {
  texts: Object.fromEntries((['ui_language', 'ui_direction', 'page_left_behind', 'popup_reload', 'panel_close'] as const).map((key) => [key, getMessage(key)])),
  plurals: [],
  digits: [],
};

/** A background that answers at once. */
export function judge(name: string, body: unknown): unknown {
  if (name === 'page-started') return { on: true, keepCovered: false, gather: false, look: '', revision: 1, words };
  if (name === 'judge') return { revision: 1, verdicts: (body as JudgeRequest).works.map(({ title }) => verdictOf(title)) };
  return null;
}

export const settle = async (): Promise<void> => {
  for (let round = 0; round < 6; round += 1) await new Promise((resolve) => setTimeout(resolve, 0));
};

export function item(title: string, more = ''): HTMLLIElement {
  const li = document.createElement('li');
  li.className = `work blurb group ${more}`;
  const heading = document.createElement('h4');
  heading.className = 'heading';
  heading.textContent = title;
  li.append(heading);
  return li;
}

export const marks = (): (string | null)[] => [...document.querySelectorAll('li.blurb')].map((li) => li.getAttribute('data-foldaway'));
export const curtain = (): string | null => document.documentElement.getAttribute('data-foldaway-curtain');

export function startView(signal: AbortSignal, archive = reader): PageView {
  const desk = makeDesk();
  const view = new PageView(document, archive, signal, () => desk);
  view.start();
  return view;
}
