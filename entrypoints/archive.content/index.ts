import { defineContentScript } from 'wxt/utils/define-content-script';
import { originsOf } from '../../src/archives/adapter';
import { siteNamed } from '../../src/archives/added-sites';
import { otwListings } from '../../src/archives/otw';
import { otwSites } from '../../src/archives/otw-sites';
import { muting } from '../../src/archives/otw/muting';
import { filterListing } from '../../src/page/listing';
import '../../src/page/judged.css';
import '../../src/page/look.css';
import './style.css';

export default defineContentScript({
  matches: otwSites.flatMap(originsOf),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    filterListing(otwSites.find(({ hosts }) => hosts.includes(location.hostname)) ?? siteNamed(location.hostname), otwListings, signal, muting(document));
  },
});
