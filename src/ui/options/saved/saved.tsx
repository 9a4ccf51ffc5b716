import { useRef } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { Button } from '../../parts/button';
import { EngineContext, useEngine } from '../tester/engine-context';
import { Give } from './give';
import { OpenedFromDisk } from './opened-from-disk';
import { Results, Troubles } from './results';
import { NOTHING, useCheck } from './use-check';

/** Saved works, many at once: each read on this device, judged by the rules, and explained. */
export function Saved() {
  const { engine, answer } = useEngine();
  const { found, running, said, problem, check, cancel, clear } = useCheck(answer);
  const heading = useRef<HTMLHeadingElement>(null);
  /** The button that was pressed goes; who works by keyboard goes on at the results. */
  const andBack = (act: () => void) => (): void => {
    act();
    heading.current?.focus();
  };
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
            <Button onClick={andBack(cancel)}>{text('ui_cancel')}</Button>
          </div>
        )}
        <div class="row row-apart">
          <p role="status">{said}</p>
          {running === null && found !== NOTHING && (
            <Button look="quiet" onClick={andBack(clear)}>
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
