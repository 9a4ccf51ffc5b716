import { useState } from 'preact/hooks';
import { Field } from './field';

interface Props {
  label: string;
  /** As it is kept, or as it is called without a name. */
  name: string;
  /** Keeps another name; waited for, so that the field does not fall back meanwhile. */
  save: (name: string) => Promise<unknown>;
  /** An empty name gives it the usual one again; else it changes nothing. */
  hasUsual?: boolean;
}

/** A name of something, stored when the field is left or by Enter, so that half of it never is. */
export function NameField({ label, name, save, hasUsual = false }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = async (): Promise<void> => {
    const said = typed?.trim() ?? '';
    if (typed !== null && said !== name && (said !== '' || hasUsual)) await save(said);
    setTyped(null);
  };
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          type="text"
          dir="auto"
          maxLength={100}
          value={typed ?? name}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => void leave()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
      )}
    </Field>
  );
}
