import { defineContentScript } from 'wxt/utils/define-content-script';
import { patternsOf } from '../../src/archives/adapter';
import { fanfictionSites } from '../../src/archives/fanfiction-sites';
import { fanfictionStoryPages } from '../../src/archives/fanfiction/story-page';
import { filterWorkPage } from '../../src/page/work-page';
import '../../src/page/cover.css';
import '../../src/page/look.css';
import './style.css';

/** As work.content, for the sites on FanFiction.net's software. */
export default defineContentScript({
  matches: patternsOf(fanfictionSites, fanfictionStoryPages.paths),
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = fanfictionSites.find(({ hosts }) => hosts.includes(location.hostname));
    filterWorkPage(archive, fanfictionStoryPages, signal);
  },
});
