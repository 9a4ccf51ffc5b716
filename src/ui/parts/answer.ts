import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { onChanged } from './changes';

/** What was asked for: not there yet, there, or failed; while it is asked again, the last value stays. */
export interface Asked<T> {
  value: T | undefined;
  error: unknown;
  again: () => void;
}

/**
 * Asks when the component appears, and again whenever rules or settings change. An answer that says the same as
 * the last one is dropped, so that nothing is drawn anew.
 * @param ask must not change between renderings (module level, or useCallback)
 */
export function useAnswer<T>(ask: () => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ value: T | undefined; error: unknown }>({ value: undefined, error: undefined });
  const newest = useRef(0);
  const last = useRef('');
  const again = useCallback(() => {
    newest.current += 1;
    const turn = newest.current;
    const take = (next: { value?: T; error?: unknown }): void => {
      // A slow answer must not overwrite a later one.
      if (turn !== newest.current) return;
      const said = next.error === undefined ? JSON.stringify(next.value) : `failed ${String(next.error)}`;
      if (said === last.current) return;
      last.current = said;
      setState((before) => ({ value: next.error === undefined ? next.value : before.value, error: next.error }));
    };
    ask().then(
      (value) => take({ value }),
      (error: unknown) => take({ error: error ?? new Error('no reason given') }),
    );
  }, [ask]);
  useEffect(() => {
    again();
    const stop = onChanged(again);
    return () => {
      newest.current = -1;
      stop();
    };
  }, [again]);
  return { ...state, again };
}
