import { emptyWork, type Work } from '../../domain/work';
import { UnreadableItem } from '../adapter';
import { fromSeconds } from '../reading/dates';
import { all, group, has, hrefOf, one } from '../reading/dom';
import { rounded } from '../reading/numbers';
import { absolute, clean, decode, line } from '../reading/text';
import { fandomsOf, halves, placeSections, readMeta, readPhoneMeta } from './meta';

/** Text of an element without what the filter leaves out. */
function textBut(element: Element, leftOut: (child: Element) => boolean): string {
  return clean(
    [...element.childNodes].map((node) => (node.nodeType === 3 || (node.nodeType === 1 && !leftOut(node as Element)) ? node.textContent : '')).join(''),
  );
}

/** Dates are in the markup as Unix times; of two, the later is the update. */
export function readDates(box: Element, work: Work): void {
  const days = all(box, '[data-xutime]').flatMap((date) => fromSeconds(Number(date.getAttribute('data-xutime'))) ?? []);
  work.published = days.at(-1) ?? null;
  work.updated = days[0] ?? null;
}

/** An author's link; the number outlives a change of name. */
export function readAuthor(link: Element | null, work: Work): void {
  const id = group(/\/u\/(\d+)/, hrefOf(link));
  if (id === null) return;
  const name = line(link);
  work.creators = [{ name, login: name, pseud: null, id }];
  work.creatorIds = [id];
}

/** On an own page the stories do not name their author: the address does, with hyphens for spaces. */
function readOwner(url: URL, work: Work): void {
  const [, id, slug] = /^\/u\/(\d+)\/([^/]+)/.exec(url.pathname) ?? [];
  if (id === undefined || slug === undefined) return;
  const name = decode(slug).replaceAll('-', ' ');
  work.creators = [{ name, login: decode(slug), pseud: null, id }];
  work.creatorIds = [id];
}

/**
 * Fandom of a list that is about one (or about crossovers of two), which its items do not repeat: from the page's
 * title, "X FanFiction Archive" or "X and Y Crossover FanFiction Archive".
 */
function listFandoms(document: Document): string[] {
  const [, name, crossover] = /^(.+?)( Crossover)? FanFiction Archive\b/.exec(document.title) ?? [];
  if (name === undefined) return [];
  return crossover === undefined ? [name] : halves(name, ' and ');
}

/** Backslashes in front of quotes are the site's, not the title's. */
const unescaped = (value: string | null): string => (value ?? '').replace(/\\(['"\\])/g, '$1');

function start(item: Element, url: URL): Work {
  const work = emptyWork('work');
  const title = one(item, 'a[href*="/s/"]');
  work.subject = 'work';
  work.id = group(/\/s\/(\d+)/, hrefOf(title));
  if (work.id === null) throw new UnreadableItem('no-id');
  work.title = line(title) || unescaped(item.getAttribute('data-title'));
  if (work.title === '') throw new UnreadableItem('no-title');
  work.url = absolute(hrefOf(title), url);
  readAuthor(one(item, 'a[href*="/u/"]'), work);
  return work;
}

/** A story on the desktop site, also among the stories and favourites of a profile. */
function readRow(item: Element, url: URL): Work {
  const work = start(item, url);
  const box = one(item, '.z-indent');
  const meta = one(item, '.z-padtop2');
  if (box === null || meta === null) throw new UnreadableItem('no-stats');
  const prefix = readMeta(line(meta), work);
  if (prefix === null) throw new UnreadableItem('no-tags');
  const category = unescaped(item.getAttribute('data-category'));
  const fandoms = prefix.startsWith('Crossover - ') ? fandomsOf(prefix) : fandomsOf(category || prefix);
  work.fandoms = fandoms.length > 0 ? fandoms : listFandoms(item.ownerDocument);
  work.summary = textBut(box, (child) => child === meta) || null;
  if (work.creators.length === 0) readOwner(url, work);
  readDates(meta, work);
  return work;
}

/** A story on the site for phones: bare text between links, and the facts in grey. */
function readPhoneRow(item: Element, url: URL): Work {
  const work = start(item, url);
  const meta = one(item, '.gray');
  if (meta === null) throw new UnreadableItem('no-stats');
  const prefix = readPhoneMeta(
    textBut(meta, (child) => child.hasAttribute('data-xutime')),
    work,
  );
  if (prefix === null) throw new UnreadableItem('no-tags');
  work.fandoms = prefix === '' ? listFandoms(item.ownerDocument) : fandomsOf(prefix);
  work.comments = rounded(line(one(item, 'a[href*="/r/"]'))) ?? work.comments;
  work.complete ||= one(item, 'img.pull-right') !== null;
  let text = '';
  for (let node = one(item, 'a[href*="/u/"]')?.nextSibling ?? null; node !== null && node !== meta; node = node.nextSibling) text += node.textContent ?? '';
  work.summary = clean(text) || null;
  readDates(meta, work);
  return work;
}

/** Reads one story of a list. @throws UnreadableItem when it is not what this adapter knows */
export function readItem(item: Element, url: URL): Work {
  const work = has(item, 'z-list') ? readRow(item, url) : readPhoneRow(item, url);
  placeSections(work, url);
  return work;
}
