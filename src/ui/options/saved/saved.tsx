import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { EngineContext, useEngine } from '../tester/engine-context';
import { checkFiles, judgeWorks, type CheckedWork, type FileTrouble } from './check-files';
import { fromDrop, fromField, type GivenFile } from './given-files';
import { OpenedFromDisk } from './opened-from-disk';
import { Results, Troubles } from './results';
import { SavedFilesContext } from './saved-file';
import { summary } from './saved-words';

interface Found {
  works: readonly CheckedWork[];
  troubles: readonly FileTrouble[];
  /** Files of other kinds in folders. */
  skipped: number;
}

const NOTHING: Found = { works: [], troubles: [], skipped: 0 };
/** Phones offer no folders, whatever the browser says. */
const PICKS_FOLDERS = 'webkitdirectory' in HTMLInputElement.prototype && !/Android|iPhone|iPad/.test(navigator.userAgent);

/** Saved works, many at once: each read on this device, judged by the rules, and explained. */
export function Saved() {
  const files = useContext(SavedFilesContext);
  const { engine, answer } = useEngine();
  const [found, setFound] = useState(NOTHING);
  const [running, setRunning] = useState<{ done: number; total: number } | null>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const results = useRef(found);
  results.current = found;
  // Ends what is being read and what waits for it: at "Cancel", and when the reader leaves.
  const stop = useRef(new AbortController());
  const last = useRef(Promise.resolve());
  useEffect(() => () => stop.current.abort(), []);

  const check = (given: Promise<GivenFile[]>): void => {
    const { signal } = stop.current;
    // What is given meanwhile waits its turn.
    last.current = last.current.then(async () => read(await given, signal)).catch((error: unknown) => setProblem(failureText(error)));
  };
  const read = async (all: readonly GivenFile[], signal: AbortSignal): Promise<void> => {
    if (all.length === 0 || signal.aborted) return;
    const chosen = all.filter(({ path, single }) => single || files.mayHoldWork(path));
    const total = chosen.reduce((sum, { file }) => sum + file.size, 0);
    let now: Found = { ...results.current, skipped: results.current.skipped + all.length - chosen.length };
    const show = (done: number): void => {
      results.current = now;
      setFound(now);
      setRunning({ done, total });
    };
    show(0);
    setProblem('');
    setSaid(text('options_saved_progress'));
    try {
      await checkFiles(chosen, files, signal, ({ works, troubles, done }) => {
        now = { ...now, works: [...now.works, ...works], troubles: [...now.troubles, ...troubles] };
        show(done);
      });
      if (!signal.aborted) setSaid(summary(now.works, now.troubles, now.skipped));
    } catch (error) {
      setSaid('');
      setProblem(failureText(error));
    }
    if (!signal.aborted) setRunning(null);
  };
  const cancel = (): void => {
    stop.current.abort();
    stop.current = new AbortController();
    setRunning(null);
    setSaid(`${text('options_saved_cancelled')} ${summary(found.works, found.troubles, found.skipped)}`);
    heading.current?.focus();
  };
  const clear = (): void => {
    setFound(NOTHING);
    setSaid('');
    heading.current?.focus();
  };

  useEffect(() => {
    // Rules have changed: what was read is judged anew, unless it is being judged at this moment.
    const { works } = results.current;
    if (works.length === 0 || running !== null) return;
    let over = false;
    judgeWorks(works).then(
      (judged) => {
        const { troubles, skipped, works: still } = results.current;
        if (over || still !== works) return;
        setFound({ works: judged, troubles, skipped });
        setSaid(summary(judged, troubles, skipped));
      },
      (error: unknown) => !over && setProblem(failureText(error)),
    );
    return () => {
      over = true;
    };
  }, [answer]);

  return (
    <EngineContext.Provider value={engine}>
      <Give check={check} />
      <OpenedFromDisk open={found === NOTHING} />
      <section class="stack" aria-labelledby="saved-results">
        <h2 id="saved-results" tabIndex={-1} ref={heading}>
          {text('options_saved_results')}
        </h2>
        {running !== null && (
          <div class="row">
            <progress class="grow" aria-label={text('options_saved_progress')} max={Math.max(1, running.total)} value={running.done} />
            <span class="quiet">{counted('options_saved_so_far', found.works.length)}</span>
            <Button onClick={cancel}>{text('ui_cancel')}</Button>
          </div>
        )}
        <div class="row row-apart">
          <p role="status">{said}</p>
          {running === null && found !== NOTHING && (
            <Button look="quiet" onClick={clear}>
              {text('options_saved_clear')}
            </Button>
          )}
        </div>
        <div class="problem" role="alert">
          {problem}
        </div>
        {found.troubles.length > 0 && <Troubles troubles={found.troubles} />}
        {found.works.length > 0 && <Results works={found.works} />}
        {found === NOTHING && running === null && <p class="quiet">{text('options_saved_nothing_yet')}</p>}
      </section>
    </EngineContext.Provider>
  );
}

/** Takes files and folders, chosen or dropped. */
function Give({ check }: { check: (given: Promise<GivenFile[]>) => void }) {
  const [filesId, folderId] = [useId(), useId()];
  const choose = (input: HTMLInputElement): void => {
    check(Promise.resolve(fromField(input.files ?? [])));
    // The same files may be chosen again after they were changed.
    input.value = '';
  };
  return (
    <div
      class="card drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (event.dataTransfer !== null) check(fromDrop(event.dataTransfer));
      }}
    >
      <div class="field">
        <label class="field-label" for={filesId}>
          {text('options_saved_files')}
        </label>
        <input id={filesId} type="file" multiple onChange={(event) => choose(event.currentTarget)} />
      </div>
      {PICKS_FOLDERS && (
        <div class="field">
          <label class="field-label" for={folderId}>
            {text('options_saved_folder')}
          </label>
          <input
            id={folderId}
            type="file"
            multiple
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            onChange={(event) => choose(event.currentTarget)}
          />
        </div>
      )}
      <p class="quiet small">{text('options_saved_drop')}</p>
    </div>
  );
}
