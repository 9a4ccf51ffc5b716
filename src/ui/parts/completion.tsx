import type { RefObject } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { foldName } from '../../domain/fold-name';
import { counted } from '../../i18n';

interface Props {
  label: string;
  value: string;
  change: (value: string) => void;
  /** Enter, or a press on an offer. */
  choose: (value: string) => void;
  known: readonly string[];
  inputRef: RefObject<HTMLInputElement | null>;
}

const MOST = 8;

/**
 * A text field that offers names below itself while one types: the editable combobox of the ARIA Authoring
 * Practices, with manual selection. The focus stays in the field; arrows walk, Enter takes, Escape closes.
 */
export function Completion({ label, value, change, choose, known, inputRef }: Props) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const listId = useId();
  const offers = useMemo(() => (open ? offersFor(value, known) : []), [open, value, known]);
  const active = offers[at];
  const close = (): void => {
    setOpen(false);
    setAt(-1);
  };
  const take = (name: string): void => {
    close();
    choose(name);
  };
  const press = (event: KeyboardEvent): void => {
    // Keys that choose among the characters of a script belong to the keyboard.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const count = open ? offers.length : 0;
      setOpen(true);
      // One place more than there are offers: the field itself.
      if (count > 0) setAt(((at + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(active ?? value);
    } else if (event.key === 'Escape' && open && offers.length > 0) {
      event.stopPropagation();
      close();
    }
  };
  return (
    <div class="completion grow">
      <input
        ref={inputRef}
        class="input"
        type="text"
        dir="auto"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        aria-controls={listId}
        aria-activedescendant={active === undefined ? undefined : `${listId}-${at}`}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={value}
        onInput={(event) => {
          setOpen(true);
          setAt(-1);
          change(event.currentTarget.value);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      <ul id={listId} role="listbox" aria-label={label} class="offers" hidden={offers.length === 0}>
        {offers.map((name, index) => (
          // The field must keep the focus, so the press ends before it would move.
          <li
            key={name}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            dir="auto"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(name)}
          >
            {name}
          </li>
        ))}
      </ul>
      <span class="unseen" role="status">
        {offers.length > 0 ? counted('ui_offers', offers.length) : ''}
      </span>
    </div>
  );
}

/** Names that begin with what was typed, then those with a word that does. */
function offersFor(typed: string, known: readonly string[]): string[] {
  const wanted = foldName(typed);
  if (wanted === '') return [];
  const first: string[] = [];
  const second: string[] = [];
  for (const name of known) {
    const folded = foldName(name);
    if (folded === wanted) continue;
    if (folded.startsWith(wanted)) first.push(name);
    else if (folded.includes(` ${wanted}`) || folded.includes(`/${wanted}`)) second.push(name);
    if (first.length >= MOST) break;
  }
  return [...first, ...second].slice(0, MOST);
}
