import { emptyWork, type Work } from '../../domain/work';
import { CATEGORIES, RATINGS, WARNINGS } from '../../domain/vocabulary';
import { UnreadableItem, type WorkPage, type WorkPageReader, type WorkPageState } from '../adapter';
import { all, group, has, hrefOf, one } from '../reading/dom';
import { absolute, decode, line, paragraphs } from '../reading/text';
import { isWorkPage } from './address';
import { byline, bylineText } from './creators';
import { readItem } from './item';
import { readLanguage, readSeries, readStats } from './stats';
import { codes } from './symbols';
import { addTags, tagNames } from './tags';

const without = (state: WorkPageState): WorkPage => ({ state, work: null, main: null, chapter: false });

/**
 * Reads the page of one work. A listing and any other page is in the state `none`.
 * @throws UnreadableItem when there is a work whose markup is unknown
 */
function read(document: Document, url: URL, now: Date): WorkPage {
  const main = one(document, '#main');
  const atWork = /\/(?:works|chapters)\/\d/.test(url.pathname);
  if (main === null) return without(atWork ? 'unavailable' : 'none');
  if (has(main, 'sessions-new')) return without(atWork || /\/(?:works|chapters)\/\d|restricted=true/.test(decode(url.search)) ? 'login-needed' : 'none');
  if (has(main, 'errors') && atWork) return without(has(main, 'error-404') ? 'gone' : 'unavailable');
  const chapter = has(main, 'chapters-show');
  const preview = main.matches('.works-preview, .works-preview_tags');
  if (!chapter && !preview && !has(main, 'works-show')) return without('none');
  const meta = one(main, 'dl.work.meta');
  const notice = one(main, ':scope > p.notice:not(.muted, .caution)');
  if (meta !== null) {
    const work = readMeta(main, meta, url, now);
    const draft = preview || /draft/i.test(line(notice));
    return { state: draft ? 'draft' : 'work', work, main, chapter: chapter && (work.chapters?.posted ?? 0) > 1 };
  }
  const item = one(main, ':scope > p.caution ~ .work.index > li.work.blurb');
  if (item !== null) return { state: 'adult-notice', work: readItem(item, url, now), main, chapter };
  return without(notice === null ? 'none' : 'unrevealed');
}

/** The work's number, which the address does not tell on `/chapters/N`. */
const workId = (main: Element, url: URL): string | null =>
  group(/\/downloads\/(\d+)/, hrefOf(one(main, '.download a[href*="/downloads/"]'))) ??
  group(/\/works\/(\d+)/, url.pathname) ??
  group(/\/works\/(\d+)/, hrefOf(one(main, '.navigation a[href*="/works/"]')));

/** Reads the block of tags and numbers, whose pairs are recognised by class since most of them may be missing. */
function readMeta(main: Element, meta: Element, url: URL, now: Date): Work {
  const work = emptyWork('work');
  work.subject = 'work';
  work.id = workId(main, url);
  work.url = work.id && absolute(`/works/${work.id}`, url);
  const warnings: string[] = [];
  for (const cell of meta.children) {
    if (cell.localName !== 'dd') continue;
    if (has(cell, 'rating')) work.ratings = codes(RATINGS, tagNames(cell), 'other');
    else if (has(cell, 'category')) work.categories = codes(CATEGORIES, tagNames(cell), 'other');
    else if (has(cell, 'fandom')) work.fandoms = tagNames(cell);
    else if (has(cell, 'tags')) addTags(cell, tagNames(cell), work, warnings);
    else if (has(cell, 'language')) readLanguage(cell, work);
    else if (has(cell, 'series')) work.series = readSeries(cell);
    else if (has(cell, 'collections')) work.collections = all(cell, 'a').map(line);
    else if (has(cell, 'stats')) {
      const list = one(cell, 'dl.stats');
      if (list === null) continue;
      readStats(list, work, now);
      work.updated ??= work.published;
      work.complete = isComplete(list, work);
    }
  }
  work.warnings = codes(WARNINGS, warnings, 'other');
  readPreface(one(main, '#workskin .preface'), work);
  if (!work.title) throw new UnreadableItem('no-title');
  if (work.fandoms.length === 0) throw new UnreadableItem('no-fandoms');
  if (warnings.length === 0 && !work.withheld.includes('warnings')) throw new UnreadableItem('no-tags');
  work.own = one(main, '.work.navigation a[href$="/edit"]') !== null;
  return work;
}

/** "Completed:" or "Updated:" in front of the second date; without one, the work has all its chapters. */
function isComplete(stats: Element, { chapters }: Work): boolean | null {
  const label = one(stats, 'dt.status');
  if (label !== null) return /Completed/.test(line(label));
  return chapters && chapters.posted === chapters.planned;
}

/** Title, creators, summary and gifts from above the text; later chapters have no summary. */
function readPreface(preface: Element | null, work: Work): void {
  const title = one(preface, '.title.heading');
  const heading = one(preface, '.byline.heading');
  work.title = line(title);
  work.restricted = one(title, 'img[src*="lockblue"]') !== null;
  if (heading !== null) Object.assign(work, byline(all(heading, 'a[rel~="author"]'), bylineText(heading.firstChild)));
  work.summary = paragraphs(one(preface, '.summary blockquote.userstuff'));
  work.recipients = all(preface, '.associations a[href$="/gifts"], .associations a[href*="/gifts?recipient="]').map(line);
}

const isBehind = (element: Element | null | undefined): boolean => element?.nextElementSibling != null;

/** Pages of works on otwarchive. */
export const otwWorkPages: WorkPageReader = {
  isWorkPage,
  paths: ['/works/*', '/chapters/*', '/collections/*/works/*', '/collections/*/chapters/*'],
  main: '#main:is(.works-show, .chapters-show)',
  isReady(document) {
    const main = document.querySelector(this.main);
    // The tags come before the preface; of an adult work, all that there is is one item and its list's end.
    return isBehind(main?.querySelector('#workskin > .preface')) || isBehind(main) || isBehind(main?.querySelector(':scope > .work.index'));
  },
  read,
};
