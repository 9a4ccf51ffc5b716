import { useContext, useId, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { useRules } from '../../rule/rules-answer';
import { TradeContext, type Preview } from '../trade';
import { importFailure } from './exchange-words';
import { ImportPreview } from './import-preview';
import { Installed } from './installed';

interface Chosen {
  name: string;
  preview: Preview;
}

/** A file or pasted text, of ours or of another blocker: shown first, taken in when the reader says so. */
export function Import() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const load = useContext(TradeContext);
  const { value: answer } = useRules();
  const inputId = useId();
  const look = async (name: string, read: () => Promise<string>): Promise<void> => {
    setChosen(null);
    setProblem(null);
    try {
      const [{ previewImport }, content] = await Promise.all([load(), read()]);
      setChosen({ name, preview: previewImport(content, name) });
    } catch (error) {
      setProblem(importFailure(error));
    }
  };
  const choose = (input: HTMLInputElement): void => {
    const file = input.files?.[0];
    if (file === undefined) return;
    void look(file.name, () => file.text());
    // The same file may be chosen again after it was changed.
    input.value = '';
  };
  const close = (): void => {
    setChosen(null);
    setPasted('');
  };
  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import">{text('options_import')}</h2>
      <p class="quiet">{text('options_import_hint')}</p>
      <div class="field">
        <label class="field-label" for={inputId}>
          {text('options_import_file')}
        </label>
        <input id={inputId} type="file" onChange={(event) => choose(event.currentTarget)} />
      </div>
      <details>
        <summary>{text('options_import_paste')}</summary>
        <div class="stack">
          <Field label={text('options_import_pasted')}>
            {(ids) => <textarea {...ids} class="input input-code" rows={6} dir="auto" spellcheck={false} value={pasted} onInput={(event) => setPasted(event.currentTarget.value)} />}
          </Field>
          <div>
            <Button onClick={() => look('', async () => pasted)} disabled={pasted.trim() === ''}>
              {text('options_import_look')}
            </Button>
          </div>
        </div>
      </details>
      <div class="problem" role="alert">
        {problem}
      </div>
      {chosen !== null && answer !== undefined && <ImportPreview name={chosen.name} preview={chosen.preview} answer={answer} close={close} />}
      {answer !== undefined && <Installed answer={answer} />}
    </section>
  );
}
