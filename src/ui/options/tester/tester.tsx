import { useContext, useState } from 'preact/hooks';
import { counted, text, type MessageKey } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Judged } from '../../../messages/table';
import { Button } from '../../parts/button';
import { DropZone } from '../../parts/drop-zone';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { FileField } from '../../parts/file-field';
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
  const [seen, setSeen] = useState('');
  const [notSeen, setNotSeen] = useState<string | null>(null);
  const readSaved = useContext(SavedPagesContext);
  const test = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    await judge(setProblem, 'options_tester_unknown', async () => readSaved(await file.text(), address));
  };
  const testSeen = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (seen.trim() !== '') await judge(setNotSeen, 'options_tester_not_seen', () => seenPage(seen.trim()));
  };
  const judge = async (say: (problem: string | null) => void, nothing: MessageKey, read: () => Promise<SavedPage | null>): Promise<void> => {
    setTested(null);
    setProblem(null);
    setNotSeen(null);
    try {
      const page = await read();
      if (page === null) return say(text(nothing));
      const { verdicts } = await send('judge', { url: page.address, page: page.kind, own: page.own, works: page.works });
      setTested({ page, verdicts });
    } catch (error) {
      say(failureText(error));
    }
  };
  return (
    <>
      <DropZone take={({ files }) => void test(files[0])}>
        <FileField label={text('options_tester_file')} accept=".html,.htm,.xhtml,.txt,text/html,text/plain" take={([file]) => void test(file)} />
        <Field label={text('options_tester_address')} hint={text('options_tester_address_hint')}>
          {(ids) => <input {...ids} type="url" dir="ltr" class="input" value={address} onInput={(event) => setAddress(event.currentTarget.value)} />}
        </Field>
        <div class="problem" role="alert">
          {problem}
        </div>
      </DropZone>
      <form class="card" onSubmit={testSeen}>
        <Field label={text('options_tester_seen')} hint={text('options_tester_seen_hint')} problem={notSeen}>
          {(ids) => (
            <div class="row">
              <input {...ids} type="url" dir="ltr" class="input grow" value={seen} onInput={(event) => setSeen(event.currentTarget.value)} />
              <Button type="submit" disabled={seen.trim() === ''}>
                {text('options_tester_test')}
              </Button>
            </div>
          )}
        </Field>
      </form>
      {tested !== null && <Result {...tested} />}
    </>
  );
}

/** A work that a page showed recently, as if it were the page's only one. */
async function seenPage(address: string): Promise<SavedPage | null> {
  const found = await send('seen-work', { address });
  return found === null
    ? null
    : { address: found.work.url ?? address, archive: found.archive, kind: 'listing', own: false, works: [found.work], unreadable: [] };
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
                <li key={index} dir="auto">
                  {item.text.trim() === '' ? text('popup_untitled') : item.text}
                </li>
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
