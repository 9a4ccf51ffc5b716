import { text } from '../../../i18n';
import { Field } from '../../parts/field';

/** The sync code, to be written down or copied. */
export function CodeShown({ code }: { code: string }) {
  return (
    <Field label={text('sync_code')} hint={text('sync_code_hint')}>
      {(ids) => <input {...ids} type="text" class="input input-code" dir="ltr" readOnly value={code} onFocus={(event) => event.currentTarget.select()} />}
    </Field>
  );
}
