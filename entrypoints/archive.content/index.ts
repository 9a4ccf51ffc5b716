import { defineContentScript } from 'wxt/utils/define-content-script';
import { patternsOf } from '../../src/archives/adapter';
import { siteNamed } from '../../src/archives/added-sites';
import { otwListings } from '../../src/archives/otw';
import { otwSites } from '../../src/archives/otw-sites';
import { FORM_PATHS, LISTING_PATHS } from '../../src/archives/otw/address';
import { muting } from '../../src/archives/otw/muting';
import { pageHere } from '../../src/page/desk-door';
import { filterListing } from '../../src/page/listing';

/** Its style sheet comes with lookout.content, which is on every page. */
export default defineContentScript({
  matches: patternsOf(otwSites, LISTING_PATHS),
  excludeMatches: patternsOf(otwSites, FORM_PATHS),
  runAt: 'document_start',

  main({ signal }) {
    // Asked for by a page that has made place for another meanwhile.
    if (pageHere() !== undefined) return;
    filterListing(otwSites.find(({ hosts }) => hosts.includes(location.hostname)) ?? siteNamed(location.hostname), otwListings, signal, muting(document));
  },
});
