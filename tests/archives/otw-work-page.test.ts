// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { WorkPage } from '../../src/archives/adapter';
import { otwWorkPages } from '../../src/archives/otw/work-page';
import {
  ERAS,
  renderAdultNotice,
  renderChapterIndex,
  renderErrorPage,
  renderListingPage,
  renderLogin,
  renderPreview,
  renderStaticError,
  renderUnrevealed,
  renderWorkPage,
  tooManyRequests,
  type RenderOptions,
  type WorkPageOptions,
  type WorkSpec,
} from '../../tools/demo-archive/markup';
import { expectedItem, expectedPage } from './expected';
import { ana, bo, HOST, NOW, parse, workSpec } from './specs';

const read = (html: string, path = '/works/4711'): WorkPage => otwWorkPages.read(parse(html), new URL(path, HOST), NOW);

const long = (over: Partial<WorkSpec> = {}): WorkSpec =>
  workSpec({
    authors: [ana, bo],
    complete: false,
    chapters: { posted: 3, planned: null },
    rating: 'explicit',
    warnings: ['death', 'violence'],
    series: [
      { id: 14_544, title: 'Field Tests', position: 2 },
      { id: 7, title: 'Part 9 of nothing', position: 1 },
    ],
    collections: [
      { name: 'yule', title: 'Yule, 2026' },
      { name: 'other', title: 'Other' },
    ],
    recipients: [{ login: 'cat' }],
    kudos: 1541,
    comments: 27,
    bookmarks: 245,
    updated: '2026-06-07',
    ...over,
  });

describe.each([...ERAS.map((era): [string, RenderOptions] => [era, { era }]), ['superlove', { fork: 'superlove' }] as [string, RenderOptions]])(
  'a work page of %s',
  (_, options) => {
    it('is read in full on its first page', () => {
      const page = read(renderWorkPage(long({ media: ['Podfic'] }), {}, options));
      expect(page.state).toBe('work');
      expect(page.chapter).toBe(false);
      expect(page.main?.id).toBe('main');
      expect(page.work).toEqual(expectedPage(long({ media: ['Podfic'] }), options));
    });

    it('states everything but summary and gifts on a later chapter, under an address without its number', () => {
      const page = read(renderWorkPage(long(), { chapter: 2 }, options), '/chapters/998877');
      expect(page).toMatchObject({ state: 'work', chapter: true });
      expect(page.work).toEqual({ ...expectedPage(long(), options), summary: null, recipients: [] });
    });

    it('is complete when all chapters are there or the date says so', () => {
      const complete = (over: Partial<WorkSpec>): boolean | null | undefined => read(renderWorkPage(workSpec(over), {}, options)).work?.complete;
      expect(complete({ chapters: { posted: 1, planned: 1 } })).toBe(true);
      expect(complete({ chapters: { posted: 1, planned: null }, complete: false })).toBe(false);
      expect(complete({ chapters: { posted: 11, planned: null }, complete: true })).toBe(true);
    });

    it('is judged by its item behind the adult notice', () => {
      const page = read(renderAdultNotice(long(), {}, options));
      expect(page).toMatchObject({ state: 'adult-notice', work: expectedItem(long(), options) });
      expect(page.main?.id).toBe('main');
      expect(read(renderAdultNotice(long(), { chapter: 2 }, options), '/works/4711/chapters/9').state).toBe('adult-notice');
    });

    it.each<[string, string, string, WorkPage['state']]>([
      ['an unrevealed work', renderUnrevealed([{ name: 'yule', title: 'Yule' }], options), '/works/4711', 'unrevealed'],
      [
        'the login page in place of a restricted work',
        renderLogin('/works/4711', options),
        '/users/login?restricted=true&return_to=%2Fworks%2F4711',
        'login-needed',
      ],
      ['the login page by itself', renderLogin('/', options), '/users/login', 'none'],
      ['a deleted work', renderErrorPage(404, options), '/works/4711', 'gone'],
      ['a missing page that is no work', renderErrorPage(404, options), '/tags/x', 'none'],
      ['a page that failed', renderErrorPage(500, options), '/works/4711/chapters/3', 'unavailable'],
      ['the rate limit as a page', renderErrorPage(429, options), '/works/4711', 'unavailable'],
      ['a table of contents', renderChapterIndex(long(), options), '/works/4711/navigate', 'none'],
      ['a preview of a draft', renderPreview(long({ own: true }), options), '/works/4711/preview', 'draft'],
      ['an own draft', renderWorkPage(workSpec({ own: true, draftUntil: '2026-12-24' }), {}, options), '/works/4711', 'draft'],
      ['a listing', renderListingPage({ listing: 'works', items: [{ kind: 'work', work: workSpec() }], path: '/works' }, options), '/works', 'none'],
    ])('tells %s', (_what, html, path, state) => {
      const page = read(html, path);
      expect(page.state).toBe(state);
      expect(page.work !== null).toBe(state === 'draft');
      expect(page.main !== null).toBe(state === 'draft');
    });

    it('names what the preferences of the viewer withhold', () => {
      const page = read(renderWorkPage(long(), {}, { ...options, viewer: { login: 'zed', hideWarnings: true, hideFreeforms: true } }));
      expect(page.work).toMatchObject({ withheld: ['warnings', 'freeforms'], warnings: [], freeforms: [], characters: ['Derek Hale', 'Stiles Stilinski'] });
    });

    it('lists creators for the creator of an anonymous work only', () => {
      const hidden = read(renderWorkPage(long({ anonymous: true }), {}, options)).work;
      expect(hidden).toMatchObject({ anonymous: true, creators: [], own: false });
      const own = read(renderWorkPage(long({ anonymous: true, own: true }), {}, { ...options, viewer: { login: 'ana' } })).work;
      expect(own).toMatchObject({ anonymous: true, own: true });
      expect(own?.creators.map((creator) => creator.login)).toEqual(['ana', 'bo_b']);
    });
  },
);

