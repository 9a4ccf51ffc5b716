// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { browser } from '../../src/browser';
import type { PageReport } from '../../src/messages/table';
import type { Reason } from '../../src/domain/verdict';
import { isLeftAlone } from '../../src/archives/left-alone';
import { mountPopup } from '../../src/ui/popup/index';
import { all, get, press, settle, words } from './screen';
import { useStage } from './stage';

const reason = (more: Partial<Reason> = {}): Reason => ({
  rule: 'tag: "Angst"',
  list: 'mine',
  listName: 'Triggers',
  words: ['Heavy Angst'],
  reveal: 'full',
  ...more,
});

function report(more: Partial<PageReport> = {}): PageReport {
  return {
    archive: 'ao3',
    archiveName: 'Archive of Our Own',
    state: 'filtering',
    judged: 20,
    folded: 1,
    hidden: 0,
    items: [{ item: 3, title: 'The Long Way', url: null, shown: false, verdict: { action: 'fold', reasons: [reason()] } }],
    unreadable: [],
    withheld: [],
    preferences: 'https://archive.test/preferences',
    ...more,
  };
}

describe('the popup', () => {
  const stage = useStage();

  const open = async (what: PageReport | null = report()): Promise<void> => {
    stage.background.report = what;
    mountPopup(stage.place, { optional: ['Royal Road', 'Fimfiction'], isLeftAlone });
    await settle();
  };

  it('says what was folded, by which list and for which words, and how many works were checked', async () => {
    await open(report({ folded: 7, hidden: 2 }));
    expect(words()).toContain('7 folded, 2 hidden');
    expect(words()).toContain('20 works checked on this page');
    expect(words()).toContain('The Long Way Folded Triggers: Heavy Angst');
  });

  it('shows a folded work on its page and puts it away again', async () => {
    await open();
    await press(get('button', 'Show'));
    expect(stage.background.sent).toContainEqual({ name: 'show-item', body: { tab: 7, item: 3, shown: true } });
    await press(get('button', 'Put away'));
    expect(get('button', 'Show')).toBeTruthy();
  });

  it('leads from a work to its rule in the options', async () => {
    await open();
    expect(get('link', 'Change the rule').getAttribute('href')).toBe('chrome-extension://test/options.html#/rules/tag%3A%20%22Angst%22');
  });

  it('tells neither reason nor title where the rule says nothing', async () => {
    await open(report({ items: [{ item: 1, title: 'Secret', url: null, shown: false, verdict: { action: 'fold', reasons: [reason({ reveal: 'none' })] } }] }));
    expect(words()).not.toMatch(/Secret|Angst|Triggers/);
    expect(words()).toContain('Reason not shown');
  });

  it('tells the list but not the words where the rule says so', async () => {
    await open(
      report({
        items: [
          { item: 1, title: 'Home', url: null, shown: false, verdict: { action: 'hide', reasons: [reason({ reveal: 'list' }), reason({ words: ['Grief'] })] } },
        ],
      }),
    );
    expect(words()).toContain('Home Hidden Triggers');
    expect(words()).not.toMatch(/Angst|Grief/);
  });

  it('says the reader’s own note in place of the words', async () => {
    await open(
      report({ items: [{ item: 1, title: 'Home', url: null, shown: false, verdict: { action: 'fold', reasons: [reason({ note: 'ends badly' })] } }] }),
    );
    expect(words()).toContain('Triggers: ends badly');
    expect(words()).not.toContain('Angst');
  });

  it('counts and names what could not be read', async () => {
    await open(
      report({
        unreadable: [
          { code: 'no-header', text: 'An odd one' },
          { code: 'no-header', text: ' ' },
        ],
      }),
    );
    expect(words()).toContain('2 entries could not be read, so they are shown');
    expect(words()).toContain('An odd one');
    expect(words()).toContain('Without a title');
  });

  it('says that the archive leaves out tags, with the way to the setting', async () => {
    await open(report({ withheld: ['freeforms'] }));
    expect(get('link', 'Preferences on Archive of Our Own').getAttribute('href')).toBe('https://archive.test/preferences');
  });

  it('does not complain of left out warnings, which are read from their symbols', async () => {
    await open(report({ withheld: ['warnings'] }));
    expect(words()).not.toContain('leaves out');
  });

  it('switches the site off and on', async () => {
    await open();
    const filter = get<HTMLInputElement>('switch', 'Filter Archive of Our Own');
    expect(filter.checked).toBe(true);
    await press(filter);
    expect(stage.background.settings.sitesOff).toEqual(['ao3']);
    stage.background.report = report({ state: 'off' });
    await press(get('switch', 'Filter Archive of Our Own'));
    expect(stage.background.settings.sitesOff).toEqual([]);
  });

  it('says when it is switched off here', async () => {
    stage.background.settings = { ...stage.background.settings, sitesOff: ['ao3'] };
    await open(report({ state: 'off' }));
    expect(words()).toContain('Foldaway is switched off or paused here.');
    expect(get<HTMLInputElement>('switch', 'Filter Archive of Our Own').checked).toBe(false);
  });

  it('says that the filters did not answer, and reloads the page on request', async () => {
    await open(report({ state: 'failed' }));
    expect(words()).toContain('nothing is filtered on this page');
    await press(get('button', 'Reload the page'));
    expect(browser.tabs.reload).toHaveBeenCalledWith(7);
  });

  it('says that there is nothing to judge', async () => {
    await open(report({ state: 'nothing-to-judge', judged: 0, items: [] }));
    expect(words()).toContain('There are no works to check on this page.');
  });

  it('says that a page lists works in a form that nobody knows yet', async () => {
    await open(report({ state: 'unknown-page', judged: 0, items: [] }));
    expect(words()).toContain('in a form that Foldaway does not know yet');
  });

  it('says that a page is none of an archive, and still takes rules', async () => {
    await open(null);
    expect(words()).toContain('This page is not on an archive.');
    expect(all('switch', 'Filter Archive of Our Own')).toEqual([]);
    expect(get('text', 'Add a rule')).toBeTruthy();
    expect(get<HTMLAnchorElement>('link', 'Switch on Royal Road or Fimfiction, or add an archive').hash).toBe('#/archives');
  });

  it.each(['https://www.royalroad.com/fiction/36049/x', 'https://www.fimfiction.net/story/1888/x', 'https://m.fanfiction.net/r/5/'])(
    'offers no reload on %s, where nothing of ours runs',
    async (url) => {
      Object.defineProperty(browser.tabs, 'query', { configurable: true, value: async () => [{ id: 7, url }] });
      await open(null);
      expect(words()).toContain('It leaves this page as it is.');
      expect(all('button', 'Reload the page')).toEqual([]);
    },
  );

  it('offers to reload an archive’s page that was open before the extension was there', async () => {
    Object.defineProperty(browser.tabs, 'query', { configurable: true, value: async () => [{ id: 7, url: 'https://archive.test/works' }] });
    await open(null);
    expect(get('button', 'Reload the page')).toBeTruthy();
  });

  it('says so when the background is silent', async () => {
    stage.background.refuse = { name: 'page-report', code: 'no-answer' };
    await open();
    expect(words()).toContain('did not answer');
  });

  it('pauses in this tab, or everywhere for an hour, and goes on again', async () => {
    await open();
    await press(get('button', 'Pause in this tab'));
    expect(stage.background.pause.tab).toBe(true);
    await press(get('button', 'Filter this tab again'));
    await press(get('button', 'Pause for an hour'));
    expect(stage.background.pause).toEqual({ tab: false, until: expect.any(Number) });
    expect(words()).toMatch(/Paused until .*: go on/);
  });

  it('switches lists', async () => {
    stage.background.lists = [...stage.background.lists, { id: 'squicks', name: 'Squicks', on: true }];
    await open();
    await press(get('switch', 'Squicks'));
    expect(stage.background.lists.find(({ id }) => id === 'squicks')?.on).toBe(false);
  });

  it('says that rules need a look', async () => {
    stage.background.trouble = [{ code: 'x', detail: '' }];
    await open();
    expect(get('link', '1 rule needs a look').getAttribute('href')).toContain('options.html#/rules');
  });

  it('says how sync stands, and leads to it', async () => {
    const store = {
      store: 'webdav',
      where: 'cloud.test',
      state: 'needs-you',
      error: { code: 'refused', detail: '' },
      lastOk: null,
      nextTry: null,
    } as const;
    const rest = { unsent: 2, insecure: false, encryption: 'code', carried: null, damaged: [], locked: [], arriving: [], clockOff: null } as const;
    stage.background.sync = {
      ...stage.background.sync,
      stores: [{ ...store, ...rest, addresses: ['https://cloud.test/'], damaged: [], locked: [], arriving: [] }],
    };
    await open();
    expect(words()).toContain('WebDAV (cloud.test): Stopped, and needs you. The server refused the user name or password.');
  });

  it('says what sync waits for, also where no store is connected', async () => {
    const conflict = { kind: 'rule', id: 'tag: "Tea"', field: 'note', kept: 'a', lost: 'b', device: 'd', own: true, at: 0, deviceName: 'Phone', key: 'k' };
    stage.background.sync = { ...stage.background.sync, needsYou: true, held: [{ device: 'd', name: 'Phone', rules: 480, of: 500 }], conflicts: [conflict] };
    await open();
    expect(get('link', 'Phone removed 480 of your 500 rules. Nothing is removed here until you say so.').getAttribute('href')).toContain('#/sync');
    expect(words()).toContain('Changed on two devices at once: tag: "Tea" (note, also on Phone)');
  });

  it('shows markup in a title as text', async () => {
    await open(
      report({ items: [{ item: 1, title: '<img src=x onerror=alert(1)>', url: null, shown: false, verdict: { action: 'fold', reasons: [reason()] } }] }),
    );
    expect(document.querySelectorAll('li img')).toHaveLength(0);
    expect(words()).toContain('<img src=x');
  });
});
