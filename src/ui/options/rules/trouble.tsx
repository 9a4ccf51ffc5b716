import { useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { RulesAnswer } from '../../../messages/table';
import { Button } from '../../parts/button';
import { changed } from '../../parts/changes';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import { saveFile } from '../../parts/save-file';

/** Stored data that could not be read: nothing is lost, and the reader is told what happened and what to do. */
export function Trouble({ trouble }: Pick<RulesAnswer, 'trouble'>) {
  const { failed, last } = useToasts();
  const [gone, setGone] = useState(false);
  if (trouble.length === 0 || gone) return null;
  // Nothing was set aside: it waits for the newer version.
  if (trouble.some(({ code }) => code === 'newer-version')) return <Notice tone="bad" title={text('error_newer_version')} />;
  const whole = trouble.some(({ code }) => code === 'document');
  const save = async (): Promise<void> => {
    try {
      saveFile('foldaway-set-aside.json', (await send('get-set-aside', {})).text);
    } catch (error) {
      failed(error);
    }
  };
  const forget = (): void => {
    setGone(true);
    last(
      text('options_trouble_forgotten'),
      async () => {
        await send('forget-set-aside', {});
        changed();
      },
      () => setGone(false),
    );
  };
  return (
    <Notice tone="bad" title={whole ? text('options_trouble_document') : counted('options_trouble', trouble.length)}>
      <p>{text(whole ? 'options_trouble_document_hint' : 'options_trouble_hint')}</p>
      <div class="row">
        <Button onClick={save}>{text('options_trouble_save')}</Button>
      </div>
      <details>
        <summary>{text('options_trouble_details')}</summary>
        <ul>
          {trouble.map(({ code, detail }, index) => (
            <li key={index}>
              <code>
                {code} {detail}
              </code>
            </li>
          ))}
        </ul>
        <Button look="danger" onClick={forget}>
          {text('options_trouble_forget')}
        </Button>
      </details>
    </Notice>
  );
}
