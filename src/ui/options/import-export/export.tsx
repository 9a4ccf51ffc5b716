import { useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { useToasts } from '../../parts/toasts';
import { listName } from '../../rule/list-name';
import { useRules } from '../../rule/rules-answer';
import { fileName, saveFile } from './file';

/** All rules, or those of one list, as a text file. */
export function Export() {
  const { value } = useRules();
  const { say } = useToasts();
  const [list, setList] = useState('');
  const lists = value?.lists ?? [];
  const save = async (): Promise<void> => {
    try {
      const { text: content } = await send('export-rules', list === '' ? {} : { list });
      const chosen = lists.find(({ id }) => id === list);
      saveFile(fileName(chosen === undefined ? 'rules' : listName(chosen), new Date()), content);
    } catch (error) {
      say(failureText(error));
    }
  };
  return (
    <section class="card" aria-labelledby="export">
      <h2 id="export">{text('options_export')}</h2>
      <p class="quiet">{text('options_export_hint')}</p>
      <div class="row">
        {lists.length > 1 && (
          <Field label={text('options_export_what')}>
            {(ids) => (
              <select {...ids} class="input" value={list} onChange={(event) => setList(event.currentTarget.value)}>
                <option value="">{text('options_all_lists')}</option>
                {lists.map((one) => (
                  <option key={one.id} value={one.id}>
                    {listName(one)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <div>
        <Button onClick={save}>{text('options_export_save')}</Button>
      </div>
    </section>
  );
}
