import { readSaved } from '../../entrypoints/options/read-saved';
import { exporters } from '../../src/exchange/exports/index';
import { editOf, previewImport, previewStored } from '../../src/exchange/index';
import type { Handed } from '../../src/ui/options/index';
import type { Trade } from '../../src/ui/options/trade';

/** What the options' entry point hands in. */
export const handed = (sites: Handed['sites'] = []): Handed => ({
  sites,
  loadTrade: async () => ({ previewImport, previewStored, editOf: editOf as Trade['editOf'], exporters }),
  readSaved,
});
