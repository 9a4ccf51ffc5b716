import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { SyncAnswer } from '../../../messages/table';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';

/** What waits for the reader: removals of many rules at once, and fields that two devices set at the same time. */
export function Attention({ sync, refresh }: { sync: SyncAnswer; refresh: () => void }) {
  const { edit, failed } = useToasts();
  const answer = async (make: () => Promise<{ undo: string }>, done: string): Promise<void> => {
    await edit(async () => ({ revision: 0, ...(await make()) }), done);
    refresh();
  };
  return (
    <>
      {sync.aside && (
        <Notice tone="warning" title={text('sync_aside')}>
          <p>{text('sync_aside_hint')}</p>
          <div class="row">
            <Button onClick={() => void send('sync-forget-aside', {}).then(refresh, failed)}>{text('sync_aside_forget')}</Button>
          </div>
        </Notice>
      )}
      {sync.renamed !== null && <Notice title={text('sync_renamed')} />}
      {sync.held.map(({ device, name, rules, of }) => (
        <Notice key={device} tone="warning" title={counted('sync_held', rules, name, of)}>
          <div class="row">
            <Button look="main" onClick={() => answer(() => send('sync-answer-held', { device, answer: 'keep' }), text('sync_held_kept'))}>
              {text('sync_held_keep')}
            </Button>
            <Button look="danger" onClick={() => answer(() => send('sync-answer-held', { device, answer: 'remove' }), text('sync_held_removed'))}>
              {text('sync_held_remove')}
            </Button>
          </div>
        </Notice>
      ))}
      {sync.conflicts.map((conflict) => (
        <Notice key={conflict.key} title={text('sync_conflict', conflict.id, conflict.field, conflict.deviceName)}>
          <p>{text('sync_conflict_values', said(conflict.kept), said(conflict.lost))}</p>
          <div class="row">
            <Button onClick={() => answer(() => send('sync-settle-conflict', { key: conflict.key, takeOther: false }), text('sync_conflict_settled'))}>
              {text('sync_conflict_keep')}
            </Button>
            <Button onClick={() => answer(() => send('sync-settle-conflict', { key: conflict.key, takeOther: true }), text('sync_conflict_settled'))}>
              {text('sync_conflict_take')}
            </Button>
          </div>
        </Notice>
      ))}
    </>
  );
}

/** A value as it stands in the text of a rule; what is back at its default says so. */
const said = (value: unknown): string => (value === null ? text('sync_usual') : typeof value === 'string' ? value : JSON.stringify(value));
