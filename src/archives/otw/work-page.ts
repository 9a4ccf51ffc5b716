import { emptyWork, type SeriesPosition, type Work } from '../../domain/work';
import { CATEGORIES, RATINGS, WARNINGS } from '../../domain/vocabulary';
import { UnreadableItem, type WorkPage, type WorkPageReader, type WorkPageState } from '../adapter';
import { firstNumber } from '../reading/numbers';
import { absolute, clean, decode, inHref, line, paragraphs } from '../reading/text';
import { byline, LINK } from './creators';
import { readItem } from './item';
import { readLanguage, readStats } from './stats';
import { codes } from './symbols';
import { fieldOf, tagNames } from './tags';

const without = (state: WorkPageState): WorkPage => ({ state, work: null, main: null, chapter: false });

/**
 * Reads the page of one work. A listing and any other page is in the state `none`.
 * @throws UnreadableItem when there is a work whose markup is unknown
 */
function read(document: Document, url: URL, now: Date): WorkPage {
  const main = document.querySelector('#main');
  const atWork = /\/(?:works|chapters)\/\d+/.test(url.pathname);
  if (main === null) return without(atWork ? 'unavailable' : 'none');
  const has = (token: string): boolean => main.classList.contains(token);
  if (has('sessions-new')) return without(atWork || /\/(?:works|chapters)\/\d|restricted=true/.test(decode(url.search)) ? 'login-needed' : 'none');
  if (has('errors') && atWork) return without(has('error-404') ? 'gone' : 'unavailable');
  const chapter = has('chapters-show');
  const preview = has('works-preview') || has('works-preview_tags');
  if (!chapter && !preview && !has('works-show')) return without('none');
  const meta = main.querySelector('dl.work.meta');
  if (meta !== null) {
    const work = readMeta(main, meta, url, now);
    const draft = preview || /draft/i.test(main.querySelector(':scope > p.notice')?.textContent ?? '');
    return { state: draft ? 'draft' : 'work', work, main, chapter: chapter && (work.chapters?.posted ?? 0) > 1 };
  }
  if (main.querySelector(':scope > p.caution') !== null) {
    const item = main.querySelector('.work.index > li.work.blurb');
    return item === null ? without('none') : { state: 'adult-notice', work: readItem(item, url, now), main, chapter };
  }
  return without(main.querySelector(':scope > p.notice') === null ? 'none' : 'unrevealed');
}

/** The work's number, which the address does not tell on `/chapters/N`. */
function workId(main: Element, url: URL): string | null {
  return (
    inHref(main.querySelector('.download a[href*="/downloads/"]'), /\/downloads\/(\d+)/) ??
    /\/works\/(\d+)/.exec(url.pathname)?.[1] ??
    inHref(main.querySelector('.navigation a[href*="/works/"]'), /\/works\/(\d+)/)
  );
}

function readSeries(cell: Element): SeriesPosition[] {
  return [...cell.querySelectorAll('.position')].flatMap((position) => {
    const link = position.querySelector('a[href*="/series/"]');
    const id = inHref(link, /\/series\/(\d+)/);
    return id === null ? [] : [{ id, title: line(link), position: firstNumber(position.firstChild?.textContent ?? '') }];
  });
}

/** One group of tags; a group that the viewer's preferences hide has a link in place of its tags. */
function readTagGroup(cell: Element, work: Work): void {
  const { classList } = cell;
  const names = tagNames(cell);
  if (classList.contains('rating')) work.ratings = codes(RATINGS, names, 'other');
  else if (classList.contains('category')) work.categories = codes(CATEGORIES, names, 'other');
  else if (classList.contains('fandom')) work.fandoms = names;
  else {
    const field = fieldOf(cell.className);
    if (names.length === 0 && (field === 'warnings' || field === 'freeforms') && cell.querySelector('a[data-remote]') !== null) work.withheld.push(field);
    if (field === 'warnings') work.warnings = codes(WARNINGS, names, 'other');
    else work[field].push(...names);
  }
}

/** Reads the block of tags and numbers, whose pairs are recognised by class since most of them may be missing. */
function readMeta(main: Element, meta: Element, url: URL, now: Date): Work {
  const work = emptyWork('work');
  work.subject = 'work';
  work.id = workId(main, url);
  work.url = work.id === null ? null : absolute(`/works/${work.id}`, url);
  for (let cell = meta.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
    if (cell.localName !== 'dd') continue;
    const has = (token: string): boolean => cell?.classList.contains(token) === true;
    if (has('tags')) readTagGroup(cell, work);
    else if (has('language')) readLanguage(cell, work);
    else if (has('series')) work.series = readSeries(cell);
    else if (has('collections')) work.collections = [...cell.querySelectorAll('a')].map(line);
    else if (has('stats')) {
      const list = cell.querySelector('dl.stats');
      if (list === null) continue;
      readStats(list, work, now);
      work.updated ??= work.published;
      work.complete = isComplete(list, work);
    }
  }
  readPreface(main, work);
  if (work.title === null) throw new UnreadableItem('no-title');
  if (work.fandoms.length === 0) throw new UnreadableItem('no-fandoms');
  if (work.warnings.length === 0 && !work.withheld.includes('warnings')) throw new UnreadableItem('no-tags');
  work.own = main.querySelector('.work.navigation a[href$="/edit"]') !== null;
  return work;
}

/** "Completed:" or "Updated:" in front of the second date; without one, the work has all its chapters. */
function isComplete(stats: Element, work: Work): boolean | null {
  const label = stats.querySelector('dt.status')?.textContent;
  if (label !== undefined && label !== null) return /Completed/.test(label);
  return work.chapters === null ? null : work.chapters.posted === work.chapters.planned;
}

/** Title, creators, summary and gifts from above the text; later chapters have no summary. */
function readPreface(main: Element, work: Work): void {
  const preface = main.querySelector('#workskin .preface');
  const title = preface?.querySelector('.title.heading') ?? null;
  work.title = title === null ? null : line(title);
  work.restricted = title?.querySelector('img[src*="lockblue"]') != null;
  const heading = preface?.querySelector('.byline.heading');
  if (heading !== null && heading !== undefined) {
    const text = [...heading.childNodes].map((node) => (node.nodeName === 'A' ? LINK : node.nodeType === 3 ? node.nodeValue : '')).join('');
    Object.assign(work, byline([...heading.querySelectorAll('a[rel~="author"]')], clean(text)));
  }
  work.summary = paragraphs(preface?.querySelector('.summary blockquote.userstuff') ?? null);
  const gifts = preface?.querySelectorAll('.associations a[href$="/gifts"], .associations a[href*="/gifts?recipient="]') ?? [];
  work.recipients = [...gifts].map(line);
}

const isBehind = (element: Element | null | undefined): boolean => element?.nextElementSibling != null;

/** Pages of works on otwarchive. */
export const otwWorkPages: WorkPageReader = {
  paths: ['/works/*', '/chapters/*', '/collections/*/works/*', '/collections/*/chapters/*'],
  main: '#main:is(.works-show, .chapters-show)',
  isReady(document) {
    const main = document.querySelector(this.main);
    // The tags come before the preface; of an adult work, all that there is is one item and its list's end.
    return isBehind(main?.querySelector('#workskin > .preface')) || isBehind(main) || isBehind(main?.querySelector(':scope > .work.index'));
  },
  read,
};
