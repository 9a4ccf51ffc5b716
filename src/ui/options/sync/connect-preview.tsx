import { useCallback, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { SyncChoice } from '../../../messages/table';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { numberText } from './sync-words';

interface Props {
  choice: SyncChoice;
  done: () => void;
  failed: (error: unknown) => void;
}

/** What connecting would do, in numbers, before anything is written; one button, no question of up or down. */
export function ConnectPreview({ choice, done, failed }: Props) {
  const ask = useCallback(() => send('sync-preview', { choice }), [choice]);
  const { value, error } = useAnswer(ask);
  const [busy, setBusy] = useState(false);
  const connect = async (): Promise<void> => {
    setBusy(true);
    try {
      await send('sync-connect', { choice });
      done();
    } catch (reason) {
      failed(reason);
    }
    setBusy(false);
  };
  if (error !== undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (value === undefined) return <p role="status">{text('sync_looking')}</p>;
  return (
    <Notice title={text('sync_preview', numberText(value.here), numberText(value.there), numberText(value.together))}>
      <p>{value.removed === 0 ? text('sync_preview_nothing_removed') : counted('sync_preview_removed', value.removed)}</p>
      <div class="row">
        <Button look="main" disabled={busy} onClick={() => void connect()}>
          {text('sync_connect')}
        </Button>
      </div>
    </Notice>
  );
}
