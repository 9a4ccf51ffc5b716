// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otwWorkPages } from '../../src/archives/otw/work-page';
import {
  ERAS,
  has,
  renderAdultNotice,
  renderListingPage,
  renderWorkPage,
  type RenderOptions,
  type UserSpec,
  type WorkSpec,
} from '../../tools/demo-archive/markup';
import { expectedItem, expectedPage } from './expected';
import { HOST, itemsOf, NOW, parse } from './specs';

const hostile = [
  '"><script>alert(1)</script>',
  "' onmouseover='x",
  '__proto__',
  'constructor',
  '&amp;',
  '&lt;b&gt;',
  ']]>',
  '<!--',
  'A/B',
  'A & B',
  'X | Y',
  '5+1 Things',
  '??',
  '#tag',
  '💔',
  '女兒',
  '\u202Eright',
];

/** Text as the archive stores it: no control characters, white space squeezed, not empty. */
const stored = (forbidden: RegExp, maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength }), fc.constantFrom(...hostile))
    .map((text) =>
      text
        .replace(forbidden, '')
        .replace(/\p{Cc}/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '');

const tagName = stored(/[,，、*<>^{}=`\\%]/g, 60);
const title = stored(/$^/g, 80);
const login = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{2,12}$/);
const pseud = fc.stringMatching(/^[A-Za-zÄ-öक-ह女-妓][A-Za-z0-9 _-]{0,10}[A-Za-z0-9]$/).map((name) => name.replace(/ +/g, ' '));
const day = fc.date({ min: new Date('2008-09-13'), max: new Date('2026-11-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const users = fc
  .uniqueArray(fc.record({ login, id: fc.integer({ min: 1, max: 9e7 }), pseud: fc.option(pseud, { nil: undefined }) }), {
    minLength: 1,
    maxLength: 3,
    selector: (user) => user.login.toLowerCase(),
  })
  .map((list): UserSpec[] =>
    list.map(({ pseud: name, ...user }, index) => ({ ...user, id: user.id * 10 + index, ...(name === undefined ? {} : { pseud: name }) })),
  );

const work: fc.Arbitrary<WorkSpec> = fc.record(
  {
    id: fc.integer({ min: 1, max: 9e8 }),
    title,
    authors: users,
    anonymous: fc.boolean(),
    recipients: fc.array(fc.oneof(fc.record({ login }), fc.record({ name: stored(/,/g, 30) })), { maxLength: 2 }),
    fandoms: fc.uniqueArray(tagName, { minLength: 1, maxLength: 4 }),
    rating: fc.constantFrom('not-rated', 'general', 'teen', 'mature', 'explicit'),
    warnings: fc.uniqueArray(fc.constantFrom('cntw', 'none', 'violence', 'death', 'noncon', 'underage'), { minLength: 1 }),
    categories: fc.uniqueArray(fc.constantFrom('ff', 'fm', 'gen', 'mm', 'multi', 'other')),
    complete: fc.boolean(),
    relationships: fc.array(tagName, { maxLength: 4 }),
    characters: fc.array(tagName, { maxLength: 4 }),
    freeforms: fc.array(tagName, { maxLength: 8 }),
    media: fc.array(tagName, { maxLength: 2 }),
    summary: fc.option(fc.array(title, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))),
    series: fc.array(fc.record({ id: fc.integer({ min: 1, max: 9e6 }), title, position: fc.integer({ min: 1, max: 2000 }) }), { maxLength: 2 }),
    language: fc.option(
      fc.constantFrom({ code: 'en', name: 'English' }, { code: 'ptBR', name: 'Português brasileiro' }, { code: 'zh', name: '中文-普通话 國語' }),
    ),
    words: fc.option(fc.integer({ min: 0, max: 5e6 })),
    chapters: fc.record({ posted: fc.integer({ min: 1, max: 3000 }), planned: fc.option(fc.integer({ min: 1, max: 100_000 })) }),
    collections: fc.array(fc.record({ name: login, title }), { maxLength: 2 }),
    kudos: fc.nat(1e6),
    comments: fc.nat(1e5),
    bookmarks: fc.nat(1e5),
    hits: fc.option(fc.nat(1e7)),
    published: day,
    updated: day,
    restricted: fc.boolean(),
    own: fc.constant(false),
  },
  {
    requiredKeys: [
      'id',
      'title',
      'authors',
      'fandoms',
      'rating',
      'warnings',
      'categories',
      'complete',
      'relationships',
      'characters',
      'freeforms',
      'summary',
      'language',
      'words',
      'chapters',
      'published',
      'updated',
    ],
  },
);

const options: fc.Arbitrary<RenderOptions> = fc.oneof(
  fc.constantFrom(...ERAS).map((era) => ({ era })),
  fc.constant({ fork: 'superlove' as const }),
  fc.constant({ viewer: { login: 'zed' } }),
);

describe('what is rendered from a spec is read back from it', () => {
  it('as an item of a listing, in every era and with hostile names', () => {
    fc.assert(
      fc.property(fc.array(work, { minLength: 1, maxLength: 3 }), options, (specs, how) => {
        const html = renderListingPage({ listing: 'tag-works', items: specs.map((spec) => ({ kind: 'work', work: spec })), path: '/tags/X/works' }, how);
        expect(itemsOf(html)).toEqual(specs.map((spec) => expectedItem(spec, how)));
      }),
      { numRuns: 50 },
    );
  });

  it('as a bookmark, without any of it in the work', () => {
    const bookmark = fc.record({
      id: fc.integer({ min: 1, max: 9e8 }),
      bookmarker: users.map(([user]) => ({ login: 'a_reader', ...user, id: 5 })),
      tags: fc.array(tagName, { maxLength: 4 }),
      collections: fc.array(fc.record({ name: login, title }), { maxLength: 2 }),
      notes: fc.option(fc.array(title, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))),
      date: day,
      private: fc.boolean(),
      rec: fc.boolean(),
      own: fc.boolean(),
    });
    fc.assert(
      fc.property(work, bookmark, options, (spec, written, how) => {
        fc.pre(!spec.authors.some((author) => author.login === written.bookmarker.login));
        const html = renderListingPage(
          { listing: 'bookmarks', items: [{ kind: 'bookmark', bookmark: written, of: { kind: 'work', work: spec }, count: 3 }], path: '/bookmarks' },
          how,
        );
        const { bookmarker, tags, collections, notes, date, own } = written;
        const { login: account, pseud: alias = account } = bookmarker;
        expect(itemsOf(html)).toEqual([
          {
            ...expectedItem(spec, how),
            kind: 'bookmark',
            bookmark: {
              id: String(written.id),
              bookmarker: { name: alias, login: account, pseud: alias, id: has(how, 'idTokens') ? '5' : null },
              tags,
              collections: collections.map((one) => one.title),
              notes,
              date,
              private: written.private,
              rec: written.rec && !written.private,
              own,
            },
          },
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('as a work page', () => {
    fc.assert(
      fc.property(work, options, (spec, how) => {
        const small = { ...spec, chapters: { posted: Math.min(spec.chapters.posted, 3), planned: spec.chapters.planned } };
        const single = small.chapters.posted === 1 && small.chapters.planned === 1;
        const page = otwWorkPages.read(parse(renderWorkPage(small, {}, how)), new URL(`/works/${spec.id}`, HOST), NOW);
        expect(page.state).toBe('work');
        expect(page.work).toEqual({ ...expectedPage(small, how), complete: single ? true : spec.complete });
      }),
      { numRuns: 40 },
    );
  });

  it('as the notice in front of an adult work', () => {
    fc.assert(
      fc.property(work, options, (spec, how) => {
        const page = otwWorkPages.read(parse(renderAdultNotice(spec, {}, how)), new URL(`/works/${spec.id}`, HOST), NOW);
        expect(page.state).toBe('adult-notice');
        expect(page.work).toEqual(expectedItem(spec, how));
      }),
      { numRuns: 20 },
    );
  });
});
