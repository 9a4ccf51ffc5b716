import type { Conflict } from '../../src/domain/sync-status';
import type { RequestBody } from '../../src/messages/table';
import type { StoredRule } from '../../src/rules/rule';
import type { Op, Store } from '../../src/storage/index';
import type { Sync } from '../../src/sync/index';

/** Of two values of one field that were set at once, the one that lost is taken after all, or not. */
export async function settle(store: Store, sync: Sync, { key, takeOther }: RequestBody<'sync-settle-conflict'>): Promise<{ undo: string }> {
  let undo = '';
  await sync.settleConflict(key, async (conflict) => {
    const op = takeOther ? await edit(store, conflict) : null;
    if (op !== null) ({ undo } = await store.edit([op], 'edit'));
  });
  return { undo };
}

async function edit(store: Store, { kind, id, field, lost: value }: Conflict): Promise<Op | null> {
  const { rules, lists } = await store.load();
  if (kind === 'setting') return { op: 'set', name: id, value };
  const rule = rules.find((one) => one.id === id);
  if (kind === 'rule' && rule !== undefined) {
    const { [field as keyof StoredRule]: _lost, ...rest } = rule;
    return { op: 'put-rule', rule: { ...rest, id, ...(value === null ? {} : { [field]: value }) }, was: rule };
  }
  const list = lists.find((one) => one.id === id);
  return kind === 'list' && list !== undefined ? { op: 'put-list', list: { ...list, [field]: value }, was: list } : null;
}
