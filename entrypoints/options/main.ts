import { hostOfSite } from '../../src/archives/added-sites';
import { ao3 } from '../../src/archives/ao3';
import { originsOf } from '../../src/archives/adapter';
import { archives } from '../../src/archives/index';
import { optionalSites } from '../../src/archives/optional-sites';
import { mayHoldWork } from '../../src/archives/saved/names';
import { otw } from '../../src/archives/otw';
import { readTagAnswer } from '../../src/archives/otw/tag-page';
import { mountOptions } from '../../src/ui/options/index';
import type { Trade } from '../../src/ui/options/trade';
import { drawSample } from './draw-sample';
import { openSaved } from './open-saved';
import { readSaved } from './read-saved';

mountOptions(document.querySelector('#page') ?? document.body, {
  sites: [
    ...archives.map((site) => ({ id: site.id, name: site.name, origins: originsOf(site) })),
    ...optionalSites.map((site) => ({ id: site.id, name: site.name, origins: originsOf(site), optional: true })),
  ],
  loadTrade: async () => {
    const [{ formats, previewImport, previewStored, editOf }, { exporters, exportText }] = await Promise.all([
      import('../../src/exchange/index'),
      import('../../src/exchange/exports/index'),
    ]);
    return { formats, previewImport, previewStored, editOf: editOf as Trade['editOf'], exportText, exporters };
  },
  readSaved,
  drawSample,
  savedFiles: { open: openSaved, mayHoldWork },
  tagPages: { readTag: readTagAnswer, site: ao3.name },
  addable: { recognises: (html) => otw.recognises(new DOMParser().parseFromString(html, 'text/html')), hostOf: hostOfSite },
});
