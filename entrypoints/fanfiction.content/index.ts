import { defineContentScript } from 'wxt/utils/define-content-script';
import { originsOf, patternsOf } from '../../src/archives/adapter';
import { fanfiction } from '../../src/archives/fanfiction';
import { FANFICTION_REVIEWS, fanfictionSites } from '../../src/archives/fanfiction-sites';
import { filterListing } from '../../src/page/listing';
import '../../src/page/cover.css';
import '../../src/page/judged.css';
import '../../src/page/look.css';
import './style.css';

/** As archive.content, for the sites on FanFiction.net's software. */
export default defineContentScript({
  matches: fanfictionSites.flatMap(originsOf),
  excludeMatches: patternsOf(fanfictionSites, [FANFICTION_REVIEWS]),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = fanfictionSites.find(({ hosts }) => hosts.includes(location.hostname));
    if (archive !== undefined) filterListing(archive, fanfiction, signal, () => false);
  },
});
