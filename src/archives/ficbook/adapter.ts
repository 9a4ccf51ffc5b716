import type { Category, Rating } from '../../domain/vocabulary';
import { emptyWork, type PageKind, type Work } from '../../domain/work';
import { UnreadableItem, type Adapter, type Page } from '../adapter';
import { all, group, hrefOf, one } from '../reading/dom';
import { firstNumber } from '../reading/numbers';
import { absolute, line, paragraphs } from '../reading/text';

const ITEMS = 'article.fanfic-inline';

const KINDS: [path: RegExp, kind: PageKind][] = [
  [/^\/readfic\//, 'work'],
  [/^\/home\//, 'bookmarks'],
  [/^\/find/, 'search'],
  [/^\/authors\//, 'user'],
  [/^\/collections\//, 'collection'],
];

function readPage(document: Document, url: URL): Page {
  const known = KINDS.find(([path]) => path.test(url.pathname))?.[1];
  return {
    kind: known ?? (one(document, ITEMS) === null ? null : 'listing'),
    next: absolute(hrefOf(one(document, 'a.page-arrow-next, .page-arrow-next a')), url),
    own: url.pathname.startsWith('/home/'),
    preferences: null,
  };
}

const RATINGS: Record<string, Rating> = { g: 'general', 'pg-13': 'teen', r: 'mature', 'nc-17': 'explicit', 'nc-21': 'explicit' };
const DIRECTIONS: Record<string, Category> = { gen: 'gen', het: 'fm', slash: 'mm', femslash: 'ff', mixed: 'multi' };

/** What a label says, which stands in the name of its class, behind words that have changed over the years; null without the label. */
function labelled(item: Element, pattern: RegExp): string | null {
  for (const label of all(item, '[class*="direction-"], [class*="-rating-"], [class*="-status-"]')) {
    const said = group(pattern, label.getAttribute('class') ?? '');
    if (said !== null) return said.toLowerCase();
  }
  return null;
}

const of = <Code>(codes: Record<string, Code>, name: string): Code | 'other' => (Object.hasOwn(codes, name) ? (codes[name] ?? 'other') : 'other');

function readLabels(item: Element, work: Work): void {
  const rating = labelled(item, /(?:^|\s)(?:badge|ds-label)-rating-([\w-]+)/);
  if (rating === null) throw new UnreadableItem('no-symbols');
  work.ratings = [of(RATINGS, rating)];
  const direction = labelled(item, /(?:^|\s)(?:small-)?direction-(?:before-)?([a-z]+)(?:\s|$)/);
  if (direction !== null) work.categories = [of(DIRECTIONS, direction)];
  const status = labelled(item, /(?:^|\s)(?:badge|ds-label)-status-([\w-]+)/);
  work.complete = status === null ? null : status === 'finished';
}

const names = (item: Element, links: string): string[] => [...new Set(all(item, links).map(line).filter(Boolean))];

/** Pairings are written "A/B"; who stands in one is a character of the story, as is who stands alone. */
function readPairings(item: Element, work: Work): void {
  const pairings = names(item, '.fanfic-inline-info a[href*="/pairings/"]');
  work.relationships = pairings.filter((name) => name.includes('/'));
  work.characters = [...new Set(pairings.flatMap((name) => name.split('/').flatMap((one) => one.trim() || [])))];
}

function readAuthors(item: Element, work: Work): void {
  for (const link of all(item, '.fanfic-inline-info a[href*="/authors/"]')) {
    const id = group(/\/authors\/(\d{1,15})(?:[/?#]|$)/, hrefOf(link));
    const name = line(link);
    if (id === null || name === '' || work.creatorIds.includes(id)) continue;
    work.creators.push({ name, login: name, pseud: null, id });
    work.creatorIds.push(id);
  }
}

/** "24 страницы, 8 122 слова, 4 части": a number in groups of three, in front of the beginning of its word. */
const before = (word: string, text: string): number | null =>
  firstNumber((group(new RegExp(`(?:^|\\s)(\\d{1,9}(?: \\d{3}){0,4}) ${word}`, 'i'), text) ?? '').replaceAll(' ', ''));

function readItem(item: Element, url: URL): Work {
  const work = emptyWork('work');
  const title = one(item, '.fanfic-inline-title a[href*="/readfic/"]');
  if (title === null) throw new UnreadableItem('no-id');
  work.subject = 'work';
  // Newer works are told apart by something else than a number.
  work.id = group(/\/readfic\/(\d{1,15})(?:[/?#]|$)/, hrefOf(title));
  work.title = line(title);
  if (work.title === '') throw new UnreadableItem('no-title');
  work.url = absolute(hrefOf(title), url);
  readLabels(item, work);
  readAuthors(item, work);
  work.fandoms = names(item, '.fanfic-inline-info a[href*="/fanfiction/"]');
  if (work.fandoms.length === 0) throw new UnreadableItem('no-fandoms');
  readPairings(item, work);
  work.freeforms = names(item, '.tags a[href*="/tags/"]');
  const size =
    all(item, '.fanfic-inline-info dd')
      .map(line)
      .find((text) => /\d (?:страниц|слов|част)/i.test(text)) ?? '';
  work.words = before('слов', size);
  const posted = before('част', size);
  work.chapters = posted === null ? null : { posted, planned: work.complete === true ? posted : null };
  work.kudos = firstNumber(line(one(item, '.badge-like .badge-text, .js-like-count')));
  work.summary = paragraphs(one(item, '.fanfic-description-text'));
  return work;
}

/** Listings of Ficbook. Evidence: docs/archives.md. */
export const ficbookListings: Adapter = {
  id: 'ficbook',
  items: ITEMS,
  recognises: (document) => one(document, ITEMS) !== null,
  readPage,
  readItem,
  isWorkPage: ({ pathname }) => pathname.startsWith('/readfic/'),
};
