import { text } from '../../../i18n';
import { fieldNamed } from '../../../rules/fields/index';
import type { Condition, Value } from '../../../rules/rule';
import { Button } from '../../parts/button';
import { fieldGroups } from '../field-groups';
import { fieldName } from '../field-names';
import { readValue } from './draft';
import { Values } from './values';
import { valueText } from './value-text';

interface Props {
  condition: Condition;
  change: (condition: Condition) => void;
  /** Absent where it is the only one. */
  remove?: () => void;
  label: string;
}

/** How many of the first tags may be asked for; a line can say any range. */
const FIRST = [1, 2, 3, 5, 10];

/** One condition: a field, whether it should be so or not, and values. */
export function ConditionPart({ condition, change, remove, label }: Props) {
  const field = fieldNamed(condition.field);
  return (
    <div role="group" aria-label={label} class="condition">
      <div class="row">
        <select
          class="input"
          aria-label={text('options_field')}
          value={condition.field}
          onChange={(event) => change(withField(condition, event.currentTarget.value))}
        >
          {fieldGroups.map(({ title, fields }) => (
            <optgroup key={title} label={text(title)}>
              {fields.map((name) => (
                <option key={name} value={name}>
                  {fieldName(name)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <select
          class="input"
          aria-label={text('options_is_or_not')}
          value={condition.not ? 'not' : 'is'}
          onChange={(event) => change(withNot(condition, event.currentTarget.value === 'not'))}
        >
          <option value="is">{text('options_is')}</option>
          <option value="not">{text('options_is_not')}</option>
        </select>
        {field?.positions === true && <Position condition={condition} change={change} />}
        {remove !== undefined && (
          <Button look="quiet" onClick={remove}>
            {text('options_condition_remove')}
          </Button>
        )}
      </div>
      {field !== undefined && <Values key={field.name} field={field} condition={condition} change={(values) => change({ ...condition, values })} />}
    </div>
  );
}

/** Which of a work's tags of this kind are looked at. */
function Position({ condition, change }: Pick<Props, 'condition' | 'change'>) {
  const { at } = condition;
  const said = at === undefined ? '' : at.join('-');
  const usual = FIRST.map((last) => `1-${last}`);
  const choose = (chosen: string): void => {
    const { at: _, ...rest } = condition;
    const [from, to] = chosen.split('-').map(Number);
    change(from === undefined || to === undefined || chosen === '' ? rest : { ...rest, at: [from, to] });
  };
  return (
    <select class="input" aria-label={text('options_position')} value={said} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{text('options_position_any')}</option>
      {FIRST.map((last) => (
        <option key={last} value={`1-${last}`}>
          {last === 1 ? text('options_position_first') : text('options_position_among', last)}
        </option>
      ))}
      {said !== '' && !usual.includes(said) && <option value={said}>{text('options_position_range', at?.[0] ?? 1, at?.[1] ?? 1)}</option>}
    </select>
  );
}

function withNot(condition: Condition, not: boolean): Condition {
  const { not: _, ...rest } = condition;
  return not ? { ...rest, not: true } : rest;
}

/** Another field keeps the values that make sense to it too. */
function withField(condition: Condition, name: string): Condition {
  const [before, after] = [fieldNamed(condition.field), fieldNamed(name)];
  const { at, ...rest } = condition;
  const values: Value[] =
    before?.kind !== after?.kind
      ? []
      : condition.values.flatMap((value) => {
          const read = readValue(name, valueText(condition.field, value), value.type === 'name');
          if (!('value' in read)) return [];
          const synonyms = after?.synonyms === true && value.type === 'name' && read.value.type === 'name' && value.synonyms;
          return [synonyms ? { ...read.value, synonyms } : read.value];
        });
  return { ...rest, field: name, values, ...(at !== undefined && after?.positions === true && { at }) };
}
