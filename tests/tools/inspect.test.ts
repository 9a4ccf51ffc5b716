import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judgePage, readRules } from '../../tools/inspect/judge';
import { readOptions } from '../../tools/inspect/options';
import { readPage } from '../../tools/inspect/page';
import { itemReport, pageReport } from '../../tools/inspect/report';
import { Trouble } from '../../tools/inspect/trouble';
import { renderAdultNotice, renderErrorPage, renderListingPage, renderLogin, renderWorkPage, type ItemSpec } from '../../tools/demo-archive/markup';
import { renderFandomList, renderStoryPage, type StorySpec } from '../../tools/demo-archive/markup/fanfiction-net';
import { NOW, workSpec, zed } from '../archives/specs';

const URL_OF_LIST = 'https://archiveofourown.org/tags/Fluff/works';
const items: ItemSpec[] = [
  { kind: 'work', work: workSpec({ id: 1, freeforms: ['Fluff'] }) },
  { kind: 'work', work: workSpec({ id: 2, freeforms: ['Whump', 'Gore'], series: [{ id: 9, title: 'Bad Days', position: 3 }] }) },
  {
    kind: 'bookmark',
    bookmark: { id: 3, bookmarker: zed, tags: ['Whump'], notes: 'hm', date: '2026-01-01' },
    of: { kind: 'work', work: workSpec({ id: 3 }) },
    count: 1,
  },
];
const listing = renderListingPage({ listing: 'tag-works', items, path: '/tags/Fluff/works', pages: 2 });

