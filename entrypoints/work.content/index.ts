import { defineContentScript } from 'wxt/utils/define-content-script';
import { patternsOf } from '../../src/archives/adapter';
import { siteNamed } from '../../src/archives/added-sites';
import { otwSites } from '../../src/archives/otw-sites';
import { otwWorkPages } from '../../src/archives/otw/work-page';
import { filterWorkPage } from '../../src/page/work-page';
import '../../src/page/cover.css';
import '../../src/page/look.css';
import './style.css';

export default defineContentScript({
  matches: patternsOf(otwSites, otwWorkPages.paths),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = otwSites.find(({ hosts }) => hosts.includes(location.hostname)) ?? siteNamed(location.hostname);
    filterWorkPage(archive, otwWorkPages, signal);
  },
});
