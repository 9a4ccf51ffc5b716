import type { Verdict } from '../domain/verdict';
import type { Work } from '../domain/work';
import type { PageReport } from '../messages/table';
import { isShown } from './mark';

/** What the page view knows of one item. */
export interface ItemState {
  /** Order of discovery on this page. */
  number: number;
  work: Work | null;
  verdict: Verdict | null;
  /** Why it could not be read, and how the reader can recognise it. */
  unreadable: { code: string; text: string } | null;
  /** The archive itself keeps it away because the reader has muted somebody there. */
  muted: boolean;
}

export const isAway = (verdict: Verdict | null | undefined): boolean => verdict?.action === 'fold' || verdict?.action === 'hide';

/** An item inside another that is folded or hidden goes with it and is not counted by itself. */
export function isInsideAnother(item: Element, states: ReadonlyMap<Element, ItemState>): boolean {
  for (let outer = item.parentElement; outer !== null; outer = outer.parentElement) if (isAway(states.get(outer)?.verdict)) return true;
  return false;
}

/** The whole page, for the popup and the badge. */
export function reportOf(states: ReadonlyMap<Element, ItemState>, page: Pick<PageReport, 'archive' | 'archiveName' | 'state' | 'preferences'>): PageReport {
  const report: PageReport = { ...page, judged: 0, folded: 0, hidden: 0, items: [], unreadable: [], withheld: [] };
  const withheld = new Set<'warnings' | 'freeforms'>();
  for (const [item, state] of states) {
    if (state.muted || !item.isConnected || isInsideAnother(item, states)) continue;
    if (state.unreadable !== null) report.unreadable.push(state.unreadable);
    for (const kind of state.work?.withheld ?? []) withheld.add(kind);
    if (state.verdict === null) continue;
    report.judged += 1;
    if (state.verdict.action === 'fold') report.folded += 1;
    if (state.verdict.action === 'hide') report.hidden += 1;
    if (state.verdict.action !== 'show') {
      report.items.push({ item: state.number, title: state.work?.title ?? null, url: state.work?.url ?? null, verdict: state.verdict, shown: isShown(item) });
    }
  }
  report.withheld = [...withheld];
  return report;
}
