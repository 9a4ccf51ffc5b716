import { useId, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import { parseList } from '../../../rules/text/parse';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import { ReadProblem } from '../../rule/read-problem';

interface Chosen {
  name: string;
  content: string;
}

/** A text file of rules: shown first, taken in when the reader says so. */
export function Import() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { say } = useToasts();
  const inputId = useId();
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (file === undefined) return;
    try {
      setChosen({ name: file.name, content: await file.text() });
    } catch {
      say(text('options_import_unreadable_file', file.name));
    }
    // The same file may be chosen again after it was changed.
    input.value = '';
  };
  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import">{text('options_import')}</h2>
      <p class="quiet">{text('options_import_hint')}</p>
      <div class="field">
        <label class="field-label" for={inputId}>
          {text('options_import_file')}
        </label>
        <input id={inputId} type="file" accept=".txt,text/plain" onChange={(event) => choose(event.currentTarget)} />
      </div>
      {chosen !== null && <Preview chosen={chosen} close={() => setChosen(null)} />}
    </section>
  );
}

/** What a file would bring, before anything is stored. */
function Preview({ chosen, close }: { chosen: Chosen; close: () => void }) {
  const { edit } = useToasts();
  const { lines } = parseList(chosen.content);
  const rules = lines.filter((line) => 'rule' in line).length;
  const faults = lines.flatMap((line) => ('error' in line ? [line] : []));
  const take = async (): Promise<void> => {
    const taken = await edit(() => send('add-rules', { text: chosen.content, keepUnreadable: true }), counted('options_imported', rules));
    if (taken) close();
  };
  return (
    <div class="stack" role="group" aria-label={chosen.name}>
      <p>
        <strong>{chosen.name}</strong>: {counted('options_import_rules', rules)}
      </p>
      {faults.length > 0 && (
        <Notice tone="warning" title={counted('options_import_faults', faults.length)}>
          <p>{text('options_import_faults_hint')}</p>
          <details>
            <summary>{text('options_import_faults_which')}</summary>
            <ol class="stack">
              {faults.slice(0, 200).map((fault) => (
                <li key={fault.error.line}>
                  <span class="quiet">{text('options_line_number', fault.error.line)}</span> <code dir="auto">{fault.text}</code>
                  <div class="problem">
                    <ReadProblem error={fault.error} line={fault.text} />
                  </div>
                </li>
              ))}
            </ol>
          </details>
        </Notice>
      )}
      <div class="row">
        <Button look="main" onClick={take} disabled={rules + faults.length === 0}>
          {text('options_import_take')}
        </Button>
        <Button onClick={close}>{text('ui_cancel')}</Button>
      </div>
    </div>
  );
}
