import type { WorkSpec } from '../markup/spec';
import { FANDOMS } from './fandoms';
import { FREEFORMS } from './freeforms';
import { orphan } from './people';

const ENGLISH = { code: 'en', name: 'English' };
const numbered = (count: number, name: string): string[] => Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);

/**
 * What real works have been seen to do to a reader of pages, each laid over an ordinary work. Their collection is
 * `/collections/Oddities`.
 */
export const ODD_WORKS: readonly Partial<WorkSpec>[] = [
  { title: 'a pseud that is a word', authors: [{ id: 11_001, login: 'Anonymous_Heron', pseud: 'Anonymous' }] },
  {
    title: 'two pseuds, one account',
    authors: [
      { id: 11_003, login: 'tin_fox_02', pseud: 'Фокс' },
      { id: 11_003, login: 'tin_fox_02' },
    ],
  },
  { title: 'the company of orphans', authors: [{ id: 11_001, login: 'Anonymous_Heron', pseud: 'Anonymous' }, orphan(), orphan('formerly someone')] },
  { title: 'rescued from an older archive', importedFrom: ['Mireille O. Tansy', 'J. of the Fens'] },
  { title: 'and blue as can be by Nobody At All [Podfic]', words: 0, freeforms: ['Podfic', 'Podfic Length: 10-20 Minutes'] },
  { title: 'recipe for two, for you, by by and by' },
  { title: 'AHGSDHG<SDF, & "quoted" \'twice\' > once' },
  { title: 'heartbreak in one key 💔' },
  { title: '女灯' },
  { title: 'ϯⲙⲉⲧⲣⲉⲙⲛ̀ⲭⲏⲙⲓ', language: { code: 'cop', name: 'ϯⲙⲉⲧⲣⲉⲙⲛ̀ⲭⲏⲙⲓ' } },
  { title: 'for two friends', recipients: [{ login: 'tin_fox_02', pseud: 'Фокс' }, { name: "my stupid + brilliant friend who's never on time" }] },
  { title: 'under lock and key', restricted: true },
  { title: 'every tag there is', freeforms: [...numbered(70, 'Numbered Tag'), 'Fluff'] },
  { title: 'from before there was a limit', freeforms: [...FREEFORMS.slice(0, 40), ...numbered(80, 'Old Tag')] },
  { title: 'twenty fandoms in a coat', fandoms: FANDOMS.slice(0, 20).map((fandom) => fandom.name) },
  { title: 'all six warnings', warnings: ['cntw', 'violence', 'death', 'none', 'noncon', 'underage'] },
  { title: 'nothing to warn of, but not warning', warnings: ['cntw', 'none'] },
  { title: 'no relationships, no characters', relationships: [], characters: [] },
  { title: 'no additional tags', freeforms: [] },
  { title: 'no category', categories: [] },
  { title: 'two categories', categories: ['ff', 'fm'] },
  {
    title: 'one name, three kinds',
    fandoms: ['all - Fandom'],
    relationships: ['ALL - Relationship'],
    freeforms: ['all - Freeform'],
    characters: ['cameos - Character'],
  },
  { title: 'no summary', summary: null },
  { title: 'a summary within a summary', summaryHtml: '<p>They said:</p><blockquote><p>Never go back to the lighthouse.</p></blockquote><p>So they went.</p>' },
  { title: 'a summary with a link', summaryHtml: '<p>Sequel to <a href="/works/70000004" rel="nofollow">that one</a>.<br />You should read it first.</p>' },
  { title: 'another script within', summary: 'Based on סיפור קצר, but at sea.' },
  { title: 'ptBR is not a mistake', language: { code: 'ptBR', name: 'Português brasileiro' } },
  { title: 'without a language', language: null },
  { title: 'one word', words: 1 },
  { title: 'more than a million words', words: 1_054_753, chapters: { posted: 212, planned: 212 }, complete: true },
  { title: 'another extension was here', words: 10_873, wordsSuffixHtml: '<span class="reading-time">📄 Medium⏱ 44 min</span>' },
  { title: 'a very long plan', chapters: { posted: 2, planned: 100_000 }, complete: false },
  { title: 'nine hundred and ninety-nine', chapters: { posted: 999, planned: 999 }, complete: true },
  { title: 'complete, says the symbol', chapters: { posted: 11, planned: null }, complete: true },
  { title: 'nobody came', kudos: 0, comments: 0, bookmarks: 0, hits: 0 },
  { title: 'from when hits could be missing', hits: null },
  {
    title: 'escapes',
    freeforms: [
      'nobody dies (kind of??)',
      '#LanternSquad',
      'R. R. Hollow would be proud',
      '5+1 Things',
      'short & sweet & silly',
      '"let me walk you home in the rain"',
    ],
    language: ENGLISH,
  },
  { title: 'a meeting of pipes', relationships: ['Doorkeeper | Seven & Bai Lin | White Forest'], characters: ['Doorkeeper | Seven', 'Bai Lin | White Forest'] },
  { title: 'no separator', relationships: ['Pell♦Wick', 'Past Mara Venn x Tobias Kell', '- briefly'] },
];
