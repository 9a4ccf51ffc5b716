import type { Work } from '../../domain/work';
import { UnreadableItem } from '../adapter';
import { fromSeconds, isoDate } from '../reading/dates';
import { all, group, has, hrefOf, one } from '../reading/dom';
import { absolute, clean, line } from '../reading/text';
import { byline, bylineText } from './creators';
import { readSymbols } from './symbols';
import { tagNames } from './tags';

/** Links to creators; those to a bookmarker or a recipient do not have it. */
const isAuthor = (link: Element): boolean => link.matches('[rel~="author"]');

/** Whether a link of a byline leads to gifts: to those of an account or to those of a typed name. */
const isRecipient = (link: Element): boolean => /\/gifts(?:\?recipient=|$)/.test(hrefOf(link));

/**
 * Reads title, creators and recipients. The heading is never split at words, since titles hold " by " and " for "
 * as they please; only a prompt's is bare text, and there names of people hold " by " less often than titles do.
 */
function readHeading(heading: Element, work: Work, url: URL): void {
  const links = all(heading, 'a');
  const title = links.find((link) => !isAuthor(link) && !isRecipient(link));
  let by = bylineText(title === undefined ? heading.firstChild : title.nextSibling);
  if (title !== undefined) {
    work.title = line(title);
    work.url = absolute(hrefOf(title), url);
  } else if (work.kind === 'prompt') {
    const [, before, behind] = /^(.*) (by .*)$/.exec(by) ?? [];
    work.title = clean(before ?? by);
    by = behind ?? '';
  }
  Object.assign(work, byline(links.filter(isAuthor), clean(by).replace(/^by /, '')));
  work.anonymous ||= /Anonymous/.test(one(heading, '.status')?.textContent ?? '');
  work.recipients = links.filter(isRecipient).map(line);
  work.restricted = one(heading, 'img[src*="lockblue"]') !== null;
}

/** The comment with the exact time, there since July 2025. */
function updatedComment(header: Element): string | null {
  const seconds = [...header.childNodes].flatMap((node) => (node.nodeType === 8 ? (group(/updated_at=(\d+)/, node.nodeValue ?? '') ?? []) : []))[0];
  return seconds === undefined ? null : fromSeconds(Number(seconds));
}

/**
 * Reads title, creators, fandoms, symbols and date.
 * @throws UnreadableItem when title, fandoms or symbols are missing: such an item would pass rules it should not
 */
export function readHeader(header: Element, work: Work, url: URL, now: Date): void {
  let fandoms: Element | null = null;
  let symbols = false;
  for (const part of header.children) {
    if (part.localName === 'h4') readHeading(part, work, url);
    else if (has(part, 'fandoms')) fandoms = part;
    else if (has(part, 'required-tags')) symbols = readSymbols(part, work);
    else if (has(part, 'datetime')) work.updated = isoDate(line(part), now) ?? updatedComment(header);
  }
  if (!work.title) throw new UnreadableItem('no-title');
  if (!symbols) throw new UnreadableItem('no-symbols');
  if (fandoms === null && work.subject === 'work') throw new UnreadableItem('no-fandoms');
  work.fandoms = tagNames(fandoms);
}
