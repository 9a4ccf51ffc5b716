import { useContext, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { DEFAULT_LIST } from '../../../rules/rule';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { useToasts } from '../../parts/toasts';
import { ListOptions } from '../../rule/choices';
import { listName } from '../../rule/list-name';
import { useRules } from '../../rule/rules-answer';
import { TradeContext, type Exported } from '../trade';
import { exchangeWords } from './exchange-words';
import { saveFile } from '../../parts/save-file';
import { fileName } from './file-name';
import { GivenOut } from './remarks';

/** Our own text form, and what other blockers read. */
const OWN = 'own';
const FORMATS = [OWN, 'ao3-savior', 'advanced-blocker', 'ao3-enhancements'];

/** All rules, or those of one list, as a file: of ours, or for another blocker. */
export function Export() {
  const { value: answer } = useRules();
  const { failed } = useToasts();
  const load = useContext(TradeContext);
  const [list, setList] = useState('');
  const [format, setFormat] = useState(OWN);
  const [exported, setExported] = useState<Exported | null>(null);
  const lists = answer?.lists ?? [];
  const save = async (): Promise<void> => {
    setExported(null);
    try {
      if (format === OWN) {
        const { text: content } = await send('export-rules', list === '' ? {} : { list });
        const chosen = lists.find(({ id }) => id === list);
        saveFile(fileName(chosen === undefined ? 'rules' : listName(chosen), new Date()), content);
        return;
      }
      const { exporters } = await load();
      const rules = (answer?.rules ?? []).filter((rule) => list === '' || (rule.list ?? DEFAULT_LIST) === list);
      const made = exporters[format]?.(rules, lists);
      if (made === undefined) return;
      saveFile(made.fileName, made.text);
      setExported(made);
    } catch (error) {
      failed(error);
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
                <ListOptions lists={lists} />
              </select>
            )}
          </Field>
        )}
        <Field label={text('options_export_format')}>
          {(ids) => (
            <select {...ids} class="input" value={format} onChange={(event) => setFormat(event.currentTarget.value)}>
              {FORMATS.map((id) => (
                <option key={id} value={id}>
                  {id === OWN ? text('options_export_own') : exchangeWords('format', id)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div>
        <Button onClick={save}>{text('options_export_save')}</Button>
      </div>
      {exported !== null && <GivenOut exported={exported} />}
    </section>
  );
}
