import { entriesToText } from '../domain/document-text';
import type { Kept } from './kept';
import { succeeded } from './link';
import { conflictKey } from './status';
import type { Part, RoundReport, Store, StoreDeps } from './store';
import type { Self } from './truth';

/** For what no manifest says whose it is. */
const UNNAMED = '-';
const OUTCOMES_KEPT = 20;
const CONFLICTS_KEPT = 50;

/** One round with a connected store; `kept` is changed in place and saved by `save` at every step that counts. @throws SyncError */
export async function round(store: Store, deps: StoreDeps, kept: Kept, self: Self, save: () => Promise<void>): Promise<void> {
  const part = kept.stores[store.id];
  if (part === undefined) return;
  const report = await store.round({ deps, part, self, save });
  finish(kept, part, report, deps.now());
}

/** Takes down that a round went through and what the reader will be shown of it: who sent what, conflicts, removals that wait. */
function finish(kept: Kept, part: Part, report: RoundReport, at: number): void {
  part.link = succeeded(at);
  if (report.renamed) kept.renamed = at;
  const sent = report.sent ?? 0;
  if (report.from.length > 0 || sent > 0) {
    const outcome = { at, from: report.from, sent, undo: report.undo, reasserted: report.reasserted };
    kept.outcomes = [outcome, ...kept.outcomes].slice(0, OUTCOMES_KEPT);
  }
  const known = new Set(kept.conflicts.map(conflictKey));
  const fresh = report.conflicts.map((one) => ({ at, ...one })).filter((one) => !known.has(conflictKey(one)));
  kept.conflicts = [...fresh, ...kept.conflicts].slice(0, CONFLICTS_KEPT);
  for (const device of report.heard) delete kept.held[device || UNNAMED];
  for (const { device, entries } of report.held) kept.held[device || UNNAMED] = entriesToText(entries);
}
