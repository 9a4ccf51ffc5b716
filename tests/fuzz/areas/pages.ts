import fc from 'fast-check';
import { UnreadableItem, type Adapter, type WorkPageReader } from '../../../src/archives/adapter';
import { fanfiction } from '../../../src/archives/fanfiction';
import { fanfictionStoryPages } from '../../../src/archives/fanfiction/story-page';
import { otw } from '../../../src/archives/otw';
import { searchForm } from '../../../src/archives/otw/search-form';
import { readTagPage } from '../../../src/archives/otw/tag-page';
import { otwWorkPages } from '../../../src/archives/otw/work-page';
import { readSavedText } from '../../../src/archives/saved/text';
import { readDownload } from '../../../src/archives/saved/download';
import type { Work } from '../../../src/domain/work';
import { workSchema } from '../../../src/domain/work-schema';
import { renderListingPage, renderWorkPage } from '../../../tools/demo-archive/markup';
import { renderMixedList, renderPhoneList, renderStoryPage } from '../../../tools/demo-archive/markup/fanfiction-net';
import { items, story, work } from '../../archives/full-specs';
import { NOW, parse } from '../../archives/specs';
import { damaged, sample, type Area } from '../area';

/** The page from where its contents begin: what stands above is the same everywhere. */
const from = (html: string, start: string): string => html.slice(Math.max(0, html.indexOf(start)));
const listings: [Adapter, string][] = [
  ...items.map((item): [Adapter, string] => [otw, from(renderListingPage({ listing: 'works', items: [item], path: '/works' }), '<div id="main"')]),
  [fanfiction, renderMixedList([story])],
  [fanfiction, renderPhoneList('x', [story], true)],
];
const workPages: [WorkPageReader, string, string][] = [
  [otwWorkPages, from(renderWorkPage(work), '<div id="main"'), 'https://archiveofourown.org/works/4711'],
  [fanfictionStoryPages, renderStoryPage(story), 'https://www.fanfiction.net/s/5/1/T'],
];
const SAVED =
  'The Long Way Round\nby ana\n\nRating: Teen\nArchive Warning: No Archive Warnings Apply\nFandom: Teen Wolf (TV)\nAdditional Tags: Slow Burn, Angst\nWords: 1,234\n\nThey walk.';

const listing = fc.constantFrom(...listings).chain(([adapter, html]) => damaged(html).map((text) => ({ adapter, text })));
const page = fc.constantFrom(...workPages).chain(([reader, html, address]) => damaged(html).map((text) => ({ reader, text, address })));

/** Read into a work that the door takes, or refused as unreadable; nothing else. */
function read(reading: () => Work | null): void {
  try {
    const found = reading();
    if (found !== null && !workSchema.safeParse(found).success) throw new Error(`no work: ${JSON.stringify(workSchema.safeParse(found).error?.issues[0])}`);
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
  }
}

/** Pages of archives, and works saved from them. */
export const pages: Area = {
  name: 'pages',
  most: 200_000,
  runs: 3,
  run(seed) {
    const url = new URL('https://archiveofourown.org/tags/X/works');
    for (const { adapter, text } of sample(listing, seed, 6)) {
      const document = parse(text);
      adapter.readPage(document, url);
      for (const item of document.querySelectorAll(adapter.items)) read(() => adapter.readItem(item, url, NOW));
      searchForm(document)?.excluding('Explicit');
      readTagPage(document);
    }
    for (const { reader, text, address } of sample(page, seed, 3)) {
      const document = parse(text);
      reader.isReady(document);
      read(() => reader.read(document, new URL(address), NOW).work);
      read(() => readDownload(document));
    }
    for (const text of sample(damaged(SAVED), seed, 10)) read(() => readSavedText(text));
  },
};
