import { text } from '../../../i18n';
import { Field } from '../../parts/field';

/** The sync code, to be written down or copied; on a phone it takes more than one line. */
export function CodeShown({ code }: { code: string }) {
  return (
    <Field label={text('sync_code')} hint={text('sync_code_hint')}>
      {(ids) => <textarea {...ids} class="input input-code" dir="ltr" rows={2} readOnly value={code} onFocus={(event) => event.currentTarget.select()} />}
    </Field>
  );
}
