import { useCallback, useEffect, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { RequestFailed, send } from '../../../messages/send';
import type { Anew, SyncChoice } from '../../../messages/table';
import { useAnswer } from '../../parts/answer';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { StartAnew } from './start-anew';
import { numberText } from '../../parts/number-text';

interface Props {
  choice: SyncChoice;
  /** @param code the sync code that connecting has made */
  done: (code: string | null) => void;
}

/**
 * What connecting would do, in numbers, before anything is written; one button, no question of up or down. Where what
 * is there does not open, the way for a reader who has lost its code.
 */
export function ConnectPreview({ choice, done }: Props) {
  const ask = useCallback(() => send('sync-preview', { choice }), [choice]);
  const { value, error } = useAnswer(ask);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  // Who looks again tries again.
  useEffect(() => setFailure(undefined), [choice]);
  const connect = async (chosen: SyncChoice, anew?: Anew): Promise<void> => {
    setBusy(true);
    try {
      const { code } = await send('sync-connect', { choice: chosen, anew });
      done(chosen.secret?.kind === 'new-code' ? code : null);
    } catch (reason) {
      setFailure(reason);
    }
    setBusy(false);
  };
  const problem = failure ?? error;
  if (problem !== undefined)
    return (
      <>
        <Notice tone="bad" title={failureText(problem)} />
        {problem instanceof RequestFailed && problem.code === 'sync-locked' && (
          <StartAnew busy={busy} start={(anew) => connect({ ...choice, secret: { kind: 'new-code' } }, anew)} />
        )}
      </>
    );
  if (value === undefined) return <p role="status">{text('sync_looking')}</p>;
  return (
    <Notice title={text('sync_preview', numberText(value.here), numberText(value.there), numberText(value.together))}>
      <p>{value.removed === 0 ? text('sync_preview_nothing_removed') : counted('sync_preview_removed', value.removed)}</p>
      <div class="row">
        <Button look="main" disabled={busy} onClick={() => void connect(choice)}>
          {text('sync_connect')}
        </Button>
      </div>
    </Notice>
  );
}
