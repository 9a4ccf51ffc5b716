import { useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { RequestFailed, send } from '../../../messages/send';
import type { Anew, SecretChoice } from '../../../messages/table';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { EncryptionField } from './encryption-field';
import { StartAnew } from './start-anew';
import { emptySecret, secretFault, secretOf } from './store-form';

interface Props {
  store: string;
  /** The store is of no use until this is done. */
  urgent: boolean;
  /** @param code the sync code that it has now, where a new one was made */
  changed: (code: string | null) => void;
}

/** Another code or passphrase for a connected store: that of the other devices, or a new one when it is lost or known to others. */
export function ChangeSecret({ store, urgent, changed }: Props) {
  const [open, setOpen] = useState(urgent);
  const [form, setForm] = useState({ ...emptySecret, encryption: urgent ? ('code' as const) : emptySecret.encryption });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [locked, setLocked] = useState(false);
  const change = async (secret: SecretChoice, anew?: Anew): Promise<void> => {
    setBusy(true);
    try {
      const { code } = await send('sync-change-secret', { store, secret, anew });
      setOpen(false);
      changed(secret.kind === 'new-code' ? code : null);
    } catch (error) {
      setProblem(failureText(error));
      setLocked(error instanceof RequestFailed && error.code === 'sync-locked');
    }
    setBusy(false);
  };
  const check = async (): Promise<void> => {
    const fault = secretFault(form);
    setProblem(fault);
    if (fault === null) await change(secretOf(form));
  };
  return (
    <div class="stack">
      <div>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {text('sync_change_secret')}
        </Button>
      </div>
      {open && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void check();
          }}
        >
          <EncryptionField
            form={form}
            set={(part) => {
              setForm({ ...form, ...part });
              setProblem(null);
              setLocked(false);
            }}
          />
          {problem !== null && <Notice tone="bad" title={problem} />}
          {(locked || form.encryption === 'new-code') && <StartAnew busy={busy} start={(anew) => change({ kind: 'new-code' }, anew)} />}
          {form.encryption !== 'new-code' && (
            <div class="row">
              <Button type="submit" look="main" disabled={busy}>
                {text('sync_change_secret_now')}
              </Button>
            </div>
          )}
        </form>
      )}
    </div>
  );
}
