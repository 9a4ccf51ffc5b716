import type { RefObject } from 'preact';
import { useListbox } from './listbox';
import { offersFor } from './offers';

interface Props {
  label: string;
  value: string;
  change: (value: string) => void;
  /** Enter, or a press on an offer. */
  choose: (value: string) => void;
  known: readonly string[];
  inputRef: RefObject<HTMLInputElement | null>;
}

/** A text field for one name, which offers names below itself while one types. */
export function Completion({ label, value, change, choose, known, inputRef }: Props) {
  const box = useListbox(label, () => offersFor(value, known), choose);
  const press = (event: KeyboardEvent): void => {
    if (box.press(event) || event.key !== 'Enter') return;
    event.preventDefault();
    box.close();
    choose(value);
  };
  return (
    <div class="completion grow">
      <input
        {...box.field}
        ref={inputRef}
        class="input"
        type="text"
        dir="auto"
        aria-label={label}
        value={value}
        onInput={(event) => {
          box.offer();
          change(event.currentTarget.value);
        }}
        onKeyDown={press}
      />
      {box.list}
    </div>
  );
}
