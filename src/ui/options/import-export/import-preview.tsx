import { useContext, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { RulesAnswer } from '../../../messages/table';
import { DEFAULT_LIST, type RuleList } from '../../../rules/rule';
import { parseRule } from '../../../rules/text/parse';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import { ListOptions } from '../../rule/choices';
import { newListId } from '../../rule/lists';
import { ReadProblem } from '../../rule/read-problem';
import { ActionChip, sentence } from '../../rule/sentence';
import { TradeContext, type Preview } from '../trade';
import { exchangeWords } from './exchange-words';
import { NotCarried, Remarks } from './remarks';

interface Props {
  /** Of the file; empty when there is none. */
  name: string;
  preview: Preview;
  answer: RulesAnswer;
  close: () => void;
}

/** Choices beside the identities of lists, which never hold a space. */
const ITS_OWN = 'its own';
const NEW = 'a new one';
const SHOWN = 200;

/** What an import would bring, before anything is stored. */
export function ImportPreview({ name, preview, answer, close }: Props) {
  const [target, setTarget] = useState(preview.lists.length > 0 ? ITS_OWN : DEFAULT_LIST);
  const load = useContext(TradeContext);
  const { edit } = useToasts();
  const there = new Set(answer.rules.map(({ id }) => id));
  const already = preview.rules.filter(({ id }) => there.has(id)).length;
  const faults = preview.lines.map((line) => line.text).filter((line) => !line.trimStart().startsWith('#'));
  // Lines that are kept as written are told below, and nothing else of such a file is left out.
  const left = faults.length === 0 ? preview.notCarried : [];
  const newName = preview.name ?? (name === '' ? exchangeWords('format', preview.format) : name.replace(/\.\w+$/, ''));
  const take = async (): Promise<void> => {
    const { editOf } = await load();
    const added: RuleList | null = target === NEW ? { id: newListId(newName, answer.lists), name: newName, on: true } : null;
    const { rules, lists, lines } = editOf(preview, target === ITS_OWN ? null : (added?.id ?? target), (id) => there.has(id));
    const bring = { rules, lines, lists: added === null ? lists : [...lists, added] };
    if (await edit(() => send('import-rules', bring), counted('options_imported', rules.length))) close();
  };
  return (
    <div class="stack">
      <p>
        {[exchangeWords('format', preview.format), counted('options_import_rules', preview.rules.length)].join(': ')}
        {preview.counts.repeated > 0 && <span class="quiet"> ({counted('options_import_repeated', preview.counts.repeated)})</span>}
        {already > 0 && <span class="quiet"> ({counted('options_import_already', already)})</span>}
      </p>
      <details>
        <summary>{text('options_import_which')}</summary>
        <ul class="entries">
          {preview.rules.slice(0, SHOWN).map((rule) => (
            <li key={rule.id} class="entry">
              <ActionChip action={rule.action} /> <span dir="auto">{sentence(rule)}</span>
            </li>
          ))}
          {preview.rules.length > SHOWN && <li class="entry quiet">{counted('options_more_changes', preview.rules.length - SHOWN)}</li>}
        </ul>
      </details>
      <Remarks remarks={preview.remarks} />
      <NotCarried entries={left} count={left.length === 0 ? 0 : preview.counts.notCarried} />
      <Faults lines={faults} />
      <Field label={text('options_import_list')}>
        {(ids) => (
          <select {...ids} class="input" value={target} onChange={(event) => setTarget(event.currentTarget.value)}>
            {preview.lists.length > 0 && <option value={ITS_OWN}>{text('options_import_own_lists')}</option>}
            <ListOptions lists={answer.lists} own />
            <option value={NEW}>{text('options_import_new_list', newName)}</option>
          </select>
        )}
      </Field>
      <div class="row">
        <Button look="main" onClick={take} disabled={preview.rules.length + preview.lines.length === 0}>
          {text('options_import_take')}
        </Button>
        <Button onClick={close}>{text('ui_cancel')}</Button>
      </div>
    </div>
  );
}

/** Lines of our own text form that cannot be read; they are kept as written. */
function Faults({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Notice tone="warning" title={counted('options_import_faults', lines.length)}>
      <p>{text('options_import_faults_hint')}</p>
      <details>
        <summary>{text('options_import_faults_which')}</summary>
        <ul class="entries">
          {lines.slice(0, SHOWN).map((line) => {
            const read = parseRule(line);
            return (
              <li key={line} class="entry">
                <code dir="auto">{line}</code>
                {!read.ok && (
                  <div class="problem">
                    <ReadProblem error={read.error} line={line} />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </details>
    </Notice>
  );
}
