import { drawSample } from '../../entrypoints/options/draw-sample';
import { openSaved } from '../../entrypoints/options/open-saved';
import { readSaved } from '../../entrypoints/options/read-saved';
import { mayHoldWork } from '../../src/archives/saved/names';
import { hostOfSite } from '../../src/archives/added-sites';
import { ao3 } from '../../src/archives/ao3';
import { otw } from '../../src/archives/otw';
import { readTagAnswer } from '../../src/archives/otw/tag-page';
import { exporters, exportText } from '../../src/exchange/exports/index';
import { editOf, formats, previewImport, previewStored } from '../../src/exchange/index';
import type { Handed } from '../../src/ui/options/index';
import type { Trade } from '../../src/ui/options/trade';

/** What the options' entry point hands in. */
export const handed = (sites: Handed['sites'] = []): Handed => ({
  sites,
  loadTrade: async () => ({ formats, previewImport, previewStored, editOf: editOf as Trade['editOf'], exportText, exporters }),
  readSaved,
  drawSample,
  savedFiles: { open: openSaved, mayHoldWork },
  tagPages: { readTag: readTagAnswer, site: ao3.name },
  addable: { recognises: (html) => otw.recognises(new DOMParser().parseFromString(html, 'text/html')), hostOf: hostOfSite },
});
