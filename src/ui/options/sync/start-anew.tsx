import { text } from '../../../i18n';
import type { Anew } from '../../../messages/table';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';

/** A new code in place of one that is lost: what that means for the other devices, and what is to become of their files. */
export function StartAnew({ busy, start }: { busy: boolean; start: (anew: Anew) => Promise<void> }) {
  return (
    <Notice title={text('sync_anew')}>
      <p>{text('sync_anew_hint')}</p>
      <p>{text('sync_anew_files')}</p>
      <div class="row">
        <Button look="main" disabled={busy} onClick={() => void start('keep')}>
          {text('sync_anew_keep')}
        </Button>
        <Button look="danger" disabled={busy} onClick={() => void start('delete')}>
          {text('sync_anew_delete')}
        </Button>
      </div>
    </Notice>
  );
}
