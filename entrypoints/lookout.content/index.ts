import { defineContentScript } from 'wxt/utils/define-content-script';
import { originsOf } from '../../src/archives/adapter';
import { otwSites } from '../../src/archives/otw-sites';
import { linksWorks } from '../../src/archives/otw/address';
import { OTW_ITEMS } from '../../src/archives/otw/items';
import { lookOut } from '../../src/page/lookout';
import '../../src/page/cover.css';
import '../../src/page/judged.css';
import '../../src/page/look.css';
import './style.css';

/** On every page of the sites on otwarchive: the curtain, and what has the other scripts brought in where their addresses did not. */
export default defineContentScript({
  matches: otwSites.flatMap(originsOf),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main() {
    lookOut(document, OTW_ITEMS, () => linksWorks(document, location));
  },
});
