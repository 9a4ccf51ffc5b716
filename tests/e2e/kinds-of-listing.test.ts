import { beforeAll, describe, it } from 'vitest';
import {
  type ItemSpec,
  type ListingName,
  renderChapterIndex,
  renderCollectionHome,
  renderDashboard,
  renderListingPage,
  renderPreview,
  renderSeriesPage,
  renderTagPage,
} from '../../tools/demo-archive/markup/index';
import { raw } from '../../tools/demo-archive/markup/html';
import { renderPage } from '../../tools/demo-archive/markup/page';
import { AO3 } from './harness/archive';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, type Tab } from './harness/reader';
import { anExternalWork, aPrompt, aSeries, aWork } from './harness/works';

/* Every further kind of page of the archive on which works are listed or named, with a work that a rule is about and one that none is about. */
const RULE = 'fold tag: Omegaverse';
const viewer = { login: 'ana' };
const bo = { id: 7, login: 'bo' };
const shelf = { name: 'Shelf', title: 'A Shelf' };
const fine = aWork(1);
const dark = aWork(2, { freeforms: ['Omegaverse'] });
const works: ItemSpec[] = [fine, dark].map((work) => ({ kind: 'work', work }));
const bookmarkOf = (id: number) => ({ id, bookmarker: bo, tags: [], notes: null, date: '2026-11-01' });
const bookmarks: ItemSpec[] = [fine, dark].map((work) => ({ kind: 'bookmark', bookmark: bookmarkOf(work.id), of: { kind: 'work', work }, count: 1 }));
const series = aSeries(9, { freeforms: ['Omegaverse'] });
const external = anExternalWork(8, { characters: ['Omegaverse'] });
const prompts: ItemSpec[] = [
  { kind: 'prompt', prompt: aPrompt(4, { freeforms: ['Omegaverse'] }) },
  { kind: 'prompt', prompt: aPrompt(4, { fills: [dark] }) },
];

const list = (listing: ListingName, items: readonly ItemSpec[], path: string): string =>
  renderListingPage({ listing, items, path, owner: 'bo', collection: shelf }, { viewer });
const framed = (main: string, content: string): string => renderPage({ main, title: main, content: raw(content) }, { viewer });

