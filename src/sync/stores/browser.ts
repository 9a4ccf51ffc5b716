import * as z from 'zod/mini';
import { browserRound, browserStateSchema, clearArea, previewBrowser, readBrowserState } from '../browser-round';
import { SyncError } from '../error';
import { ownSince } from '../incoming';
import { freshLink, linkSchema } from '../link';
import { withState } from '../round-state';
import type { Store, StoreDeps } from '../store';
import type { SyncArea } from '../sync-quota';

const part = z.object({
  state: browserStateSchema,
  link: linkSchema,
  carried: z.object({ rules: z.number(), of: z.number(), room: z.number() }),
  arriving: z.array(z.string()),
});

/** The sync that comes with the browser's account. Not encrypted by us: see docs/sync.md. */
export const browserStore: Store<z.infer<typeof part>, z.infer<typeof browserStateSchema>> = {
  id: 'browser',
  offer: {
    store: 'browser',
    fields: [],
    addresses: [],
    encrypted: false,
    words: { connect: 'sync_browser', hint: 'sync_browser_hint', name: 'sync_browser', readEncrypted: 'sync_read_browser', readPlain: 'sync_read_browser' },
  },
  ownOfBrowser: true,
  part,
  left: browserStateSchema,
  preview: (_choice, deps) => previewBrowser({ area: areaOf(deps), truth: deps.truth, now: () => deps.now() }),
  connect: async (_choice, { now }, _anew, { part: known, left }) => ({
    state: known?.state ?? left ?? readBrowserState(null),
    link: freshLink(now()),
    carried: { rules: 0, of: 0, room: 0 },
    arriving: [],
  }),
  async round({ deps, part: kept, self, save }) {
    const report = await browserRound({
      area: areaOf(deps),
      ...withState({ deps, part: kept, self, save }),
    });
    kept.carried = report.carried;
    kept.arriving = report.arriving;
    return report;
  },
  disconnect: async ({ state }) => state,
  deleteCopy: async (_part, deps) => clearArea(areaOf(deps), (await deps.truth.document()).device),
  status: ({ state, carried, arriving }, { document, name }) => ({
    where: '',
    addresses: [],
    unsent: ownSince(document, state.seq),
    insecure: false,
    encryption: 'none',
    carried,
    damaged: [],
    locked: [],
    arriving: arriving.map(name),
    clockOff: null,
  }),
  entered: () => ({ address: {}, code: null }),
};

function areaOf({ area }: StoreDeps): SyncArea {
  if (area === null) throw new SyncError('not-ours', 'no sync here');
  return area;
}
