import { emptyWork, type Work } from '../../domain/work';
import { UnreadableItem, type WorkPage, type WorkPageReader, type WorkPageState } from '../adapter';
import { all, group, hrefOf, one } from '../reading/dom';
import { absolute, clean, line } from '../reading/text';
import { isWorkPage } from './address';
import { readAuthor, readDates } from './item';
import { halves, placeSections, readMeta, readPhoneMeta } from './meta';

const without = (state: WorkPageState): WorkPage => ({ state, work: null, main: null, chapter: false });

function start(box: Element, url: URL, title: Element | null): Work {
  const work = emptyWork('work');
  work.subject = 'work';
  work.id = group(/^\/s\/(\d+)/, url.pathname);
  work.url = absolute(`/s/${work.id}/1/`, url);
  work.title = line(title);
  if (work.title === '') throw new UnreadableItem('no-title');
  readAuthor(one(box, 'a[href*="/u/"]'), work);
  return work;
}

/** The links above a story: its section and fandom, or one to "A + B Crossover". */
function readFandoms(document: Document): string[] {
  const name = line(all(document, '#pre_story_links a').at(-1) ?? null);
  if (name === '') return [];
  return name.endsWith(' Crossover') ? halves(name.slice(0, -10), name.includes(' + ') ? ' + ' : ' & ') : [name];
}

function readDesktop(top: Element, url: URL): Work {
  const work = start(top, url, one(top, 'b.xcontrast_txt'));
  const meta = one(top, 'span.xgray');
  if (meta === null || readMeta(line(meta), work) === null) throw new UnreadableItem('no-tags');
  work.fandoms = readFandoms(top.ownerDocument);
  work.summary = line(one(top, 'div.xcontrast_txt')) || null;
  readDates(meta, work);
  return work;
}

/** The first bare text that a pattern matches. */
function textNode(box: Element, pattern: RegExp): Node | null {
  const walker = box.ownerDocument.createTreeWalker(box, 4 /* text */);
  while (walker.nextNode() !== null) if (pattern.test(walker.currentNode.nodeValue ?? '')) return walker.currentNode;
  return null;
}

const FANDOM = /^\/(?:anime|book|cartoon|comic|fiction|game|misc|movie|play|poetry|tv)\/[^/?]+\/?$/;

/** On the site for phones the facts are bare text behind "Rated:", up to the end of the line. */
function readPhone(content: Element, url: URL): Work {
  const work = start(content, url, one(content, 'b'));
  let facts = '';
  for (let node = textNode(content, /Rated:/); node !== null && !/^(?:BR|DIV|HR)$/.test(node.nodeName); node = node.nextSibling) {
    const isDate = node.nodeType === 1 && (node as Element).hasAttribute('data-xutime');
    if (!isDate) facts += node.textContent ?? '';
  }
  if (readPhoneMeta(clean(facts.slice(facts.indexOf('Rated:'))), work) === null) throw new UnreadableItem('no-tags');
  work.fandoms = all(content, 'a')
    .filter((link) => FANDOM.test(hrefOf(link)))
    .map(line)
    .slice(0, 1);
  work.summary = line(one(content, 'div.xcontrast_txt')) || null;
  readDates(content, work);
  return work;
}

const GONE = /Story Not Found|Unable to locate story|Category for this story has been disabled/i;

function read(document: Document, url: URL): WorkPage {
  const top = one(document, '#profile_top');
  const content = one(document, 'body#top #content');
  const main = one(document, fanfictionStoryPages.main);
  if (!isWorkPage(url)) return without('none');
  if (main === null) return without('unavailable');
  if (top === null && (content === null || one(document, '#storycontent') === null)) return without(GONE.test(main.textContent ?? '') ? 'gone' : 'unavailable');
  const work = top !== null ? readDesktop(top, url) : readPhone(content ?? main, url);
  placeSections(work, url);
  return { state: 'work', work, main, chapter: (work.chapters?.posted ?? 1) > 1 };
}

/** Pages of stories. A story of several chapters is always shown a chapter at a time. */
export const fanfictionStoryPages: WorkPageReader = {
  isWorkPage,
  paths: ['/s/*'],
  main: '#content_wrapper_inner, body#top',
  isReady: (document) => one(document, '#profile_top + *, #storytext, #storycontent') !== null,
  read,
};
