import { useContext, useId, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Judged } from '../../../messages/table';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { EngineContext, useEngine } from './engine-context';
import { SavedPagesContext, type SavedPage } from './saved-page';
import { TestedWork } from './tested-work';

interface Tested {
  page: SavedPage;
  verdicts: Judged['verdicts'];
}

/** A saved page, read and judged as if it were open: every work with what is known of it and why it got its verdict. */
export function Tester() {
  const [address, setAddress] = useState('');
  const [tested, setTested] = useState<Tested | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const readSaved = useContext(SavedPagesContext);
  const inputId = useId();
  const test = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setTested(null);
    setProblem(null);
    try {
      const page = await readSaved(await file.text(), address);
      if (page === null) {
        setProblem(text('options_tester_unknown'));
        return;
      }
      const { verdicts } = await send('judge', { url: page.address, page: page.kind, own: page.own, works: page.works });
      setTested({ page, verdicts });
    } catch (error) {
      setProblem(failureText(error));
    }
  };
  return (
    <>
      <p class="quiet">{text('options_tester_hint')}</p>
      <div
        class="card drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void test(event.dataTransfer?.files[0]);
        }}
      >
        <div class="field">
          <label class="field-label" for={inputId}>
            {text('options_tester_file')}
          </label>
          <input
            id={inputId}
            type="file"
            accept=".html,.htm,.xhtml,.txt,text/html,text/plain"
            onChange={(event) => {
              void test(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </div>
        <Field label={text('options_tester_address')} hint={text('options_tester_address_hint')}>
          {(ids) => <input {...ids} type="url" class="input" value={address} onInput={(event) => setAddress(event.currentTarget.value)} />}
        </Field>
        <div class="problem" role="alert">
          {problem}
        </div>
      </div>
      {tested !== null && <Result {...tested} />}
    </>
  );
}

function Result({ page, verdicts }: Tested) {
  const { engine } = useEngine();
  return (
    <EngineContext.Provider value={engine}>
    <section class="stack" aria-labelledby="tested">
      <h2 id="tested">{counted('options_tester_read', page.works.length)}</h2>
      <p class="quiet small">{page.address}</p>
      {page.unreadable.length > 0 && (
        <Notice tone="warning" title={counted('popup_unreadable', page.unreadable.length)}>
          <ul class="bulleted">
            {page.unreadable.map((item, index) => (
              <li key={index}>{item.text === '' ? text('popup_untitled') : item.text}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ul class="stack">
        {page.works.map((work, index) => (
          <li key={index}>
            <TestedWork work={work} page={page} verdict={verdicts[index] ?? null} />
          </li>
        ))}
      </ul>
    </section>
    </EngineContext.Provider>
  );
}
