import type { Document } from '../domain/document';

/**
 * The document in the hands of a new device: only edits after `pushed` are still its own, all as its first. An edit
 * that others have seen must not look unseen, or every removal of theirs would be undone.
 */
export function disowned(document: Document, pushed: number, device: string): Document {
  let own = false;
  const entries = new Map(document.entries);
  for (const [kind, map] of entries) {
    const changed = new Map(map);
    for (const [id, entry] of map) {
      if (entry.mine === undefined) continue;
      const { mine, base, ...left } = entry;
      own ||= mine > pushed;
      changed.set(id, mine > pushed ? { ...left, mine: 1, ...(base && { base }) } : left);
    }
    entries.set(kind, changed);
  }
  const devices = new Map(document.devices);
  if (own) devices.set(device, { seq: 1, day: 0, name: '', app: '' });
  return { ...document, entries, devices };
}
