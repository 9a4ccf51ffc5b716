import type { RefObject } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldIds } from '../parts/field';
import { useListbox } from '../parts/listbox';
import { offersFor } from '../parts/offers';
import { KnownNamesContext, namesFor } from './known-names';
import { nameAsValue } from '../../rules/text/raw-value';
import { pieceAt, withPiece } from './piece-at';

interface Props {
  ids: FieldIds;
  /** What the list of offers is called. */
  label: string;
  line: string;
  write: (line: string) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
  onFocus?: () => void;
  /** Escape, where it does not close the offers. */
  escape?: (() => void) | undefined;
}

/** A rule as one line of text, which offers names for the value at the caret. */
export function LineInput({ ids, label, line, write, inputRef, onFocus, escape }: Props) {
  const known = useContext(KnownNamesContext);
  const own = useRef<HTMLInputElement>(null);
  const input = inputRef ?? own;
  const caret = useRef<number | null>(null);
  const piece = () => pieceAt(line, input.current?.selectionStart ?? line.length);
  const box = useListbox(
    label,
    () => {
      const at = piece();
      if (at === null) return [];
      const { field, typed } = at;
      return offersFor(typed, field.kind !== 'language' && field.choices.length > 0 ? field.choices : namesFor(known, field.name));
    },
    (offer) => {
      const at = piece();
      if (at === null) return;
      const taken = withPiece(line, input.current?.selectionStart ?? line.length, at, at.field.choices.includes(offer) ? offer : nameAsValue(offer));
      caret.current = taken.caret;
      write(taken.line);
    },
  );
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [line]);
  return (
    <div class="completion grow">
      <input
        {...ids}
        {...box.field}
        ref={input}
        class="input input-code"
        type="text"
        dir="auto"
        value={line}
        onFocus={onFocus}
        onInput={(event) => {
          box.offer();
          write(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (!box.press(event) && event.key === 'Escape') escape?.();
        }}
      />
      {box.list}
    </div>
  );
}
