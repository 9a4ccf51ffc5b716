import { drawSample } from '../../entrypoints/options/draw-sample';
import { openSaved } from '../../entrypoints/options/open-saved';
import { readSaved } from '../../entrypoints/options/read-saved';
import { mayHoldWork } from '../../src/archives/saved/names';
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
});
