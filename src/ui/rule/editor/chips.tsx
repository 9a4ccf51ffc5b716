import { text } from '../../../i18n';
import type { Condition, Value } from '../../../rules/rule';
import { joined } from '../../parts/joined';
import { fieldName } from '../field-names';
import { valueWords } from '../value-words';

interface Props {
  condition: Condition;
  change: (values: Value[]) => void;
  /** Puts a value back where it can be typed anew. */
  reopen?: (value: Value) => void;
}

/** The values that a condition has, of which one is enough. Each can be taken out. */
export function Chips({ condition, change, reopen }: Props) {
  if (condition.values.length === 0) return null;
  const without = (gone: Value): Value[] => condition.values.filter((value) => value !== gone);
  return (
    <ul class="row" aria-label={joined([text('options_values'), fieldName(condition.field)], 'unit')}>
      {condition.values.map((value) => {
        const words = valueWords(condition, value);
        return (
          <li key={JSON.stringify(value)} class="value">
            {reopen === undefined ? (
              <span class="value-text" dir="auto">
                {words}
              </span>
            ) : (
              <button
                type="button"
                class="value-text"
                dir="auto"
                title={text('options_value_change')}
                onClick={() => {
                  change(without(value));
                  reopen(value);
                }}
              >
                {words}
              </button>
            )}
            <button type="button" class="value-remove" aria-label={text('options_value_remove', words)} onClick={() => change(without(value))}>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
