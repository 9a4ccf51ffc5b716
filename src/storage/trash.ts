import type { StoredRule } from '../rules/rule';
import { dayOf, type Document } from '../domain/document';
import { TRASH_DAYS } from '../domain/expiry';
import { toRule } from './snapshot';

/** A removed rule. */
export interface Trashed {
  rule: StoredRule;
  /** Days since 1970. */
  day: number;
  /** Name of the device that removed it, or its id. */
  device: string;
}

/** Rules removed in the last 30 days, newest first. */
export function trashOf(document: Document, now: number): Trashed[] {
  const since = dayOf(now) - TRASH_DAYS;
  const found: Trashed[] = [];
  for (const [id, entry] of document.entries.get('rule') ?? []) {
    if (entry.cl % 2 === 1 || entry.gone === undefined || entry.gone[0] < since) continue;
    const [day, device] = entry.gone;
    found.push({ rule: toRule(id, entry), day, device: document.devices.get(device)?.name || device });
  }
  return found.sort((a, b) => b.day - a.day);
}
