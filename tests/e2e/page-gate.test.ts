import { beforeEach, describe, expect, it } from 'vitest';
import { renderAdultNotice, renderUnrevealed, renderWorkPage } from '../../tools/demo-archive/markup/index';
import { AO3 } from './harness/archive';
import { BUILT_FOR_CHROMIUM } from './harness/chromium';
import { BUILT_FOR_FIREFOX } from './harness/firefox';
import { withoutAnswers } from './harness/mutants';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, startReader, type Tab, visible } from './harness/reader';
import { aWork, listingOf } from './harness/works';

const RULE = 'fold warning: major-character-death';
const dark = aWork(1, {
  warnings: ['death'],
  chapters: { posted: 3, planned: 3 },
  text: Array.from({ length: 3 }, () => Array.from({ length: 400 }, () => 'Somebody dies in this line.')),
});
const single = aWork(3, { warnings: ['death'], freeforms: ['Slow Burn'] });

const archive = openArchive(({ put }) => {
  put('/works', listingOf([aWork(2), single]));
  put('/works/1', (visit) => renderWorkPage(dark, {}, visit.options));
  for (const chapter of [1, 2, 3]) put(`/works/1/chapters/10${chapter}`, (visit) => renderWorkPage(dark, { chapter }, visit.options));
  put('/works/2', renderWorkPage(aWork(2)));
  put('/works/3', renderWorkPage(single));
  put('/collections/Shelf/works/3', renderWorkPage(single));
  put('/works/4', renderAdultNotice(aWork(4, { warnings: ['death'], rating: 'explicit' })));
  put('/works/5', renderWorkPage(aWork(5, { warnings: ['death'], own: true }), {}, { viewer: { login: 'writer5' } }));
  put('/works/6', renderUnrevealed([]));
});

/** The verdict on the page's work. */
const judged = (tab: Tab, action: string): Promise<void> =>
  tab.until((wanted) => document.querySelector('#main')?.getAttribute('data-foldaway') === wanted, action);
const textSeen = (tab: Tab): Promise<boolean> => visible(tab, '#workskin #chapters');

/** Moves the focus with the Tab key to a button inside one of our elements, which no script of a page can reach. */
async function focusOn(tab: Tab, host: string, times: number): Promise<void> {
  for (let inside = 0, steps = 0; inside < times && steps < 60; steps++) {
    await tab.key('Tab');
    if (await tab.evaluate((name) => document.activeElement?.matches(name) === true, host)) inside++;
  }
}

describe.each(BROWSERS)('in %s, when the filters do not answer', (browser) => {
  it('shows the work after a moment, and says so', async () => {
    const mutant = await withoutAnswers(browser === 'chromium' ? BUILT_FOR_CHROMIUM : BUILT_FOR_FIREFOX);
    const reader = await startReader(browser, { port: archive.port, extension: mutant.folder });
    try {
      const tab = await reader.tab();
      await tab.goto(`${AO3}/works/3`);
      expect(await textSeen(tab)).toBe(false);
      await tab.until(() => document.querySelector('#workskin')?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === true, null);
      await tab.until(() => document.querySelector('foldaway-bar') !== null, null);
      expect(await visible(tab, 'foldaway-bar')).toBe(true);
      await tab.close();
    } finally {
      await reader.close();
      await mutant.remove();
    }
  });
});

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  beforeEach(() => reader.removeAllRules());

  it('leaves a work alone that no rule is about, and a page without a work', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(`${AO3}/works/2`);
    await judged(tab, 'show');
    expect(await textSeen(tab)).toBe(true);
    await tab.goto(`${AO3}/works/6`);
    await judged(tab, 'show');
    expect(await visible(tab, '#main > p.notice')).toBe(true);
    await tab.close();
  });

  it.each([
    ['the whole work', '/works/1?view_full_work=true'],
    ['a chapter', '/works/1/chapters/102'],
    ['a work in a collection', '/collections/Shelf/works/3'],
    ['the notice in front of an adult work', '/works/4'],
  ])('stands in front of %s', async (_, path) => {
    await reader.addRules(RULE);
    const tab = await reader.tab(AO3 + path);
    await judged(tab, 'fold');
    expect(await visible(tab, '#main > foldaway-gate')).toBe(true);
    expect(await tab.evaluate(() => [...document.querySelectorAll('#main > :not(foldaway-gate)')].filter((part) => part.checkVisibility()).length, null)).toBe(
      0,
    );
    await expect.poll(() => reader.badge(AO3 + path.split('?')[0])).toBe('1');
    await tab.close();
  });

  it('is there before the first word of a streamed page, and does not wait for its end', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab();
    await tab.watch(['workskin']);
    await tab.goto(`${AO3}/works/1?view_full_work=true&stream=slow&chunk=4000&gap=40`);
    await judged(tab, 'fold');
    const flash = await tab.flash();
    expect(flash.seen).toEqual({});
    expect(flash.frames).toBeGreaterThan(10);
    await tab.close();
  });

  it('opens at "Read this time" for every chapter of the work in this session, and for no other', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(`${AO3}/works/1/chapters/101`);
    await judged(tab, 'fold');
    await focusOn(tab, 'foldaway-gate', 2);
    await tab.key('Enter');
    await tab.until(() => document.querySelector('#chapters')?.checkVisibility() === true, null);
    expect(await tab.evaluate(() => document.activeElement !== document.body, null)).toBe(true);
    await tab.goto(`${AO3}/works/1/chapters/103`);
    await judged(tab, 'fold');
    expect(await textSeen(tab)).toBe(true);
    await tab.goto(`${AO3}/works/3`);
    await judged(tab, 'fold');
    expect(await textSeen(tab)).toBe(false);
    await tab.close();
  });

  it('goes back to where the reader came from', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(`${AO3}/works`);
    await tab.goto(`${AO3}/works/3`);
    await judged(tab, 'fold');
    await focusOn(tab, 'foldaway-gate', 1);
    await tab.key('Enter');
    await tab.until(() => location.pathname === '/works', null);
    await tab.close();
  });

  it('makes a rule at "Always show this work", and takes it back', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(`${AO3}/works/3`);
    await judged(tab, 'fold');
    await focusOn(tab, 'foldaway-gate', 3);
    await tab.key('Enter');
    await judged(tab, 'show');
    expect(await textSeen(tab)).toBe(true);
    const { rules } = await reader.send('get-rules', {});
    expect(rules.find(({ id }) => id.startsWith('work:'))).toMatchObject({ action: 'show', strict: true, id: 'work: https://archiveofourown.org/works/3' });
    await focusOn(tab, 'body > foldaway-panel', 1);
    await tab.key('Enter');
    await judged(tab, 'fold');
    expect((await reader.send('get-rules', {})).rules.map(({ id }) => id)).not.toContain('work: https://archiveofourown.org/works/3');
    await tab.close();
  });

  it('leaves own works alone', async () => {
    await reader.addRules(RULE);
    const tab = await reader.tab(`${AO3}/works/5?login=writer5`);
    await judged(tab, 'show');
    await tab.close();
  });

  it('opens and closes as the rules change', async () => {
    const tab = await reader.tab(`${AO3}/works/3`);
    await judged(tab, 'show');
    const [id = ''] = await reader.addRules(RULE);
    await judged(tab, 'fold');
    await reader.send('remove-rules', { ids: [id] });
    await judged(tab, 'show');
    expect(await textSeen(tab)).toBe(true);
    await tab.close();
  });
});
