// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Work } from '../../src/domain/work';
import type { RenderOptions, WorkSpec } from '../../tools/demo-archive/markup';
import { ana, bo, itemsOf, readWork, workSpec } from './specs';
import { renderListingPage } from '../../tools/demo-archive/markup';

type Case = [what: string, spec: Partial<WorkSpec>, expected: Partial<Work>, options?: RenderOptions];

const names = (...list: string[]): string[] => list;

const authors: Case[] = [
  ['a hidden creator', { anonymous: true }, { anonymous: true, creators: [], creatorIds: [] }],
  ['a hidden creator before the class token existed', { anonymous: true }, { anonymous: true, creators: [] }, { era: '2018-03-01' }],
  [
    'an account whose pseud is "Anonymous"',
    { authors: [{ id: 5, login: 'orphan_account', pseud: 'Anonymous' }] },
    { anonymous: false, creators: [{ name: 'Anonymous', login: 'orphan_account', pseud: 'Anonymous', id: '5' }] },
  ],
  [
    'five creators',
    { authors: [1, 2, 3, 4, 5].map((id) => ({ id, login: `w${id}` })) },
    { creatorIds: names('1', '2', '3', '4', '5'), creators: [1, 2, 3, 4, 5].map((id) => ({ name: `w${id}`, login: `w${id}`, pseud: `w${id}`, id: null })) },
  ],
  [
    'two pseuds of one account',
    {
      authors: [
        { id: 9, login: 'ThePirateStorm', pseud: 'AaliyahSparrow' },
        { id: 9, login: 'ThePirateStorm' },
      ],
    },
    {
      creatorIds: ['9'],
      creators: [
        { name: 'AaliyahSparrow', login: 'ThePirateStorm', pseud: 'AaliyahSparrow', id: '9' },
        { name: 'ThePirateStorm', login: 'ThePirateStorm', pseud: 'ThePirateStorm', id: '9' },
      ],
    },
  ],
  [
    'a pseud with spaces in another script',
    { authors: [{ id: 4, login: 'team_2022', pseud: 'команда Bäh 2022' }] },
    { creators: [{ name: 'команда Bäh 2022', login: 'team_2022', pseud: 'команда Bäh 2022', id: '4' }] },
  ],
  [
    'an orphaned work under its old pseud',
    { authors: [{ id: 5, login: 'orphan_account', pseud: 'heartbeating' }] },
    { creators: [{ name: 'heartbeating', login: 'orphan_account', pseud: 'heartbeating', id: '5' }] },
  ],
  [
    'an imported work',
    { importedFrom: ['Old Name', 'by Other'], authors: [ana] },
    {
      anonymous: false,
      creators: [
        { name: 'Old Name', login: null, pseud: null, id: null },
        { name: 'by Other', login: null, pseud: null, id: null },
        { name: 'ana', login: 'ana', pseud: 'ana', id: '101' },
      ],
    },
  ],
  [
    'an own work that others see as anonymous',
    { own: true, anonymous: true, status: 'Anonymous' },
    { own: true, anonymous: true, creators: [], title: 'The Long Way Round' },
  ],
  [
    'an own work that is not revealed',
    { own: true, status: 'Unrevealed' },
    { own: true, anonymous: false, title: 'The Long Way Round', creators: [{ name: 'ana', login: 'ana', pseud: 'ana', id: '101' }] },
  ],
  ['an own draft', { own: true, draftUntil: '2026-12-24' }, { own: true, title: 'The Long Way Round', freeforms: ['Slow Burn'] }],
];

const titles: Case[] = [
  [
    '" by " in a title',
    { title: 'and blue as can be by Nonymos [Podfic]' },
    { title: 'and blue as can be by Nonymos [Podfic]', creators: [{ name: 'ana', login: 'ana', pseud: 'ana', id: '101' }] },
  ],
  ['"for" in a title without gifts', { title: 'recipe for expedited shipping' }, { title: 'recipe for expedited shipping', recipients: [] }],
  ['" by Anonymous for " in a title', { title: 'Said by Anonymous for me' }, { title: 'Said by Anonymous for me', anonymous: false }],
  ['entities in titles', { title: 'AHUGHDUG<SDF, & "so"' }, { title: 'AHUGHDUG<SDF, & "so"' }],
  ['an emoji in a title', { title: 'SansKirk angst 💔' }, { title: 'SansKirk angst 💔' }],
  ['a title of two characters', { title: '女兒' }, { title: '女兒' }],
  ['a title that is a number', { title: '0' }, { title: '0' }],
  [
    'gifts to a typed name and to an account',
    { recipients: [{ name: "My stupid bestie who's here" }, { login: 'cat' }] },
    { recipients: ["My stupid bestie who's here", 'cat'] },
  ],
  ['an anonymous gift', { anonymous: true, recipients: [{ login: 'cat' }] }, { anonymous: true, creators: [], recipients: ['cat'] }],
  ['a restricted work', { restricted: true }, { restricted: true }],
  ['a work hidden by an administrator', { hiddenByAdmin: true }, { restricted: false }],
  ['a work reached through a collection', { throughCollection: 'yule' }, { id: '4711', url: 'https://archiveofourown.org/collections/yule/works/4711' }],
];

