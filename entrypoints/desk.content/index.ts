import { defineContentScript } from 'wxt/utils/define-content-script';
import { originsOf, patternsOf } from '../../src/archives/adapter';
import { fanfictionSites } from '../../src/archives/fanfiction-sites';
import { namedBy as namedStory, STORY_LINKS } from '../../src/archives/fanfiction/address';
import { FORM_PATHS, LISTING_PATHS, listsUnknown, namedBy as namedOtw, WORK_LINKS } from '../../src/archives/otw/address';
import { searchForm } from '../../src/archives/otw/search-form';
import { readListedTag, readTagPage } from '../../src/archives/otw/tag-page';
import { otwSites } from '../../src/archives/otw-sites';
import { otwWorkPages } from '../../src/archives/otw/work-page';
import { linkedWorks } from '../../src/archives/reading/linked-works';
import { WORK_FACTS } from '../../src/archives/work-facts';
import { pickStored } from '../../src/exchange/page-storage';
import { listen } from '../../src/messages/listen';
import { connected, send } from '../../src/messages/send';
import type { PageReport } from '../../src/messages/table';
import { makeDesk } from '../../src/page/desk';
import { deskHere, enterDesk, pageHere, reportedHere } from '../../src/page/desk-door';
import { actOnFocused } from '../../src/page/focused';
import { markKnownLinks } from '../../src/page/known-links';
import { rememberSelected } from '../../src/page/selected';
import { toast } from '../../src/page/toast';
import { addOnWork } from '../../src/page/work-tools';

/** What stands around the items, apart from judging them: see src/page/desk-door.ts. */
export default defineContentScript({
  // Where there is something to do by the address; lookout.content has it brought in elsewhere.
  matches: [...patternsOf(otwSites, [...LISTING_PATHS, ...otwWorkPages.paths]), ...fanfictionSites.flatMap(originsOf)],
  excludeMatches: patternsOf(otwSites, FORM_PATHS),
  runAt: 'document_start',

  main({ signal }) {
    // Asked for by a page that has made place for another meanwhile.
    if (deskHere() !== undefined) return;
    const desk = makeDesk(
      searchForm,
      () => listsUnknown(document, location),
      () => document.querySelector(WORK_FACTS),
    );
    enterDesk(desk);
    rememberSelected(document, signal);
    const report = (page = reportedHere()): PageReport | null => (page === undefined ? null : desk.report(page));
    listen(
      {
        said: ({ words, undo }) => toast(document, words, undo),
        focused: ({ what }) => actOnFocused(pageHere(), what) || (what === 'add' && addOnWork()),
        report: () => report(),
        'show-item': ({ item, shown }) => {
          reportedHere()?.show(item, shown);
          return report();
        },
      },
      signal,
    );
    const archive = otwSites.find(({ hosts }) => hosts.includes(location.hostname));
    // Lists of other blockers, when the reader asks for them in the options.
    if (archive !== undefined) listen({ 'stored-lists': () => ({ site: archive.name, entries: pickStored(localStorage) }) }, signal);
    const onFanfiction = fanfictionSites.some(({ hosts }) => hosts.includes(location.hostname));
    const markLinks = (): void => {
      void markKnownLinks(document, linkedWorks(document, onFanfiction ? STORY_LINKS : WORK_LINKS, onFanfiction ? namedStory : namedOtw, location));
    };
    // Nothing is asked of the archive here: what a tag means is read when the reader looks at its page or at its works.
    const learnTag = (): void => {
      const page = readTagPage(document);
      const seen = page ?? readListedTag(document, new URL(location.href));
      if (seen !== null) send('learn-tag', { ...seen, heading: page === null }).catch(() => {});
    };
    // The browser updates extensions while nobody looks: said when the reader comes back to a page that is left behind.
    const sayFarewell = (): void => {
      if (!document.hidden && !connected() && document.querySelector('[data-foldaway]') !== null) desk.failed(document);
    };
    document.addEventListener('visibilitychange', sayFarewell, { signal });
    // Where it was brought in, that moment may have passed.
    for (const act of [markLinks, learnTag]) {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { signal });
      else act();
    }
    addEventListener('pageshow', (event) => event.persisted && markLinks(), { signal });
  },
});
