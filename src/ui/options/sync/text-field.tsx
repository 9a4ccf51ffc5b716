import { Field } from '../../parts/field';

interface Props {
  label: string;
  hint?: string | undefined;
  /** Not to be seen by who looks over the reader's shoulder. */
  hidden?: boolean;
  value: string;
  change: (value: string) => void;
}

/** One line that is taken as it is written: no correction, no memory of the browser's. */
export function TextField({ label, hint, hidden = false, value, change }: Props) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => {
        const rest = {
          ...ids,
          class: 'input',
          value,
          spellcheck: false,
          onInput: (event: { currentTarget: HTMLInputElement }) => change(event.currentTarget.value),
        };
        return hidden ? <input type="password" autocomplete="off" {...rest} /> : <input type="text" dir="auto" autocomplete="off" {...rest} />;
      }}
    </Field>
  );
}