const tags: Case[] = [
  [
    'quotes and apostrophes in tags',
    { freeforms: ["woke up in each other's bodies", '"let me clean your wounds"'] },
    { freeforms: ["woke up in each other's bodies", '"let me clean your wounds"'] },
  ],
  ['a plus sign', { freeforms: ['5+1 Things', "Howard Stark's A+ Parenting"] }, { freeforms: ['5+1 Things', "Howard Stark's A+ Parenting"] }],
  [
    'characters that the archive escapes in addresses',
    { freeforms: ['(kind of??)', '#Squad', 'R. R. Martin', 'a/b & c'] },
    { freeforms: ['(kind of??)', '#Squad', 'R. R. Martin', 'a/b & c'] },
  ],
  ['a name with alternatives', { relationships: ['Toby Smith | Tubbo & TommyInnit'] }, { relationships: ['Toby Smith | Tubbo & TommyInnit'] }],
  [
    'emoji, CJK and one-letter tags',
    { freeforms: ['Chromebook 💔', '橹穆 - Relationship', 'A', 'HE'] },
    { freeforms: ['Chromebook 💔', '橹穆 - Relationship', 'A', 'HE'] },
  ],
  [
    'one name in three kinds',
    { fandoms: ['All - Fandom'], relationships: ['ALL - Relationship'], freeforms: ['all - Freeform'] },
    { fandoms: ['All - Fandom'], relationships: ['ALL - Relationship'], freeforms: ['all - Freeform'] },
  ],
  [
    'relationships without a separator',
    { relationships: ['Nepeta Lejion♦Equius Zahhak', 'Vox x Destinee(OC)', '- briefly'] },
    { relationships: ['Nepeta Lejion♦Equius Zahhak', 'Vox x Destinee(OC)', '- briefly'] },
  ],
  [
    'a free tag that reads like a warning',
    { warnings: ['none'], freeforms: ['Past Rape/Non-con', 'Major Character Death'] },
    { warnings: ['none'], freeforms: ['Past Rape/Non-con', 'Major Character Death'] },
  ],
  [
    'typographic characters',
    { freeforms: ['As for the dragons…read', '(Eventually™)', 'don´t'] },
    { freeforms: ['As for the dragons…read', '(Eventually™)', 'don´t'] },
  ],
  [
    'a work without relationships, characters, free tags and category',
    { relationships: [], characters: [], freeforms: [], categories: [] },
    { relationships: [], characters: [], freeforms: [], categories: [], withheld: [] },
  ],
  [
    '132 tags',
    { freeforms: Array.from({ length: 132 }, (_, index) => `tag ${index}`) },
    { freeforms: Array.from({ length: 132 }, (_, index) => `tag ${index}`) },
  ],
  [
    '23 fandoms',
    { fandoms: Array.from({ length: 23 }, (_, index) => `Fandom, no. ${index}`) },
    { fandoms: Array.from({ length: 23 }, (_, index) => `Fandom, no. ${index}`) },
  ],
  [
    'all six warnings at once',
    { warnings: ['cntw', 'violence', 'death', 'none', 'noncon', 'underage'] },
    { warnings: ['cntw', 'violence', 'death', 'none', 'noncon', 'underage'] },
  ],
  ['"chose not to warn" beside "no warnings"', { warnings: ['cntw', 'none'] }, { warnings: ['cntw', 'none'] }],
  ['the symbol of August 2025, which words one warning otherwise than the tag list', { warnings: ['cntw'] }, { warnings: ['cntw'] }, { era: '2025-08-01' }],
  ['"Underage" of 2018', { warnings: ['underage'] }, { warnings: ['underage'] }, { era: '2018-03-01' }],
  ['two categories under the symbol of "Multi"', { categories: ['ff', 'fm'] }, { categories: ['ff', 'fm'] }],
  ['"Multi" itself', { categories: ['multi'] }, { categories: ['multi'] }],
  ['a kind of tag that only one site has', { media: ['Podfic'] }, { otherTags: ['Podfic'], freeforms: ['Slow Burn'] }, { fork: 'superlove' }],
  ['names of a fork that are in no vocabulary', { rating: 'other', warnings: ['other', 'death'] }, { ratings: ['not-rated'], warnings: ['other', 'death'] }],
  ['hostile names', { freeforms: ['__proto__', 'constructor'], fandoms: ['toString'] }, { freeforms: ['__proto__', 'constructor'], fandoms: ['toString'] }],
];

