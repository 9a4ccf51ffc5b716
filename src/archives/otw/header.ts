import type { Work } from '../../domain/work';
import { UnreadableItem } from '../adapter';
import { fromSeconds, isoDate } from '../reading/dates';
import { absolute, clean, line } from '../reading/text';
import { byline, LINK } from './creators';
import { readSymbols } from './symbols';
import { tagNames } from './tags';

/** Links to creators; those to a bookmarker or a recipient do not have it. */
const isAuthor = (link: HTMLAnchorElement): boolean => link.relList.contains('author');

/** Whether a link of a byline leads to gifts: to those of an account or to those of a typed name. */
const isRecipient = (link: Element): boolean => /\/gifts(?:\?recipient=|$)/.test(link.getAttribute('href') ?? '');

/**
 * Text of a heading behind its title, with `LINK` for each link. The header is never split at words: titles hold
 * " by " and " for " as they please.
 */
function behindTitle(heading: Element, title: Element | null): string {
  let text = '';
  for (let node = title === null ? heading.firstChild : title.nextSibling; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeName === 'A') text += LINK;
  }
  return clean(text);
}

/** A prompt's heading is bare text. Names of people seldom hold " by ", titles often do. */
function readPromptHeading(heading: Element, work: Work): void {
  const text = behindTitle(heading, null);
  const cut = text.lastIndexOf(' by ');
  work.title = cut === -1 ? text : text.slice(0, cut);
  Object.assign(work, byline([], cut === -1 ? '' : text.slice(cut + 4)));
}

function readHeading(heading: Element, work: Work, url: URL): void {
  const links = [...heading.querySelectorAll('a')];
  const title = links.find((link) => !isAuthor(link) && !isRecipient(link));
  if (title === undefined) {
    if (work.kind === 'prompt') readPromptHeading(heading, work);
    return;
  }
  work.title = line(title);
  work.url = absolute(title.getAttribute('href'), url);
  const parts = byline(
    links.filter(isAuthor),
    behindTitle(heading, title).replace(/^by /, ''),
  );
  work.creators = parts.creators;
  work.anonymous = parts.anonymous || /Anonymous/.test(heading.querySelector('.status')?.textContent ?? '');
  work.recipients = links.filter(isRecipient).map(line);
  work.restricted = heading.querySelector('img[src*="lockblue"]') !== null;
}

/** The comment with the exact time, there since July 2025. */
function updatedComment(header: Element): string | null {
  for (let node = header.firstChild; node !== null; node = node.nextSibling) {
    const [, seconds] = node.nodeType === 8 ? (/^\s*updated_at=(\d+)/.exec(node.nodeValue ?? '') ?? []) : [];
    if (seconds !== undefined) return fromSeconds(Number(seconds));
  }
  return null;
}

/**
 * Reads title, creators, fandoms, symbols and date.
 * @throws UnreadableItem when title, fandoms or symbols are missing: such an item would pass rules it should not
 */
export function readHeader(header: Element, work: Work, url: URL, now: Date): void {
  let fandoms: Element | null = null;
  let symbols = false;
  for (let part = header.firstElementChild; part !== null; part = part.nextElementSibling) {
    if (part.localName === 'h4') readHeading(part, work, url);
    else if (part.classList.contains('fandoms')) fandoms = part;
    else if (part.classList.contains('required-tags')) symbols = readSymbols(part, work);
    else if (part.classList.contains('datetime')) work.updated = isoDate(line(part), now) ?? updatedComment(header);
  }
  if (work.title === null) throw new UnreadableItem('no-title');
  if (!symbols) throw new UnreadableItem('no-symbols');
  if (fandoms !== null) work.fandoms = tagNames(fandoms);
  else if (work.subject === 'work') throw new UnreadableItem('no-fandoms');
}
