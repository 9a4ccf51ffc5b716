import { emptyWork, type PageKind, type Work } from '../../domain/work';
import { UnreadableItem, type Adapter, type Page } from '../adapter';
import { all, group, hrefOf, one } from '../reading/dom';
import { firstNumber } from '../reading/numbers';
import { absolute, line, paragraphs } from '../reading/text';

const ITEMS = 'div.fiction-list-item';

/** The viewer's own list. Its rows say where one has stopped reading, and nothing of tags. */
const FOLLOWS = '/my/follows';

const KINDS: [path: RegExp, kind: PageKind | null][] = [
  [/^\/my\/follows\b/, 'bookmarks'],
  [/^\/fictions\/search\b/, 'search'],
  [/^\/fiction\/\d/, 'work'],
];

function readPage(document: Document, url: URL): Page {
  const known = KINDS.find(([path]) => path.test(url.pathname));
  const next = all(document, 'a[data-page]').find((link) => line(link).startsWith('Next'));
  return {
    kind: known === undefined ? (one(document, ITEMS) === null ? null : 'listing') : known[1],
    next: absolute(hrefOf(next ?? null), url),
    own: url.pathname.startsWith(FOLLOWS),
    preferences: null,
  };
}

/** The site's words for what is not at its end; of a stub only the beginning is left, whose state nothing says. */
const UNFINISHED = new Set(['ONGOING', 'HIATUS', 'INACTIVE', 'DROPPED', 'CANCELLED']);

/** The type ("Original", "Fan Fiction") and the status stand in the same kind of label, in no fixed order. */
function readLabels(labels: readonly string[], work: Work): void {
  work.otherTags = [...labels];
  const states = labels.map((label) => label.toUpperCase());
  if (states.includes('COMPLETED')) work.complete = true;
  else if (states.some((state) => UNFINISHED.has(state))) work.complete = false;
}

/** A number in front of its word; one that is rounded ("1.2M Views") is none. */
const before = (word: string, text: string): number | null => firstNumber(group(new RegExp(`(?:^|\\s)(\\d[\\d,]{0,14}) ${word}\\b`), text) ?? '');

/** Followers are read as bookmarks and views as hits; pages are no words, and are left out. */
function readStats(text: string, work: Work): void {
  work.bookmarks = before('Followers?', text);
  work.hits = before('Views?', text);
  const posted = before('Chapters?', text);
  work.chapters = posted === null ? null : { posted, planned: work.complete === true ? posted : null };
}

function readItem(item: Element, url: URL): Work {
  const work = emptyWork('work');
  const title = one(item, '.fiction-title a');
  work.subject = 'work';
  work.id = group(/\/fiction\/(\d{1,15})(?:\/|$)/, hrefOf(title));
  if (work.id === null) throw new UnreadableItem('no-id');
  work.title = line(title);
  if (work.title === '') throw new UnreadableItem('no-title');
  work.url = absolute(hrefOf(title), url);
  const labels = all(item, 'span.label').map(line).filter(Boolean);
  work.freeforms = all(item, 'a.fiction-tag').map(line).filter(Boolean);
  if (labels.length + work.freeforms.length === 0 && !url.pathname.startsWith(FOLLOWS)) throw new UnreadableItem('no-tags');
  readLabels(labels, work);
  readStats(line(one(item, '.stats')), work);
  work.summary = paragraphs(one(item, `[id="description-${work.id}"]`));
  return work;
}

/**
 * Listings of Royal Road. Evidence: docs/archives.md. They name neither authors nor content warnings, so those stay
 * empty; genres and tags are one kind there, read as free tags.
 */
export const royalRoadListings: Adapter = {
  id: 'royal-road',
  items: ITEMS,
  recognises: (document) => one(document, `.fiction-list, ${ITEMS}`) !== null,
  readPage,
  readItem,
  isWorkPage: ({ pathname }) => /^\/fiction\/\d/.test(pathname),
};