const texts: Case[] = [
  ['no summary', { summary: null }, { summary: null }],
  ['a summary of a smile', { summary: ':)' }, { summary: ':)' }],
  [
    'a quotation in a summary',
    { summary: null, summaryHtml: '<p>One</p><blockquote><p>Two <a href="/works/9">link</a></p></blockquote>Three' },
    { summary: 'One\nTwo link\nThree' },
  ],
  ['right-to-left text in an English summary', { summary: 'שלום, she said' }, { summary: 'שלום, she said', language: 'en' }],
  ['codes that are not BCP 47', { language: { code: 'ptBR', name: 'Português brasileiro' } }, { language: 'ptBR', languageName: 'Português brasileiro' }],
  ['a language by its old name only', { language: { code: 'zh', name: '中文' } }, { language: null, languageName: '中文' }, { era: '2018-03-01' }],
  ['a rare language by name only', { language: { code: 'vol', name: 'Volapük' } }, { language: null, languageName: 'Volapük' }, { era: '2018-03-01' }],
  ['no language', { language: null }, { language: null, languageName: null }],
  ['zero words', { words: 0 }, { words: 0 }],
  ['no number of words', { words: null }, { words: null }],
  ['a million words', { words: 1_054_753 }, { words: 1_054_753 }],
  ['very many planned chapters', { chapters: { posted: 2, planned: 100_000 } }, { chapters: { posted: 2, planned: 100_000 } }],
  ['999 of 999 chapters', { chapters: { posted: 999, planned: 999 } }, { chapters: { posted: 999, planned: 999 } }],
  ['1,200 of unknown many chapters', { chapters: { posted: 1200, planned: null } }, { chapters: { posted: 1200, planned: null } }],
  ['a complete work without an end', { complete: true, chapters: { posted: 11, planned: null } }, { complete: true, chapters: { posted: 11, planned: null } }],
  ['zero kudos, comments and bookmarks', { kudos: 0, comments: 0, bookmarks: 0, hits: 0 }, { kudos: 0, comments: 0, bookmarks: 0, hits: 0 }],
  ['no number of hits', { hits: null }, { hits: null }, { era: '2018-03-01' }],
  [
    "another extension's chips behind the words",
    { words: 10_873, wordsSuffixHtml: '<span>📄 Medium 3</span>< Of Mice and Men<span>⏱ 44 min</span>' },
    { words: 10_873 },
  ],
  [
    'several series with smiles in their names',
    {
      series: [
        { id: 1, title: 'Fun :)))', position: 12 },
        { id: 2, title: '❥ Part 9 of', position: 1 },
      ],
    },
    {
      series: [
        { id: '1', title: 'Fun :)))', position: 12 },
        { id: '2', title: '❥ Part 9 of', position: 1 },
      ],
    },
  ],
  ['a relative date', { updated: '2026-11-17T12:00:00Z' }, { updated: '2026-11-17' }, { relativeTo: new Date('2026-11-20T12:00:00Z') }],
];

describe.each([
  ['creators', authors],
  ['titles and headers', titles],
  ['tags', tags],
  ['texts and numbers', texts],
])('odd %s', (_, cases) => {
  it.each(cases)('reads %s', (_what, spec, expected, options) => {
    expect(readWork(spec, options)).toMatchObject(expected);
  });
});

describe('preferences of the viewer', () => {
  const viewer = { login: 'zed', hideWarnings: true, hideFreeforms: true };

  it('reads warnings from the symbol and says which tags are withheld', () => {
    expect(readWork({ warnings: ['death', 'noncon'] }, { viewer })).toMatchObject({
      warnings: ['death', 'noncon'],
      freeforms: [],
      relationships: ['Derek Hale/Stiles Stilinski'],
      withheld: ['warnings', 'freeforms'],
    });
  });

  it('withholds nothing of works without free tags, nor of own works', () => {
    expect(readWork({ freeforms: [] }, { viewer }).withheld).toEqual(['warnings']);
    expect(readWork({ own: true }, { viewer })).toMatchObject({ withheld: [], freeforms: ['Slow Burn'] });
  });
});

describe('what other extensions do to items', () => {
  const change = (before: string, after: string): Work | undefined => {
    const html = renderListingPage({ listing: 'works', items: [{ kind: 'work', work: workSpec({ authors: [ana, bo], kudos: 7 }) }], path: '/works' });
    expect(html).toContain(before);
    return itemsOf(html.replace(before, after))[0];
  };

  it('ignores entries in the tag list that are no tags', () => {
    expect(change('<ul class="tags commas">', '<ul class="tags commas"><li class="freeforms"><button>hide</button></li><li>score: 3</li>')).toMatchObject({
      freeforms: ['Slow Burn'],
      otherTags: [],
      withheld: [],
    });
  });

  it('reads an item whose contents were put into a box', () => {
    const read = change('role="article">', 'role="article"><div class="box">');
    expect(read).toMatchObject({ title: 'The Long Way Round', freeforms: ['Slow Burn'], words: 1234 });
  });

  it('reads numbers in front of chips, and tags with further classes', () => {
    expect(change('<dd class="kudos">', '<dd class="kudos"><b>12%</b>')).toMatchObject({ kudos: 7 });
    expect(change("<li class='freeforms'>", "<li class='seen freeforms last'>")).toMatchObject({ freeforms: ['Slow Burn'] });
  });
});
