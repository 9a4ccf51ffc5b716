import { useId } from 'preact/hooks';
import { text } from '../../i18n';
import { Button } from './button';

interface Props {
  words: string;
  /** From 0 to 1; left out where nobody knows. */
  done?: number;
  cancel: () => void;
}

/** Something takes a while: how far it is, and the way out. */
export function Busy({ words, done, cancel }: Props) {
  const id = useId();
  return (
    <div class="row busy">
      <label for={id}>{words}</label>
      <progress id={id} value={done} />
      <Button look="quiet" onClick={cancel}>
        {text('ui_cancel')}
      </Button>
    </div>
  );
}

/** Lets the browser draw, and answer the reader; in a tab that is out of sight nothing is drawn and nothing waits. */
export const nextFrame = (): Promise<void> =>
  new Promise((go) => {
    const late = setTimeout(go, 50);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        go();
      }, 0),
    );
  });

/** How long the page is kept from drawing at most, in ms: less than a frame. */
const SLICE = 12;

/**
 * Does long work in slices, so that the page stays alive.
 * @param work stops again and again and says how far it is, from 0 to 1
 * @param signal ends it; the answer then is null
 */
export async function inSlices<T>(work: Generator<number, T>, signal: AbortSignal, tell: (done: number) => void): Promise<T | null> {
  let until = performance.now() + SLICE;
  while (!signal.aborted) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    tell(step.value);
    await nextFrame();
    until = performance.now() + SLICE;
  }
  return null;
}
