import { emptyWork, type PageKind, type Work } from '../../domain/work';
import { UnreadableItem, type Adapter, type Page } from '../adapter';
import { isoDate } from '../reading/dates';
import { all, group, has, hrefOf, one } from '../reading/dom';
import { rounded } from '../reading/numbers';
import { absolute, line } from '../reading/text';

const ITEMS = 'div.search_main_box';

const WORK = /^\/(?:series|read)\/\d/;

const KINDS: [path: RegExp, kind: PageKind | null][] = [
  [WORK, 'work'],
  [/^\/series-finder\b/, 'search'],
  [/^\/profile\//, 'user'],
];

function readPage(document: Document, url: URL): Page {
  const known = url.searchParams.has('s') ? 'search' : KINDS.find(([path]) => path.test(url.pathname))?.[1];
  return {
    kind: known ?? (one(document, ITEMS) === null ? null : 'listing'),
    next: absolute(hrefOf(one(document, 'a.page-link.next')), url),
    own: false,
    preferences: null,
  };
}

/** What the site counts, as an archive with kudos calls it: favourites are kudos, readers are bookmarks, reviews are comments. */
const COUNTS: Record<string, 'words' | 'hits' | 'kudos' | 'bookmarks' | 'comments'> = {
  word: 'words',
  view: 'hits',
  favorite: 'kudos',
  reader: 'bookmarks',
  review: 'comments',
};

/** "1.2M Views", and on phones "Views: 1.2M"; a rounded number stands for at least that many. */
function readStat(stat: Element, work: Work, now: Date): void {
  // The author, who may be called anything.
  if (one(stat, '.a_un_st') !== null) return;
  const text = line(stat);
  if (stat.getAttribute('title') === 'Last Updated' || text.startsWith('Updated: ')) {
    work.updated = isoDate(text.replace(/^.*?\b([A-Z][a-z]{2}) (\d{1,2}), (\d{4})\b.*/, '$2 $1 $3'), now);
    return;
  }
  const [, before, behind, kindAlone, number] = /^(\d[\d,.]{0,14}[km]?) (\w+)$|^(\w+): (\d[\d,.]{0,14}[km]?)$/i.exec(text) ?? [];
  const value = rounded(before ?? number ?? '');
  const kind = (behind ?? kindAlone ?? '').toLowerCase().replace(/s$/, '');
  if (value === null) return;
  if (kind === 'chapter') work.chapters = { posted: value, planned: null };
  else if (Object.hasOwn(COUNTS, kind)) work[COUNTS[kind] ?? 'words'] = value;
}

/** Genres, and in the same place a mark when the story is complete; of others it says nothing. */
function readGenres(list: Element | null, work: Work): void {
  if (list === null) throw new UnreadableItem('no-tags');
  const genres = all(list, 'a.fic_genre');
  if (genres.length === 0 && line(list) !== '') throw new UnreadableItem('no-tags');
  if (genres.some((genre) => has(genre, 'completed'))) work.complete = true;
  work.genres = genres
    .filter((genre) => !has(genre, 'completed'))
    .map(line)
    .filter(Boolean);
}

function readAuthor(link: Element | null, work: Work): void {
  const id = group(/\/profile\/(\d{1,15})(?:\/|$)/, hrefOf(link));
  const name = line(link);
  if (id === null || name === '') return;
  work.creators = [{ name, login: name, pseud: null, id }];
  work.creatorIds = [id];
}

/** Parts of an entry that are not its text; what the text hides until asked for is no such part. */
const NO_TEXT = '.search_title, .search_stats, .search_genre, .search_img, .dots, .morelink';
const LONGEST = 20_000;

/** The text stands between the other parts, or in an element behind them. */
function readSummary(body: Element): string | null {
  let text = '';
  const walker = body.ownerDocument.createTreeWalker(body, 4 /* text */);
  for (let node = walker.nextNode(); node !== null && text.length < LONGEST; node = walker.nextNode()) {
    const before = node.previousSibling ?? node.parentNode;
    if (/^(?:P|BR|DIV)$/.test(before?.nodeName ?? '')) text += '\n';
    if (node.parentElement?.closest(NO_TEXT) === null) text += (node.nodeValue ?? '').replace(/\s+/g, ' ');
  }
  return (
    text
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim()
      .slice(0, LONGEST) || null
  );
}

function readItem(item: Element, url: URL, now: Date): Work {
  const work = emptyWork('work');
  const title = one(item, '.search_title a');
  work.subject = 'work';
  work.id = group(/\/series\/(\d{1,15})(?:\/|$)/, hrefOf(title));
  if (work.id === null) throw new UnreadableItem('no-id');
  work.title = line(title);
  if (work.title === '') throw new UnreadableItem('no-title');
  work.url = absolute(hrefOf(title), url);
  readGenres(one(item, '.search_genre'), work);
  readAuthor(one(item, '.a_un_st a'), work);
  for (const stat of all(item, '.search_stats span:not(.a_un_st)')) readStat(stat, work, now);
  work.summary = readSummary(one(item, '.search_body') ?? item);
  return work;
}

/** Listings of Scribble Hub. Evidence: docs/archives.md. They have genres, and neither tags nor content warnings. */
export const scribbleHubListings: Adapter = {
  id: 'scribble-hub',
  items: ITEMS,
  recognises: (document) => one(document, ITEMS) !== null,
  readPage,
  readItem,
  isWorkPage: ({ pathname }) => WORK.test(pathname),
};
