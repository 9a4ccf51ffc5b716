import { useId, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { FilePreview } from '../../../domain/sync-status';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { FileField } from '../../parts/file-field';
import { Notice } from '../../parts/notice';
import { Switch } from '../../parts/switch';
import { useToasts } from '../../parts/toasts';
import { fromBase64, toBase64 } from '../../../domain/base64';
import { numberText } from '../../parts/number-text';
import { saveFile } from '../../parts/save-file';

/** Everything as one file, encrypted on request; the way back merges it, after saying what that would do. */
export function CopyFile() {
  const id = useId();
  const { failed, edit } = useToasts();
  const [passphrase, setPassphrase] = useState('');
  const [file, setFile] = useState<{ base64: string; preview: FilePreview } | null>(null);
  const [backAgain, setBackAgain] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const secret = passphrase === '' ? null : passphrase;
  const save = async (): Promise<void> => {
    try {
      const { base64 } = await send('sync-export-file', { passphrase: secret });
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`foldaway-${day}${secret === null ? '' : '-encrypted'}.foldaway`, fromBase64(base64), 'application/octet-stream');
    } catch (error) {
      failed(error);
    }
  };
  const choose = async (chosen: File): Promise<void> => {
    setFile(null);
    setProblem(null);
    try {
      const base64 = toBase64(new Uint8Array(await chosen.arrayBuffer()));
      setFile({ base64, preview: await send('sync-preview-file', { base64, passphrase: secret }) });
    } catch (error) {
      setProblem(failureText(error));
    }
  };
  const merge = async (base64: string): Promise<void> => {
    const done = await edit(
      async () => ({ revision: 0, ...(await send('sync-import-file', { base64, passphrase: secret, backAgain })) }),
      text('sync_file_merged'),
    );
    if (done) setFile(null);
  };
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{text('sync_file')}</h2>
      <p class="quiet">{text('sync_file_hint')}</p>
      <Field label={text('sync_file_passphrase')} hint={text('sync_file_passphrase_hint')}>
        {(ids) => (
          <input {...ids} class="input" type="password" autocomplete="off" value={passphrase} onInput={(event) => setPassphrase(event.currentTarget.value)} />
        )}
      </Field>
      <div class="row">
        <Button onClick={() => void save()}>{text('sync_file_save')}</Button>
      </div>
      <FileField label={text('sync_file_choose')} accept=".foldaway" take={([chosen]) => chosen !== undefined && void choose(chosen)} />
      {problem !== null && <Notice tone="bad" title={problem} />}
      {file !== null && (
        <Notice title={text('sync_preview', numberText(file.preview.here), numberText(file.preview.there), numberText(file.preview.together))}>
          <p>{file.preview.removed === 0 ? text('sync_preview_nothing_removed') : counted('sync_preview_removed', file.preview.removed)}</p>
          {file.preview.backAgain > 0 && (
            <Switch on={backAgain} change={setBackAgain}>
              {text('sync_file_back_again', numberText(file.preview.backAgain))}
            </Switch>
          )}
          <div class="row">
            <Button look="main" onClick={() => void merge(file.base64)}>
              {text('sync_file_merge')}
            </Button>
          </div>
        </Notice>
      )}
    </section>
  );
}