describe('a work page', () => {
  const page = (over: Partial<WorkSpec>, how: WorkPageOptions = {}, options: RenderOptions = {}): WorkPage['work'] =>
    read(renderWorkPage(workSpec(over), how, options)).work;

  it('may state no category, no relationship and no free tag', () => {
    expect(page({ categories: [], relationships: [], freeforms: [] })).toMatchObject({ categories: [], relationships: [], freeforms: [], withheld: [] });
  });

  it('names an imported creator before the archivist', () => {
    expect(page({ importedFrom: ['Old Name'] })?.creators.map((creator) => [creator.name, creator.login])).toEqual([
      ['Old Name', null],
      ['ana', 'ana'],
    ]);
  });

  it('keeps a title with a lock clean', () => {
    expect(page({ title: 'A < B & "C"', restricted: true })).toMatchObject({ title: 'A < B & "C"', restricted: true });
  });

  it('is not misled by what a writer put into notes and text', () => {
    const text = '<dl class="work meta group"><dd class="warning tags"><a class="tag">Fake</a></dd></dl><h2 class="title heading">Fake</h2>';
    const html = renderWorkPage(workSpec({ notes: 'MARK', text: [['MARK']] })).replaceAll('MARK', text);
    expect(read(html).work).toMatchObject({ title: 'The Long Way Round', warnings: ['none'] });
  });

  it('is unavailable when the server refuses without a page', () => {
    expect(read(tooManyRequests).state).toBe('unavailable');
    expect(read(renderStaticError(503)).state).toBe('unavailable');
    expect(read(tooManyRequests, '/tags/Fluff/works').state).toBe('none');
  });

  it('survives an address that is not well formed', () => {
    expect(read(renderLogin('/'), '/users/login?return_to=%E0%A4%A').state).toBe('none');
  });

  it('is unreadable when title, fandoms or warnings are missing', () => {
    const html = renderWorkPage(workSpec());
    const without = (before: string): string => html.replace(before, before.replace('="', '="x'));
    expect(() => read(without('class="title heading"'))).toThrowError(expect.objectContaining({ code: 'no-title' }));
    expect(() => read(without('<dd class="fandom'))).toThrowError(expect.objectContaining({ code: 'no-fandoms' }));
    expect(() => read(without('<dd class="warning'))).toThrowError(expect.objectContaining({ code: 'no-tags' }));
  });
});
