import { text } from '../../../i18n';
import type { Condition, Value } from '../../../rules/rule';
import { fieldName } from '../field-names';
import { valueWords } from '../value-words';
import { readValue } from './draft';

interface Props {
  condition: Condition;
  change: (values: Value[]) => void;
  /** All values of the field, as rules write them. */
  choices: readonly string[];
}

/** Values of a closed list, to be ticked. */
export function ChoiceValues({ condition, change, choices }: Props) {
  const values = choices.flatMap((choice) => {
    const read = readValue(condition.field, choice, false);
    return 'value' in read ? [read.value] : [];
  });
  const isIn = (value: Value): boolean => condition.values.some((one) => same(one, value));
  const tick = (value: Value, on: boolean): void =>
    change(on ? [...condition.values, withLevel(value, condition)] : condition.values.filter((one) => !same(one, value)));
  const themes = condition.values.filter((value) => value.type === 'theme');
  const present = themes.length > 0 && themes.every((value) => value.level === 'present');
  const setLevel = (only: boolean): void =>
    change(
      condition.values.map((value) => (value.type === 'theme' ? { type: 'theme', theme: value.theme, ...(only ? { level: 'present' as const } : {}) } : value)),
    );
  return (
    <div class="values">
      <div role="group" aria-label={text('options_value_of', fieldName(condition.field))} class="choices">
        {values.map((value) => (
          <label key={JSON.stringify(value)} class="tick">
            <input type="checkbox" checked={isIn(value)} onChange={(event) => tick(value, event.currentTarget.checked)} /> {valueWords(condition, value)}
          </label>
        ))}
      </div>
      {themes.length > 0 && (
        <label class="tick">
          <input type="checkbox" checked={present} onChange={(event) => setLevel(event.currentTarget.checked)} /> {text('options_value_present')}
        </label>
      )}
    </div>
  );
}

/** The same choice; a theme is the same at any level. */
function same(a: Value, b: Value): boolean {
  if (a.type === 'theme' && b.type === 'theme') return a.theme === b.theme;
  return a.type === 'code' && b.type === 'code' && a.code === b.code;
}

/** A theme that joins others takes their level. */
function withLevel(value: Value, { values }: Condition): Value {
  const [first] = values;
  return value.type === 'theme' && first?.type === 'theme' && first.level !== undefined ? { ...value, level: first.level } : value;
}
