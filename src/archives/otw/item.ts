import { emptyWork, type ItemKind, type Subject, type Work } from '../../domain/work';
import { UnreadableItem } from '../adapter';
import { group, has, hrefOf, one } from '../reading/dom';
import { paragraphs } from '../reading/text';
import { readBookmark } from './bookmark';
import { accountNumbers, accounts } from './creators';
import { readHeader } from './header';
import { readSeries, readStats } from './stats';
import { readTags, tagNames } from './tags';

/** Finds the part with a class token among the parts of an item; nested items have parts of their own. */
type Part = (token: string) => Element | null;

/**
 * The element whose children are the parts: the item itself, the box inside a collection item, or a wrapper that
 * another extension has put around them.
 */
function boxOf(item: Element, kind: ItemKind): Element {
  const header = one(item, kind === 'collection-item' ? 'blockquote.blurb > .header' : '.header.module');
  return (header?.closest('li') === item && header?.parentElement) || item;
}

/** Kinds by a class token, the more telling first. */
const KINDS: [token: string, kind: ItemKind][] = [
  ['short', 'short-bookmark'],
  ['bookmark', 'bookmark'],
  ['collection', 'collection-item'],
  ['series', 'series'],
  ['deleted', 'deleted'],
  ['reading', 'reading'],
  ['gift', 'gift'],
  ['work', 'work'],
];

/** The kind that the start tag tells; the inside tells whether a bookmark is one of many and a work unrevealed. */
function kindOf(item: Element): ItemKind {
  return KINDS.find(([token]) => has(item, token))?.[1] ?? (item.id.startsWith('external') ? 'external' : 'prompt');
}

const SUBJECTS: Record<string, Subject> = { work: 'work', series: 'series', 'external-work': 'external', external_work: 'external' };

/**
 * Finds what the item is about and its number: from an anchored class token, else from the title's link, else from
 * the element's id. Old markup has no tokens, an external work may be linked on its own site, and the id of a
 * bookmark is the bookmark's.
 */
function identify(item: Element, work: Work, title: Element | null): void {
  const link = work.kind === 'external' ? '' : hrefOf(title);
  const [, what, number] =
    /(?:^|\s)(external-work|work|series)-(\d+)(?!\S)/.exec(item.className) ??
    /\/(external_work|work|series)s?\/(\d+)/.exec(link) ??
    /^(external_work|work|series)_(\d+)$/.exec(item.id) ??
    [];
  work.id = number ?? null;
  work.subject = (what === undefined ? undefined : SUBJECTS[what]) ?? (work.kind === 'prompt' ? null : 'work');
}

/** Reads one item of a listing. @throws UnreadableItem when it is not what this adapter knows */
export function readItem(item: Element, url: URL, now: Date): Work {
  const kind = kindOf(item);
  const work = emptyWork(kind);
  if (kind === 'deleted') return work;
  if (kind === 'short-bookmark') work.bookmark = readBookmark(item, one(item, '.status'), null, now);
  else {
    const children = [...boxOf(item, kind).children];
    const tokens = children.map((child) => ` ${child.getAttribute('class') ?? ''} `.replace(/\s/g, ' '));
    const part: Part = (token) => children[tokens.findIndex((names) => names.includes(` ${token} `))] ?? null;
    const user = part('user');
    if (user !== null && kind !== 'reading') work.bookmark = readBookmark(user, part('status'), group(/^bookmark_(\d+)$/, item.id), now);
    const header = part('header');
    if (header !== null) {
      identify(item, work, one(header, 'h4 a'));
      if (has(header, 'mystery')) work.kind = 'mystery';
      else {
        if (kind === 'bookmark' && part('recent') !== null) work.kind = 'bookmarkable';
        readContents(header, part, work, url, now);
      }
    } else if (kind === 'bookmark' && part('message') !== null) work.kind = 'deleted';
    else throw new UnreadableItem('no-header');
  }
  work.own = work.bookmark === null && has(item, 'own');
  work.anonymous ||= has(item, 'anonymous');
  giveNumbers(item, work);
  return work;
}

/** Everything of an item that has contents. */
function readContents(header: Element, part: Part, work: Work, url: URL, now: Date): void {
  const needed = work.subject === 'work';
  const tags = part('tags');
  const stats = part('stats');
  if (needed && work.id === null) throw new UnreadableItem('no-id');
  readHeader(header, work, url, now);
  if (tags !== null) readTags(tags, work);
  else if (needed || work.kind === 'prompt') throw new UnreadableItem('no-tags');
  if (stats !== null) readStats(stats, work, now);
  else if (needed) throw new UnreadableItem('no-stats');
  // A request that is fulfilled is not a work that is complete.
  if (work.kind === 'prompt') work.complete = null;
  work.otherTags.push(...tagNames(part('optional')));
  work.summary = paragraphs(part('summary'));
  work.series = readSeries(part('series'));
}

/**
 * Gives account numbers to their people. The numbers of creators come first and each number once; the bookmarker's
 * is the last one, unless the bookmarker is one of the creators. A single account leaves no doubt whose number it is.
 */
function giveNumbers(item: Element, work: Work): void {
  const numbers = accountNumbers(item);
  const logins = accounts(work.creators);
  const bookmarker = work.bookmark?.bookmarker;
  if (bookmarker) {
    if (!logins.includes(bookmarker.login ?? '')) bookmarker.id = numbers.pop() ?? null;
    else if (numbers.length === 1) bookmarker.id = numbers[0] ?? null;
  }
  work.creatorIds = numbers;
  if (logins.length === 1 && numbers.length === 1) for (const creator of work.creators) creator.id = creator.login && (numbers[0] ?? null);
}
