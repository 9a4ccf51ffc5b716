import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { counted } from '../../i18n';

export interface Listbox {
  /** For the text field, which keeps the focus. */
  field: {
    role: 'combobox';
    'aria-autocomplete': 'list';
    'aria-expanded': boolean;
    'aria-controls': string;
    'aria-activedescendant': string | undefined;
    autocomplete: 'off';
    autocapitalize: 'off';
    spellcheck: false;
    onBlur: () => void;
  };
  /** What hangs below the field. */
  list: ComponentChildren;
  /** Offers again, after a change of the text. */
  offer: () => void;
  close: () => void;
  /** @returns whether the key was for the list, or for the keyboard's own choosing among characters */
  press: (event: KeyboardEvent) => boolean;
}

/**
 * Offers below a text field: the editable combobox of the ARIA Authoring Practices, with manual selection. The focus
 * stays in the field; arrows walk, Enter takes, Escape closes.
 * @param find what may be offered for the text as it is; only asked while the list is open
 */
export function useListbox(label: string, find: () => readonly string[], take: (offer: string) => void): Listbox {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const listId = useId();
  const offers = open ? find() : [];
  const active = offers[at];
  const close = (): void => {
    setOpen(false);
    setAt(-1);
  };
  const choose = (offer: string): void => {
    close();
    take(offer);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (event.isComposing) return true;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const count = open ? offers.length : 0;
      setOpen(true);
      // One place more than there are offers: the field itself.
      if (count > 0) setAt(((at + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && open && offers.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else return false;
    return true;
  };
  return {
    field: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': offers.length > 0,
      'aria-controls': listId,
      'aria-activedescendant': active === undefined ? undefined : `${listId}-${at}`,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: false,
      onBlur: close,
    },
    list: (
      <>
        <ul id={listId} role="listbox" aria-label={label} class="offers" hidden={offers.length === 0}>
          {offers.map((name, index) => (
            // The field must keep the focus. Firefox moves it by the mouse event, whatever became of the pointer event.
            <li
              key={name}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              dir="auto"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(name)}
            >
              {name}
            </li>
          ))}
        </ul>
        <span class="unseen" role="status">
          {offers.length > 0 ? counted('ui_offers', offers.length) : ''}
        </span>
      </>
    ),
    offer: () => {
      setOpen(true);
      setAt(-1);
    },
    close,
    press,
  };
}
