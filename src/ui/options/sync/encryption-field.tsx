import { text } from '../../../i18n';
import { Field } from '../../parts/field';
import type { SecretForm } from './store-form';
import { TextField } from './text-field';

/** With what the files of a store are encrypted, and the code or passphrase itself where there is one. */
export function EncryptionField({ form, set }: { form: SecretForm; set: (part: Partial<SecretForm>) => void }) {
  return (
    <>
      <Field label={text('sync_encryption')} hint={text('sync_encryption_hint')}>
        {(ids) => (
          <select
            {...ids}
            class="input"
            value={form.encryption}
            onChange={(event) => set({ encryption: event.currentTarget.value as SecretForm['encryption'], secret: '' })}
          >
            <option value="new-code">{text('sync_encryption_new_code')}</option>
            <option value="code">{text('sync_encryption_code')}</option>
            <option value="passphrase">{text('sync_encryption_passphrase')}</option>
            <option value="none">{text('sync_encryption_none')}</option>
          </select>
        )}
      </Field>
      {form.encryption === 'code' && <TextField label={text('sync_code')} value={form.secret} change={(secret) => set({ secret })} />}
      {form.encryption === 'passphrase' && <TextField label={text('sync_passphrase')} hidden value={form.secret} change={(secret) => set({ secret })} />}
    </>
  );
}
