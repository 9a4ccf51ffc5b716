import type { ComponentChildren } from 'preact';
import { Field } from './field';

interface Props {
  label: string;
  value: string;
  change: (value: string) => void;
  /** The `option`s. */
  children: ComponentChildren;
}

/** One of several, to choose from a short list. */
export function Choice({ label, value, change, children }: Props) {
  return (
    <Field label={label}>
      {(ids) => (
        <select {...ids} class="input" value={value} onChange={(event) => change(event.currentTarget.value)}>
          {children}
        </select>
      )}
    </Field>
  );
}
