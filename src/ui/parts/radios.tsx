import { useId } from 'preact/hooks';

interface Props<Value extends string> {
  legend: string;
  hint?: string;
  options: readonly { value: Value; label: string; colour?: string }[];
  value: Value;
  change: (value: Value) => void;
}

/** One of a few, all in sight; taken at once. A colour is shown beside its name. */
export function Radios<Value extends string>({ legend, hint, options, value, change }: Props<Value>) {
  const name = useId();
  return (
    <fieldset class="radios" aria-describedby={hint === undefined ? undefined : `${name}-hint`}>
      <legend class="field-label">{legend}</legend>
      <div class="radio-row">
        {options.map((option) => (
          <label key={option.value} class="tick">
            <input type="radio" name={name} checked={option.value === value} onChange={() => change(option.value)} />
            {option.colour !== undefined && <span class="swatch" aria-hidden="true" style={{ backgroundColor: option.colour }} />}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${name}-hint`} class="quiet small">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
