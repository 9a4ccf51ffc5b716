import type { RuleFacts } from '../../src/messages/table';
import { hitsIn, lastMatches, type Activity, type Store } from '../../src/storage/index';

/** What this device knows of all rules: how often they acted in 30 and in 90 days, and when they were changed. */
export async function getRuleFacts(store: Store, activity: Activity): Promise<RuleFacts> {
  const now = Date.now();
  const [counts, { document }] = await Promise.all([activity.days(), store.document()]);
  const [month, quarter] = [hitsIn(counts, now, 30), hitsIn(counts, now, 90)];
  const edited: [string, number][] = [];
  for (const [id, { f }] of document.entries.get('rule') ?? []) {
    const last = f === undefined ? 0 : Math.max(...Object.values(f).map(([stamp]) => stamp));
    if (last > 0) edited.push([id, last]);
  }
  return {
    ...lastMatches(counts),
    hits: Object.fromEntries([...quarter].map(([id, works]) => [id, [month.get(id) ?? 0, works]])),
    edited: Object.fromEntries(edited),
  };
}
