import { defineContentScript } from 'wxt/utils/define-content-script';
import { ficbookListings } from '../../src/archives/ficbook/adapter';
import { fimfictionListings } from '../../src/archives/fimfiction/adapter';
import { optionalSites } from '../../src/archives/optional-sites';
import { royalRoadListings } from '../../src/archives/royal-road/adapter';
import { scribbleHubListings } from '../../src/archives/scribble-hub/adapter';
import { filterListing } from '../../src/page/listing';
import '../../src/page/cover.css';
import '../../src/page/judged.css';
import '../../src/page/look.css';
import './style.css';

/** As archive.content, for the archives that the reader switches on. Registered while that is so (background/optional-archives.ts). */
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  cssInjectionMode: 'manifest',

  main({ signal }) {
    const archive = optionalSites.find(({ hosts }) => hosts.includes(location.hostname));
    const adapter = [royalRoadListings, scribbleHubListings, fimfictionListings, ficbookListings].find(({ id }) => id === archive?.id);
    if (archive !== undefined && adapter !== undefined) filterListing(archive, adapter, signal, () => false);
  },
});
