import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  renderAdultNotice,
  renderDashboard,
  renderHome,
  renderInbox,
  renderListingPage,
  renderWorkPage,
  type ItemSpec,
} from '../../tools/demo-archive/markup/index';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM } from './harness/chromium';
import { BUILT_FOR_FIREFOX } from './harness/firefox';
import { type Mutant, withOpenRoots } from './harness/mutants';
import { openArchive, openReader } from './harness/open';
import { pressWords } from './harness/open-roots';
import { BROWSERS, judgedAs, type Tab, visible } from './harness/reader';
import { aPrompt, aWork, listingOf } from './harness/works';

/** What our elements say and offer, read in a build whose shadow roots are open. */
const LISTING = '/tags/Said/works';
const LATER = '/users/ana/readings?show=to-read';
const viewer = { login: 'ana' };
const slow = { freeforms: ['Slow Burn', 'Suicidal Thoughts'], authors: [{ id: 512, login: 'slow_writer' }] };
const long = aWork(1, { ...slow, chapters: { posted: 2, planned: 2 } });
const later: ItemSpec = { kind: 'reading', work: aWork(1, slow), visited: '2026-01-01', later: true };
const bookmark: ItemSpec = {
  kind: 'bookmark',
  bookmark: { id: 11, bookmarker: { id: 7, login: 'bo' }, tags: [], notes: null, date: '2026-11-01' },
  of: { kind: 'work', work: aWork(1, slow) },
  count: 1,
};
const prompts: ItemSpec[] = [
  { kind: 'prompt', prompt: aPrompt(21, { freeforms: ['Slow Burn'] }) },
  { kind: 'prompt', prompt: aPrompt(22, { fills: [aWork(1, slow), aWork(3)] }) },
];

const archive = openArchive(({ put }) => {
  put(LISTING, listingOf([aWork(1, slow), aWork(2, slow), aWork(3)], { page: 1, pages: 3, path: LISTING }));
  put('/works/1', renderWorkPage(long));
  put('/works/1/chapters/102', renderWorkPage(long, { chapter: 2 }));
  put('/works/2', renderAdultNotice(aWork(2, { ...slow, rating: 'explicit' })));
  put('/works/4', renderWorkPage(aWork(4, { series: [{ id: 9, title: 'Lanterns', position: 2 }] })));
  put('/works/5', renderWorkPage(aWork(5, { series: [{ id: 9, title: 'Lanterns', position: 3 }] })));
  put('/collections/Shelf/works/1', renderWorkPage(long));
  put(
    '/collections/Shelf/requests',
    renderListingPage({ listing: 'prompts', path: '/collections/Shelf/requests', collection: { name: 'Shelf', title: 'A Shelf' }, items: prompts }),
  );
  put('/users/bo/bookmarks', renderListingPage({ listing: 'user-bookmarks', path: '/users/bo/bookmarks', owner: 'bo', items: [bookmark] }, { viewer }));
  put(
    '/users/bo',
    renderDashboard(
      {
        login: 'bo',
        works: [
          { kind: 'work', work: aWork(1, slow) },
          { kind: 'work', work: aWork(3) },
        ],
        series: [],
        bookmarks: [bookmark],
      },
      { viewer },
    ),
  );
  put('/users/ana/inbox', renderInbox('ana', [aWork(1), aWork(3)], { viewer }));
  put('/users/ana/readings', renderListingPage({ listing: 'marked-for-later', path: '/users/ana/readings', owner: 'ana', items: [later] }, { viewer }));
  put('/', renderHome({ readings: [later] }, { viewer }));
});

