import { useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { FileField } from '../../parts/file-field';
import { useRules } from '../../rule/rules-answer';
import { Installed } from './installed';
import { SourcePreview, type Source } from './source-preview';

/** Files or pasted text, of ours or of other blockers: shown first, taken in when the reader says so. */
export function Import({ installed }: { installed: boolean }) {
  const [sources, setSources] = useState<readonly Source[]>([]);
  const [pasted, setPasted] = useState('');
  const { value: answer } = useRules();
  const choose = (files: File[]): void => setSources(files.map((file) => ({ name: file.name, size: file.size, read: () => file.text() })));
  const close = (source: Source): void => {
    setSources((now) => now.filter((one) => one !== source));
    if (source.name === '') setPasted('');
  };
  return (
    <section class="card" aria-labelledby="import">
      <h2 id="import">{text('options_import')}</h2>
      <p class="quiet">{text('options_import_hint')}</p>
      <FileField label={text('options_import_file')} many="files" take={choose} />
      <details>
        <summary>{text('options_import_paste')}</summary>
        <div class="stack">
          <Field label={text('options_import_pasted')}>
            {(ids) => (
              <textarea
                {...ids}
                class="input input-code"
                rows={6}
                dir="auto"
                spellcheck={false}
                value={pasted}
                onInput={(event) => setPasted(event.currentTarget.value)}
              />
            )}
          </Field>
          <div>
            <Button onClick={() => setSources([{ name: '', size: pasted.length, read: async () => pasted }])} disabled={pasted.trim() === ''}>
              {text('options_import_look')}
            </Button>
          </div>
        </div>
      </details>
      {answer !== undefined &&
        sources.map((source, index) => <SourcePreview key={index + source.name} source={source} answer={answer} close={() => close(source)} />)}
      {answer !== undefined && <Installed answer={answer} at={installed} />}
    </section>
  );
}
