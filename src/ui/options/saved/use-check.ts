import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import type { RulesAnswer } from '../../../messages/table';
import { failureText } from '../../parts/failure';
import { checkFiles, judgeWorks, type CheckedWork, type FileTrouble } from './check-files';
import type { GivenFile } from './given-files';
import { SavedFilesContext } from './saved-file';
import { summary } from './saved-words';

export interface Found {
  works: readonly CheckedWork[];
  troubles: readonly FileTrouble[];
  /** Files of other kinds in folders. */
  skipped: number;
}

export const NOTHING: Found = { works: [], troubles: [], skipped: 0 };

export interface Check {
  found: Found;
  /** Bytes that are read, of all; null while nothing is being read. */
  running: { done: number; total: number } | null;
  /** How it goes or went, in words. */
  said: string;
  problem: string;
  /** What is given meanwhile waits its turn. */
  check: (given: Promise<GivenFile[]>) => void;
  /** Ends what is being read and what waits for it; what was read stays. */
  cancel: () => void;
  clear: () => void;
}

/**
 * Reads the files that the reader gives, and judges their works anew when rules change.
 * @param answer the rules, as the page knows them
 */
export function useCheck(answer: RulesAnswer | undefined): Check {
  const files = useContext(SavedFilesContext);
  const [found, setFound] = useState(NOTHING);
  const [running, setRunning] = useState<Check['running']>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const results = useRef(found);
  results.current = found;
  // Ends everything at "Cancel", and when the reader leaves.
  const stop = useRef(new AbortController());
  const last = useRef(Promise.resolve());
  useEffect(() => () => stop.current.abort(), []);

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
  const check = (given: Promise<GivenFile[]>): void => {
    const { signal } = stop.current;
    last.current = last.current.then(async () => read(await given, signal)).catch((error: unknown) => setProblem(failureText(error)));
  };
  const cancel = (): void => {
    stop.current.abort();
    stop.current = new AbortController();
    setRunning(null);
    setSaid(`${text('options_saved_cancelled')} ${summary(found.works, found.troubles, found.skipped)}`);
  };
  const clear = (): void => {
    setFound(NOTHING);
    setSaid('');
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

  return { found, running, said, problem, check, cancel, clear };
}