describe('a saved page', () => {
  it('is reported with all fields of its items', () => {
    const report = pageReport(readPage(listing, URL_OF_LIST, NOW), []);
    expect(report.page).toEqual({
      archive: 'ao3',
      adapter: 'otw',
      url: URL_OF_LIST,
      kind: 'listing',
      next: `${URL_OF_LIST}?page=2`,
      own: false,
      preferences: null,
      state: null,
      chapter: false,
    });
    expect(report.items).toHaveLength(3);
    expect((report.items as unknown[])[1]).toMatchObject({
      kind: 'work',
      id: '2',
      url: 'https://archiveofourown.org/works/2',
      title: 'The Long Way Round',
      creators: ['ana'],
      fandoms: ['Teen Wolf (TV)'],
      rating: 'teen',
      warnings: ['none'],
      categories: ['mm'],
      complete: true,
      relationships: ['Derek Hale/Stiles Stilinski'],
      characters: ['Derek Hale', 'Stiles Stilinski'],
      freeforms: ['Whump', 'Gore'],
      summary: 'They walk.',
      language: 'en',
      words: 1234,
      chapters: { posted: 1, planned: 1 },
      series: ['Bad Days'],
      kudos: 0,
      hits: 12,
      comments: 0,
      bookmarks: 0,
      updated: '2026-01-05',
      verdict: null,
      reasons: [],
      accounts: [{ name: 'ana', login: 'ana', pseud: 'ana', id: '101' }],
      parts: [{ id: '9', title: 'Bad Days', position: 3 }],
    });
  });

  it('gets verdicts and reasons from rules', () => {
    const page = readPage(listing, URL_OF_LIST, NOW);
    const judged = judgePage(readRules('---\nname: Squicks\n---\nfold freeform: Whump\nhide freeform: Gore unless fandom: Hannibal\n', 'rules.txt'), page, NOW);
    expect(judged.map(({ verdict }) => verdict.action)).toEqual(['show', 'hide', 'show']);
    const { items: plain } = pageReport(page, judged);
    expect(plain).toMatchObject([{ verdict: 'show' }, { verdict: 'hide', reasons: [{ words: ['Gore'], listName: 'Squicks' }] }, { verdict: 'show' }]);
    expect(JSON.stringify(plain)).not.toContain('explanation');
  });

  it('explains verdicts by every rule that matches and by the themes of the tags', () => {
    const page = readPage(listing, URL_OF_LIST, NOW);
    const judged = judgePage(readRules('fold freeform: Whump\nhide freeform: Gore\n', 'rules.txt'), page, NOW);
    expect((pageReport(page, judged, true).items as { explanation: unknown }[])[1]?.explanation).toMatchObject({
      rules: expect.arrayContaining([
        { rule: 'freeform: "Whump"', list: 'mine', action: 'fold', strict: false, words: ['Whump'], decided: false },
        { rule: 'freeform: "Gore"', list: 'mine', action: 'hide', strict: false, words: ['Gore'], decided: true },
      ]),
      themes: [{ theme: 'gore-and-torture' }],
    });
  });

  it('is read on FanFiction.net too', () => {
    const story: StorySpec = {
      id: 5,
      title: 'T',
      author: { id: 7, name: 'Ana' },
      fandoms: ['RWBY'],
      rating: 'M',
      language: 'English',
      genres: ['Horror'],
      chapters: 2,
      words: 10,
      reviews: 0,
      favs: 0,
      follows: 0,
      updated: 1_521_586_282,
      published: 1_512_086_245,
      characters: [['A', 'B']],
      complete: true,
      summary: 's',
    };
    const page = readPage(renderFandomList(['RWBY'], [story]), 'https://www.fanfiction.net/anime/RWBY/', NOW);
    expect(pageReport(page, []).items).toMatchObject([
      { kind: 'work', id: '5', creators: ['Ana'], rating: 'mature', genres: ['Horror'], relationships: ['A/B'], language: 'en', complete: true },
    ]);
    const single = readPage(renderStoryPage(story), 'https://www.fanfiction.net/s/5/1/T', NOW);
    expect(single).toMatchObject({ workPage: { state: 'work', chapter: true }, works: [{ id: '5' }] });
  });

  it('counts items that cannot be read', () => {
    const read = readPage(listing.replace('class="tags commas"', 'class="labels"'), URL_OF_LIST, NOW);
    expect(read.works).toHaveLength(2);
    expect(read.unreadable).toMatchObject([{ code: 'no-tags', text: expect.stringMatching(/^The Long Way Round by ana/) }]);
  });

  it('is one item when it is the page of a work, and none where the work is not to be seen', () => {
    const url = 'https://archiveofourown.org/works/4711';
    expect(readPage(renderWorkPage(workSpec()), url, NOW)).toMatchObject({ workPage: { state: 'work' }, works: [{ id: '4711' }] });
    expect(readPage(renderAdultNotice(workSpec()), url, NOW)).toMatchObject({ workPage: { state: 'adult-notice' }, works: [{ id: '4711' }] });
    expect(readPage(renderErrorPage(404), url, NOW)).toMatchObject({ workPage: { state: 'gone' }, works: [] });
    expect(readPage(renderLogin('/works/4711'), 'https://archiveofourown.org/users/login?restricted=true', NOW)).toMatchObject({
      workPage: { state: 'login-needed' },
      works: [],
    });
  });

  it('says its address itself when it can', () => {
    const canonical = listing.replace('</title>', '</title><link rel="canonical" href="https://archiveofourown.org/works">');
    expect(readPage(canonical, null, NOW).url.pathname).toBe('/works');
    const saved = listing.replace('<html', '<!-- saved from url=(0041)https://archiveofourown.org/tags/Fluff/works -->\n<html');
    expect(readPage(saved, null, NOW).url.pathname).toBe('/tags/Fluff/works');
    expect(() => readPage(listing, null, NOW)).toThrowError(/--url/);
  });

  it('is known by its software on an unknown site', () => {
    expect(readPage(listing, 'https://archive.example.net/works', NOW)).toMatchObject({ archive: null, adapter: { id: 'otw' } });
  });

  it('is known by its items when it was trimmed', () => {
    const trimmed = `<div id="main">${listing.match(/<ol class="work[^]*<\/ol>/)?.[0] ?? ''}</div>`;
    expect(readPage(trimmed, URL_OF_LIST, NOW).works).toHaveLength(3);
    expect(() => readPage(trimmed, 'https://example.org/x', NOW)).toThrowError(Trouble);
  });

  it.each([
    ['<p>hello</p>', URL_OF_LIST],
    ['', URL_OF_LIST],
    [listing, 'nonsense'],
    [listing, 'file:///tmp/x'],
  ])('is refused when it is something else', (html, url) => {
    expect(() => readPage(html, url, NOW)).toThrowError(Trouble);
  });

  it('shows the most severe of several ratings, and no code without a rating', () => {
    const work = readPage(listing, URL_OF_LIST, NOW).works[0];
    if (work === undefined) throw new Error('no work');
    const rating = (ratings: typeof work.ratings): unknown => itemReport({ ...work, ratings }, null).rating;
    expect(rating(['general', 'explicit', 'teen'])).toBe('explicit');
    expect(rating(['not-rated', 'general'])).toBe('general');
    expect(rating([])).toBeNull();
  });

  it('fills in the code of a language that old pages only name', () => {
    const html = renderListingPage(
      { listing: 'works', items: [{ kind: 'work', work: workSpec({ language: { code: 'de', name: 'Deutsch' } }) }], path: '/works' },
      { era: '2018-03-01' },
    );
    const [work] = readPage(html, URL_OF_LIST, NOW).works;
    expect(work && itemReport(work, null)).toMatchObject({ language: 'de', languageName: 'Deutsch' });
  });
});

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const run = (...words: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tools/inspect.ts', ...words], { encoding: 'utf8' });

  it('prints JSON', () => {
    const rules = file('rules.txt', 'fold freeform: Whump\n');
    const { status, stdout, stderr } = run(file('page.html', listing), '--url', URL_OF_LIST, '--rules', rules);
    expect([status, stderr]).toEqual([0, '']);
    expect((JSON.parse(stdout) as { items: { verdict: string }[] }).items.map((item) => item.verdict)).toEqual(['show', 'fold', 'show']);
  });

  it.each<[string, () => string[], RegExp]>([
    ['no page', () => [], /Usage/],
    ['an unknown switch', () => ['--colour'], /Usage/],
    ['a missing file', () => [join(folder, 'missing.html'), '--url', URL_OF_LIST], /missing\.html/],
    ['a page it does not know', () => [file('other.html', '<p>hello</p>'), '--url', URL_OF_LIST], /cannot be recognised/],
    ['an address that is none', () => [file('page2.html', listing), '--url', 'x'], /no address/],
    [
      'rules that cannot be read',
      () => [file('page3.html', listing), '--url', URL_OF_LIST, '--rules', file('bad.txt', 'fold tag: A\nfold colour: red\n')],
      /bad\.txt:2:6: unknown field/,
    ],
  ])('ends with 2 and a message at %s', (_, words, message) => {
    const { status, stdout, stderr } = run(...words());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('takes one page and the switches in any order', () => {
    expect(readOptions(['--url', 'u', 'p.html', '--explain'])).toEqual({ file: 'p.html', url: 'u', rules: null, explain: true });
    expect(() => readOptions(['a.html', 'b.html'])).toThrowError(Trouble);
  });

  it.skipIf(!existsSync('../shared/samples/pages/ao3-series.html'))('reads a real page', () => {
    const { status, stdout } = run('../shared/samples/pages/ao3-series.html', '--url', 'https://archiveofourown.org/series/2270465');
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { items: unknown[] }).items).toHaveLength(6);
  });
});