/** What an address shows, and what becomes of its items in their order: the verdict, and in brackets where that is not what is seen, as inside of an item that is folded itself. */
const LISTS: [kind: string, path: string, html: string, verdicts: string][] = [
  ['works of a tag, filtered', '/works?tag_id=Lamps&commit=Sort', list('tag-works', works, '/works'), 'show fold'],
  ['works of a person', '/users/bo/works', list('user-works', works, '/users/bo/works'), 'show fold'],
  ['works of a pseud', '/users/bo/pseuds/Bo/works', list('user-works', works, '/users/bo/pseuds/Bo/works'), 'show fold'],
  ['works in a language', '/languages/de/works', list('language-works', works, '/languages/de/works'), 'show fold'],
  [
    'works of a tag in a collection',
    '/collections/Shelf/tags/Lamps/works',
    list('collection-works', works, '/collections/Shelf/tags/Lamps/works'),
    'show fold',
  ],
  ['works of a person in collections', '/users/bo/works/collected', list('works-collected', works, '/users/bo/works/collected'), 'show fold'],
  ['own drafts', '/users/ana/works/drafts', list('drafts', works, '/users/ana/works/drafts'), 'show show'],
  ['a search', '/works/search?work_search%5Bquery%5D=x', list('work-search', works, '/works/search'), 'show fold'],
  [
    'a tag that nobody sorted',
    '/tags/lamps%20and%20such',
    renderTagPage({ name: 'lamps and such', type: 'Unsorted Tag', canonical: false, works, bookmarks }),
    'show fold show fold',
  ],
  [
    'the page of a pseud',
    '/users/bo/pseuds/Bo',
    renderDashboard({ login: 'bo', pseud: 'Bo', works, series: [{ kind: 'series', series }], bookmarks }, { viewer }),
    'show fold fold show fold',
  ],
  ['the home of a collection', '/collections/Shelf', renderCollectionHome({ ...shelf, works, bookmarks }, { viewer }), 'show fold show fold'],
  ['a series', '/series/9', renderSeriesPage(series, [fine, dark], { viewer }), 'show fold'],
  ['series of a pseud', '/users/bo/pseuds/Bo/series', list('series-list', [{ kind: 'series', series }], '/users/bo/pseuds/Bo/series'), 'fold'],
  ['bookmarks of a person', '/users/bo/bookmarks', list('user-bookmarks', bookmarks, '/users/bo/bookmarks'), 'show fold'],
  [
    'bookmarks of a tag',
    '/tags/Lamps/bookmarks',
    list(
      'tag-bookmarks',
      [fine, dark].map((work): ItemSpec => ({ kind: 'bookmarkable', of: { kind: 'work', work }, count: 1, recent: [bookmarkOf(work.id)] })),
      '/tags/Lamps/bookmarks',
    ),
    'show show fold (show)',
  ],
  [
    'bookmarks of a work',
    '/works/2/bookmarks',
    list(
      'item-bookmarks',
      [
        { kind: 'work', work: dark },
        { kind: 'short-bookmark', bookmark: bookmarkOf(3) },
      ],
      '/works/2/bookmarks',
    ),
    'fold show',
  ],
  ['a search for bookmarks', '/bookmarks/search?bookmark_search%5Bquery%5D=x', list('bookmark-search', bookmarks, '/bookmarks/search'), 'show fold'],
  ['a bookmark', '/bookmarks/2', list('single-bookmark', bookmarks.slice(1), '/bookmarks/2'), 'fold'],
  [
    'gifts for a name',
    '/gifts?recipient=Cat',
    list(
      'gifts',
      [fine, dark].map((work): ItemSpec => ({ kind: 'gift', work })),
      '/gifts',
    ),
    'show fold',
  ],
  ['an external work', '/external_works/8', list('external-work', [{ kind: 'external', external }], '/external_works/8'), 'fold'],
  [
    'works that wait for a collection',
    '/collections/Shelf/items',
    list(
      'collection-items',
      [fine, dark].map((work): ItemSpec => ({ kind: 'collection-item', id: work.id, collection: shelf, work })),
      '/collections/Shelf/items',
    ),
    'show fold',
  ],
  ['a prompt', '/collections/Shelf/prompts/4', list('prompt', prompts.slice(1), '/collections/Shelf/prompts/4'), 'show fold'],
  ['a sign-up', '/collections/Shelf/signups/4', list('prompts', prompts, '/').replace('challenge_requests-index', 'challenge_signups-show'), 'fold show fold'],
  [
    'an assignment',
    '/collections/Shelf/assignments/4',
    list('prompts', prompts, '/').replace('challenge_requests-index', 'challenge_assignments-show'),
    'fold show fold',
  ],
  ['claims', '/users/bo/claims', list('claims', prompts, '/users/bo/claims'), 'fold show fold'],
  ['works that were imported', '/claim/TOKEN', list('works', works, '/claim/TOKEN').replace('works-index', 'external_authors-claim'), 'show fold'],
  ['the preview of a draft', '/works/2/preview', renderPreview(dark, { viewer }), ''],
  [
    'collections',
    '/collections',
    list('collections', [{ kind: 'collection', collection: shelf, maintainer: 'bo', works: 2, summary: 'Omegaverse' }], '/collections'),
    '',
  ],
  ['people', '/people/search', list('people', [{ kind: 'user', user: bo, works: 2 }], '/people/search'), ''],
];
/** Pages that only name works: those known to be blocked are marked. */
const NAMED: [kind: string, path: string, html: string][] = [
  [
    'statistics',
    '/users/ana/stats',
    framed(
      'stats-index dashboard',
      '<ul class="statistics index group"><li class="fandom listbox group"><ul class="index group"><li><dl><dt><a href="/works/1">Work 1</a></dt><dt><a href="/works/2">Work 2</a></dt></dl></li></ul></li></ul>',
    ),
  ],
  [
    'assignments',
    '/users/ana/assignments',
    framed(
      'challenge_assignments-index',
      '<dl class="assignment index group"><dt>For bo</dt><dd><a class="work" href="/works/1">Work 1</a> <a class="work" href="/works/2">Work 2</a></dd></dl>',
    ),
  ],
  [
    'abbreviated works',
    '/orphans/new',
    framed('orphans-new', '<dl class="work index group"><dt><a href="/works/1">Work 1</a></dt><dd></dd><dt><a href="/works/2">Work 2</a></dt><dd></dd></dl>'),
  ],
  ['the contents of a work', '/works/2/navigate', renderChapterIndex(aWork(2, { chapters: { posted: 2, planned: 2 } }), { viewer })],
];

const archive = openArchive(({ put }) => {
  for (const [, path, html] of [...LISTS, ...NAMED]) put(path.split('?')[0] ?? path, html);
});

describe.each(BROWSERS)('in %s', (browser) => {
  const reader = openReader(browser, archive);
  let tab: Tab;
  beforeAll(async () => {
    await reader.addRules(RULE);
    tab = await reader.tab();
  });

  it.each(LISTS)('judges %s', async (_, path, _html, verdicts) => {
    await tab.goto(AO3 + path);
    // Where nothing is to be judged, what the page may have asked for has been answered by then.
    if (verdicts === '') await reader.send('get-settings', {});
    await tab.until((wanted) => {
      const judged = [...document.querySelectorAll('[data-foldaway]')].map((item) => {
        const parts = [...item.children].filter((part) => !part.localName.startsWith('foldaway-'));
        const seen = parts.some((part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
        const verdict = item.getAttribute('data-foldaway');
        return seen === (verdict === 'show') ? verdict : `(${verdict})`;
      });
      return document.readyState === 'complete' && judged.join(' ') === wanted && (document.querySelector('foldaway-bar') !== null) === wanted.includes('fold');
    }, verdicts);
  });

  it.each(NAMED)('marks the work that is known to be blocked among %s', async (_, path) => {
    await tab.goto(AO3 + path);
    await tab.until(() => {
      const marks = [...document.querySelectorAll('foldaway-mark')];
      return marks.length === 1 && marks[0]?.previousElementSibling?.getAttribute('href') === '/works/2';
    }, null);
  });
});
