import type { Verdict } from '../domain/verdict';
import type { Work } from '../domain/work';
import type { PageReport } from '../messages/table';
import type { ReportedPage } from './desk-door';
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

/** Tells which items are inside another that is folded or hidden: they go with it and are not counted by themselves. */
export function goesWithAnother(states: ReadonlyMap<Element, ItemState>): (item: Element) => boolean {
  // Looked up once for each place: a listing has thousands of items and one parent of them.
  const known = new Map<Element, boolean>();
  const isGone = (place: Element | null): boolean => {
    if (place === null) return false;
    const gone = known.get(place) ?? (isAway(states.get(place)?.verdict) || isGone(place.parentElement));
    known.set(place, gone);
    return gone;
  };
  return (item) => isGone(item.parentElement);
}

/**
 * The whole page, for the popup.
 * @param isLost whether a page in which no item was found lists works all the same, in markup that nobody knows yet
 */
export function reportOf({ document, states, on, trouble, reader }: ReportedPage, isLost: (document: Document) => boolean): PageReport {
  const empty = isLost(document) ? 'unknown-page' : 'nothing-to-judge';
  const report: PageReport = {
    archive: reader.archive,
    archiveName: reader.archiveName,
    state: !on ? 'off' : trouble !== null ? 'failed' : states.size > 0 ? 'filtering' : empty,
    preferences: reader.readPage?.().preferences ?? null,
    judged: 0,
    folded: 0,
    hidden: 0,
    items: [],
    unreadable: [],
    withheld: [],
  };
  const withheld = new Set<'warnings' | 'freeforms'>();
  const isGone = goesWithAnother(states);
  for (const [item, state] of states) {
    if (state.muted || !item.isConnected || isGone(item)) continue;
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