describe.each(BROWSERS)('in %s', (browser) => {
  let mutant: Mutant;
  beforeAll(async () => void (mutant = await withOpenRoots(browser === 'chromium' ? BUILT_FOR_CHROMIUM : BUILT_FOR_FIREFOX)));
  afterAll(() => mutant.remove());
  const reader = openReader(browser, archive, () => ({ extension: mutant.folder }));
  beforeEach(async () => {
    await reader.removeAllRules();
    await reader.send('set-setting', { name: 'exempt-history', value: null });
  });

  /** Waits until one of our elements says the words. */
  const says = (tab: Tab, host: string, words: string): Promise<void> =>
    tab.until(([where = '', wanted = '']) => (document.querySelector(where)?.shadowRoot?.textContent ?? '').includes(wanted), [host, words]);
  const atGate = (tab: Tab, action: string): Promise<void> =>
    tab.until((wanted) => document.querySelector('#main')?.getAttribute('data-foldaway') === wanted, action);
  const rules = async (): Promise<string[]> => (await reader.send('get-rules', {})).rules.map(({ id, action }) => `${action ?? 'fold'} ${id}`);

  it.each([
    ['a chapter', '/works/1/chapters/102', 'fold freeform: "Slow*"', 'Not “Slow Burn”', 'fold freeform: "Slow*" unless tag: "Slow Burn"'],
    ['the notice in front of an adult work', '/works/2', 'fold freeform: "Slow*"', 'Always show slow_writer', 'show creator: "slow_writer"#512'],
    ['the whole work', '/works/1?view_full_work=true', 'fold freeform: "Slow*"', 'Not this work', 'show work: https://archiveofourown.org/works/1'],
    ['a work in a collection', '/collections/Shelf/works/1', 'fold theme: suicide', 'is not about', null],
  ])('explains in front of %s, and does what is pressed there until it is taken back', async (_, path, rule, button, made) => {
    await reader.addRules(rule);
    const before = await rules();
    const tab = await reader.tab(AO3 + path);
    await atGate(tab, 'fold');
    await pressWords(tab, 'foldaway-gate', 'Why?');
    await pressWords(tab, '#main > foldaway-panel[open]', button);
    await atGate(tab, 'show');
    expect(await visible(tab, 'foldaway-gate')).toBe(false);
    if (made !== null) expect(await rules()).toContain(made);
    await pressWords(tab, 'body > foldaway-panel', 'Undo');
    await atGate(tab, 'fold');
    expect(await rules()).toEqual(before);
    await tab.close();
  });

  it('says no more of a reason than the rule lets it, and leads to the next page where little is left', async () => {
    const [id = ''] = await reader.addRules('fold freeform: "Slow Burn" reason: list');
    const tab = await reader.tab(AO3 + LISTING);
    await says(tab, '#work_1 > foldaway-fold', 'Folded: My rules');
    await says(tab, 'foldaway-bar', '2 folded of 3');
    expect(await tab.evaluate(() => document.querySelector('foldaway-bar')?.shadowRoot?.querySelector('a')?.getAttribute('href'), null)).toBe(
      `${AO3}${LISTING}?page=2`,
    );
    await reader.send('remove-rules', { ids: [id] });
    await judgedAs(tab, { work_1: 'show' });
    await reader.addRules('fold freeform: "Slow Burn" reason: none');
    await tab.until(() => document.querySelector('#work_1 > foldaway-fold')?.shadowRoot?.querySelector('.why')?.textContent === 'Folded', null);
    await tab.close();
  });

  it('frames in the colour of the rule, and says why in words', async () => {
    await reader.addRules('highlight freeform: "Slow Burn" colour: teal');
    const tab = await reader.tab(AO3 + LISTING);
    await says(tab, '#work_1 > foldaway-panel', 'Highlighted: Slow Burn');
    expect(await tab.evaluate(() => getComputedStyle(document.querySelector('#work_1') as Element).outlineColor, null)).toBe('rgb(31, 144, 136)');
    await tab.close();
  });

  it('makes a rule on the page of a work, and explains there, near to what was pressed', async () => {
    await reader.addRules('note fandom: "The Lantern*"');
    const tab = await reader.tab(`${AO3}/works/4`);
    await atGate(tab, 'note');
    await pressWords(tab, '#main > foldaway-fold', 'Why?');
    await tab.until(() => document.activeElement?.matches('#main > foldaway-fold + foldaway-panel[open]') === true, null);
    await tab.key('Escape');
    await pressWords(tab, '#main foldaway-panel', 'Add rule');
    const open = '#main foldaway-panel + foldaway-panel[open]';
    await pressWords(tab, open, 'Slice of Life');
    await says(tab, open, '1 work on this page.');
    await pressWords(tab, open, 'Add rule');
    await atGate(tab, 'fold');
    expect(await rules()).toContain('fold freeform: "Slice of Life"');
    expect(await visible(tab, '#main foldaway-panel')).toBe(false);
    await pressWords(tab, 'body > foldaway-panel', 'Undo');
    await atGate(tab, 'note');
    await tab.close();
  });

  it.each([
    ['the mouse', 'pressAt', 1280],
    ['a finger, whose tap may end the selection', 'tapAt', 420],
  ] as const)('makes a rule from words that are selected in a summary, and says how many works it is about, with %s', async (_, how, width) => {
    const tab = await reader.tab();
    await tab.resize(width, 1600);
    await tab.goto(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'show' });
    await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#work_1 blockquote.summary') as Element), null);
    await pressWords(tab, '#work_1 > foldaway-panel', 'Add rule', how);
    await says(tab, '#work_1 > foldaway-panel[open]', '1 work on this page.');
    await pressWords(tab, '#work_1 > foldaway-panel[open]', 'Add rule', how);
    await judgedAs(tab, { work_1: 'fold', work_2: 'show' });
    expect(await rules()).toEqual(['fold summary: "What happens in work 1."']);
    await tab.close();
  });

  it("leaves the archive's bookmark form and other extensions' nodes inside of an item at work", async () => {
    await reader.addRules('fold freeform: "Slow Burn"');
    const tab = await reader.tab(`${AO3}/users/bo/bookmarks`);
    await judgedAs(tab, { bookmark_11: 'fold' });
    await tab.press('#bookmark_11 > foldaway-fold');
    await tab.until(() => document.querySelector('#bookmark_11 h4')?.checkVisibility() === true, null);
    // As the archive's script does, and another extension.
    await tab.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { action: '/works' });
      const list = Object.assign(document.createElement('ul'), { className: 'autocomplete' });
      list.append(Object.assign(document.createElement('li'), { textContent: 'Slow Burn' }));
      form.append(list, Object.assign(document.createElement('input'), { name: 'bookmark_notes' }));
      document.querySelector('#bookmark_form_placement_for_11')?.append(form);
      document.querySelector('#bookmark_11')?.prepend(Object.assign(document.createElement('div'), { className: 'their-badge', textContent: 'seen' }));
    }, null);
    await tab.type('#bookmark_11 input[name=bookmark_notes]', 'to read');
    await reader.removeAllRules();
    await judgedAs(tab, { bookmark_11: 'show' });
    expect(await tab.evaluate(() => document.querySelector('#bookmark_11 > .their-badge')?.outerHTML, null)).toBe('<div class="their-badge">seen</div>');
    expect(await visible(tab, '#bookmark_11 h4')).toBe(true);
    await tab.press('#bookmark_11 input[name=bookmark_notes]');
    await tab.key('Enter');
    await tab.until(() => location.pathname === '/works' && location.search === '?bookmark_notes=to+read', null);
    await tab.close();
  });

  it('marks known works in the inbox and beside a work of a series', async () => {
    await reader.addRules('fold freeform: "Slow Burn"');
    const tab = await reader.tab(AO3 + LISTING);
    await judgedAs(tab, { work_1: 'fold', work_3: 'show' });
    const marked = (work: number): Promise<void> => tab.until((id) => document.querySelector(`a[href="/works/${id}"] + foldaway-mark`) !== null, work);
    await tab.goto(`${AO3}/users/ana/inbox`);
    await marked(1);
    expect(await tab.evaluate(() => document.querySelectorAll('foldaway-mark').length, null)).toBe(1);
    await reader.addRules('fold title: "Work 4"');
    await tab.goto(`${AO3}/works/4`);
    await atGate(tab, 'fold');
    await tab.goto(`${AO3}/works/5`);
    await marked(4);
    await tab.close();
  });

  it('judges what is on the home page, a dashboard, among prompts and marked for later', async () => {
    await reader.addRules('fold freeform: "Slow Burn"');
    await reader.send('set-setting', { name: 'exempt-history', value: false });
    const tab = await reader.tab(`${AO3}/`);
    await judgedAs(tab, { work_1: 'fold' });
    await tab.goto(AO3 + LATER);
    await judgedAs(tab, { work_1: 'fold' });
    await tab.goto(`${AO3}/users/bo`);
    await judgedAs(tab, { work_1: 'fold', work_3: 'show', bookmark_11: 'fold' });
    await tab.goto(`${AO3}/collections/Shelf/requests`);
    await judgedAs(tab, { work_1: 'fold', work_3: 'show' });
    const wishes = await tab.evaluate(() => [...document.querySelectorAll('li.blurb:not([id])')].map((item) => item.getAttribute('data-foldaway')), null);
    expect(wishes).toEqual(['fold', 'show']);
    await tab.close();
  });
});
