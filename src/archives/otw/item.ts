import { emptyWork, type ItemKind, type SeriesPosition, type Subject, type Work } from '../../domain/work';
import { UnreadableItem } from '../adapter';
import { firstNumber } from '../reading/numbers';
import { inHref, line, paragraphs } from '../reading/text';
import { readBookmark } from './bookmark';
import { accountNumbers, accounts, withNumbers } from './creators';
import { readHeader } from './header';
import { readStats } from './stats';
import { readTags, tagNames } from './tags';

/** Parts of an item that are children of the same element; nested items have parts of their own. */
interface Parts {
  header?: Element;
  tags?: Element;
  optional?: Element;
  summary?: Element;
  series?: Element;
  stats?: Element;
  user?: Element;
  status?: Element;
  recent?: Element;
}

/** Class tokens that name a part, the more telling first: `ul.optional.tags` are the optional ones. */
const PARTS = ['header', 'optional', 'tags', 'summary', 'series', 'stats', 'user', 'status', 'recent'] as const;

function partsOf(box: Element): Parts {
  const parts: Parts = {};
  for (let child = box.firstElementChild; child !== null; child = child.nextElementSibling) {
    const { classList } = child;
    const name = PARTS.find((token) => classList.contains(token));
    if (name !== undefined) parts[name] ??= child;
  }
  return parts;
}

/**
 * The element whose children are the parts: the item itself, the box inside a collection item, or a wrapper that
 * another extension has put around them.
 */
function boxOf(item: Element, kind: ItemKind): Element | null {
  if (kind === 'collection-item') return item.querySelector(':scope > blockquote.blurb');
  const header = item.querySelector('.header.module');
  return header !== null && header.closest('li') === item ? header.parentElement : null;
}

/** The kind that the start tag tells; the inside tells whether a bookmark is one of many and a work unrevealed. */
function kindOf(item: Element): ItemKind {
  const { classList } = item;
  const has = (token: string): boolean => classList.contains(token);
  if (has('short')) return 'short-bookmark';
  if (has('bookmark')) return 'bookmark';
  if (has('collection')) return 'collection-item';
  if (has('series')) return 'series';
  if (item.id.startsWith('external_work_')) return 'external';
  if (has('reading')) return has('deleted') ? 'deleted' : 'reading';
  if (has('gift')) return 'gift';
  return has('work') ? 'work' : 'prompt';
}

const SUBJECTS: Record<string, Subject> = { work: 'work', works: 'work', series: 'series', 'external-work': 'external', external_works: 'external' };

/**
 * What the item is about and its number: from an anchored class token, else from the title's link, else from the
 * element's id. Old markup has no tokens, an external work may be linked on its own site, and the id of a bookmark
 * is the bookmark's.
 */
function identify(item: Element, kind: ItemKind, title: Element | null): { subject: Subject | null; id: string | null } {
  const byId = /^(?:external_)?(?:work|series)_(\d+)$/.exec(item.id)?.[1] ?? null;
  const link = kind === 'external' ? '' : (title?.getAttribute('href') ?? '');
  const [, what, number] = /(?:^|\s)(external-work|work|series)-(\d+)(?!\S)/.exec(item.className) ?? /\/(works|series|external_works)\/(\d+)/.exec(link) ?? [];
  if (what !== undefined && number !== undefined) return { subject: SUBJECTS[what] ?? null, id: number };
  if (kind === 'prompt') return { subject: null, id: null };
  return { subject: kind === 'series' || kind === 'external' ? kind : 'work', id: byId };
}

function readSeries(list: Element): SeriesPosition[] {
  return [...list.children].flatMap((entry) => {
    const link = entry.querySelector('a[href*="/series/"]');
    const id = inHref(link, /\/series\/(\d+)/);
    return id === null ? [] : [{ id, title: line(link), position: firstNumber(line(entry.querySelector('strong'))) }];
  });
}

/** Reads one item of a listing. @throws UnreadableItem when it is not what this adapter knows */
export function readItem(item: Element, url: URL, now: Date): Work {
  const kind = kindOf(item);
  const work = emptyWork(kind);
  work.own = item.classList.contains('own');
  if (kind === 'deleted') return work;
  if (kind === 'short-bookmark') {
    const numbers = accountNumbers(item);
    work.own = false;
    work.bookmark = readBookmark(item, item.querySelector('.status'), null, now);
    if (work.bookmark.bookmarker !== null) work.bookmark.bookmarker.id = numbers[0] ?? null;
    return work;
  }
  const box = boxOf(item, kind);
  const parts = partsOf(box ?? item);
  const { header } = parts;
  const bookmarked = kind === 'bookmark';
  if (bookmarked && parts.recent !== undefined) work.kind = 'bookmarkable';
  if ((bookmarked || kind === 'collection-item') && parts.user !== undefined) {
    work.bookmark = readBookmark(parts.user, parts.status ?? null, /^bookmark_(\d+)$/.exec(item.id)?.[1] ?? null, now);
    work.own = false;
  }
  if (header === undefined) {
    if (bookmarked && item.querySelector(':scope > .message') !== null) work.kind = 'deleted';
    else throw new UnreadableItem('no-header');
  } else {
    const named = header.querySelector('h4.heading');
    Object.assign(work, identify(item, kind, named?.querySelector('a') ?? null));
    if (header.classList.contains('mystery')) work.kind = 'mystery';
    else readContents(header, parts, work, url, now);
  }
  work.anonymous ||= item.classList.contains('anonymous');
  number(item, work);
  return work;
}

/** Everything of an item that has contents. */
function readContents(header: Element, parts: Parts, work: Work, url: URL, now: Date): void {
  const { tags, optional, summary, series, stats } = parts;
  const needed = work.subject === 'work';
  if (needed && work.id === null) throw new UnreadableItem('no-id');
  readHeader(header, work, url, now);
  if (tags !== undefined) readTags(tags, work);
  else if (needed || work.kind === 'prompt') throw new UnreadableItem('no-tags');
  if (stats !== undefined) readStats(stats, work, now);
  else if (needed) throw new UnreadableItem('no-stats');
  if (work.kind === 'prompt') work.complete = null;
  if (optional !== undefined) work.otherTags.push(...tagNames(optional));
  if (summary !== undefined) work.summary = paragraphs(summary);
  if (series !== undefined) work.series = readSeries(series);
}

/**
 * Gives account numbers to their people. The numbers of creators come first and each number once; the bookmarker's
 * is the last one, unless the bookmarker is one of the creators.
 */
function number(item: Element, work: Work): void {
  const numbers = accountNumbers(item);
  const bookmarker = work.bookmark?.bookmarker;
  if (bookmarker !== null && bookmarker !== undefined) {
    if (!accounts(work.creators).includes(bookmarker.login ?? '')) bookmarker.id = numbers.pop() ?? null;
    else if (numbers.length === 1) bookmarker.id = numbers[0] ?? null;
  }
  work.creatorIds = numbers;
  work.creators = withNumbers(work.creators, numbers);
}
