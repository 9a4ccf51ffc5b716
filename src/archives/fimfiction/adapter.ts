import { codeOf, WARNINGS, type Rating } from '../../domain/vocabulary';
import { emptyWork, type Work } from '../../domain/work';
import { UnreadableItem, type Adapter, type Page } from '../adapter';
import { fromSeconds } from '../reading/dates';
import { all, group, has, hrefOf, one } from '../reading/dom';
import { firstNumber, ownText, rounded } from '../reading/numbers';
import { absolute, clean, line, paragraphs } from '../reading/text';

const ITEMS = 'div.story_content_box, div.story-card-container';

function readPage(document: Document, { pathname }: URL): Page {
  const kind = pathname.startsWith('/story/') ? 'work' : one(document, ITEMS) === null ? null : pathname.startsWith('/user/') ? 'user' : 'listing';
  return { kind, next: null, own: false, preferences: null };
}

const RATINGS: Record<string, Rating> = { everyone: 'general', teen: 'teen', mature: 'mature' };

/** The rating stands in the name of a class, written with hyphens or, earlier, with underscores. */
function readRating(item: Element): Rating {
  const name = group(/\bcontent[-_]rating[-_](\w+)/, one(item, '[class*="content-rating-"], [class*="content_rating_"]')?.getAttribute('class') ?? '');
  if (name === null) throw new UnreadableItem('no-symbols');
  return Object.hasOwn(RATINGS, name) ? (RATINGS[name] ?? 'other') : 'other';
}

/** The long name, which is the same in every view; what is shown may be short ("Celestia"). A count may follow it. */
const nameOf = (tag: Element): string => clean((tag.getAttribute('title') ?? '').slice(0, 2000).replace(/\( ?[\d,]+ ?\)\s*$/, '')) || line(tag);

/** Warnings of the site have lists of their own: they are free tags by name, and warnings by code. */
function readTag(tag: Element, work: Work): boolean {
  const name = nameOf(tag);
  const into = has(tag, 'tag-series')
    ? work.fandoms
    : has(tag, 'tag-character')
      ? work.characters
      : has(tag, 'tag-genre')
        ? work.genres
        : has(tag, 'tag-content') || has(tag, 'tag-warning')
          ? work.freeforms
          : null;
  if (name === '' || into === null) return false;
  if (!into.includes(name)) into.push(name);
  const code = codeOf(WARNINGS, name) ?? 'other';
  if (has(tag, 'tag-warning') && !work.warnings.includes(code)) work.warnings.push(code);
  return true;
}

function readAuthor(link: Element | null, work: Work): void {
  const id = group(/^\/user\/(\d{1,15})(?:\/|$)/, hrefOf(link));
  const name = line(link);
  if (id === null || name === '') return;
  work.creators = [{ name, login: name, pseud: null, id }];
  work.creatorIds = [id];
}

/** The full view: everything the site says of a story, with its chapters. */
function readFull(item: Element, work: Work): void {
  readAuthor(one(item, '.author a'), work);
  const footer = one(item, '.chapters-footer');
  const status = group(/\bcompleted-status-(\w+)/, one(footer, '[class*="completed-status-"]')?.getAttribute('class') ?? '');
  work.complete = status === null ? null : status === 'complete';
  work.words = firstNumber(line(one(footer, '.word_count b')));
  const seconds = one(footer, '.approved-date [data-time]')?.getAttribute('data-time') ?? '';
  work.published = /^\d{9,10}$/.test(seconds) ? fromSeconds(Number(seconds)) : null;
  work.summary = paragraphs(one(item, '.description-text'));
}

/** A card, whose number of words is rounded ("13k words") and which does not tell whether the story is complete. */
function readCard(item: Element, work: Work): void {
  readAuthor(one(item, 'a.story-card__author'), work);
  const info = one(item, '.story-card__info');
  const words = info === null ? null : group(/(?:^|\s)(\d[\d,.]{0,14}[km]?) words?\b/, clean(ownText(info)));
  work.words = words === null ? null : rounded(words);
  const described = one(item, '.short_description');
  work.summary = described === null ? null : clean(ownText(described)) || null;
}

function readItem(item: Element, url: URL): Work {
  const work = emptyWork('work');
  const title = one(item, 'a.story_name, a.story_link');
  work.subject = 'work';
  work.id = group(/\/story\/(\d{1,15})(?:\/|$)/, hrefOf(title));
  if (work.id === null) throw new UnreadableItem('no-id');
  work.title = line(title);
  if (work.title === '') throw new UnreadableItem('no-title');
  work.url = absolute(hrefOf(title), url);
  work.ratings = [readRating(item)];
  const known = all(item, '.story-tags a, .story-card__tags a').filter((tag) => readTag(tag, work));
  if (known.length === 0) throw new UnreadableItem('no-tags');
  if (has(item, 'story_content_box')) readFull(item, work);
  else readCard(item, work);
  return work;
}

/** Listings of Fimfiction, in the full view and as cards. Evidence: docs/archives.md. */
export const fimfictionListings: Adapter = {
  id: 'fimfiction',
  items: ITEMS,
  recognises: (document) => one(document, ITEMS) !== null,
  readPage,
  readItem,
  isWorkPage: ({ pathname }) => /^\/story\/\d/.test(pathname),
};
