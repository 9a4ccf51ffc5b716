// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ActivityAnswer } from '../../src/messages/table';
import { all, get, press, settle, words } from './screen';
import { useStage } from './stage';

const TODAY = 20_000;
const folded = (id: number, more: Partial<ActivityAnswer['folded'][number]> = {}): ActivityAnswer['folded'][number] => ({
  at: TODAY * 86_400_000,
  archive: 'ao3',
  id: String(id),
  url: `https://archiveofourown.org/works/${id}`,
  title: `Work ${id}`,
  action: 'fold',
  reasons: [{ rule: 'tag: "Tea"', list: 'mine', listName: 'mine', reveal: 'full', own: true }],
  shown: false,
  ...more,
});

describe('the activity section', () => {
  const stage = useStage();
  const open = (more: Partial<ActivityAnswer> = {}): Promise<void> => {
    stage.background.activity = {
      since: 0,
      today: TODAY,
      days: [
        { day: TODAY - 3, works: 4 },
        { day: TODAY, works: 8 },
      ],
      rules: [
        { id: 'tag: "Tea"', action: 'hide', works: 9, own: true, secret: false },
        { id: 'words: <1000', action: 'fold', works: 3, own: false, secret: false },
        { id: 'theme: suicide', action: 'fold', works: 1, own: true, secret: true },
      ],
      otherRules: 2,
      folded: [folded(1), folded(2, { action: 'hide' })],
      seen: 40,
      ...more,
    };
    return stage.options('#/activity');
  };

  it('draws days as bars, and says the same in a table', async () => {
    await open();
    const bars = [...document.querySelectorAll('.chart-bar')];
    expect(bars).toHaveLength(30);
    expect(bars.slice(-4).map((bar) => bar.getAttribute('height'))).toEqual(['50', '0', '0', '100']);
    expect(document.querySelector('svg')?.getAttribute('aria-label')).toBe('Works folded or hidden by day: 12 works in the last 30 days');
    const rows = [...document.querySelectorAll('details table tbody tr')].map((row) => words(row));
    expect(rows).toEqual(['Friday, October 4, 2024 8', 'Tuesday, October 1, 2024 4']);
  });

  it('names the rules that acted as far as their folds do, with links to them', async () => {
    await open();
    const table = [...document.querySelectorAll('table')].at(-1) as HTMLElement;
    expect([...table.querySelectorAll('tbody tr')].map((row) => words(row))).toEqual([
      'Hide Tag: Tea 9',
      'Fold Words: under 1,000 3',
      'Fold Reason not shown 1',
      'Other rules 2',
    ]);
    // A rule of a subscription, or one that is gone, leads nowhere.
    expect([...table.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['#/rules/tag%3A%20%22Tea%22', '#/rules/theme%3A%20suicide']);
  });

  it('shows a work from now on at a press, once', async () => {
    await open();
    const [button] = all('button', 'Show from now on');
    await press(button as HTMLElement);
    expect(stage.background.sent.find(({ name }) => name === 'show-work')?.body).toEqual({
      url: 'https://archiveofourown.org/works/1',
      id: '1',
      rules: ['tag: "Tea"'],
    });
    expect(words()).toContain('Undo');
    stage.background.activity.folded = [folded(1, { shown: true })];
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    const shown = get('button', 'Shown from now on');
    expect(shown.getAttribute('aria-disabled')).toBe('true');
    await press(shown);
    expect(stage.background.sent.filter(({ name }) => name === 'show-work')).toHaveLength(1);
  });

  it('keeps the title and the rule of a silent fold to itself until it is asked', async () => {
    await open({ folded: [folded(1, { reasons: [{ rule: 'tag: "Tea"', list: 'mine', listName: 'mine', reveal: 'none', own: true }] })], rules: [] });
    expect(words()).not.toContain('Work 1');
    expect(document.querySelector('.entry a')).toBeNull();
    await press(get('button', 'Show the title'));
    expect(words()).toContain('Work 1');
  });

  it('lists some works, and more on request', async () => {
    await open({ folded: Array.from({ length: 45 }, (_, index) => folded(index)) });
    expect(document.querySelectorAll('.entry')).toHaveLength(20);
    await press(get('button', 'Show more'));
    await press(get('button', 'Show more'));
    expect(document.querySelectorAll('.entry')).toHaveLength(45);
    expect(all('button', 'Show more')).toEqual([]);
  });

  it('wipes, and takes that back', async () => {
    await open();
    await press(get('button', 'Wipe activity'));
    expect(words()).toContain('Nothing was folded or hidden yet.');
    await press(get('button', 'Undo'));
    expect(stage.background.sent.some(({ name }) => name === 'undo')).toBe(true);
  });

  it('says nothing of what happened while it is switched off', async () => {
    await open();
    await press(get('switch', 'Keep activity on this device'));
    expect(stage.background.settings.keepActivity).toBe(false);
    expect(document.querySelector('svg, table, .entry')).toBeNull();
    await press(get('switch', 'Keep activity on this device'));
    expect(document.querySelectorAll('.entry')).toHaveLength(2);
  });
});
