import { useRef, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import type { Condition, Value } from '../../../rules/rule';
import type { ReadError } from '../../../rules/text/read-error';
import { Button } from '../../parts/button';
import { Completion } from '../../parts/completion';
import { fieldName } from '../field-names';
import { ReadProblem } from '../read-problem';
import { valueWords } from '../value-words';
import { readValue } from './draft';
import { useKnownNames } from './known-names';
import { valueText } from './value-text';

interface Props {
  condition: Condition;
  change: (values: Value[]) => void;
  /** Names may hold any character and are read as if quoted; accounts and addresses have a form of their own. */
  quoted: boolean;
  synonyms: boolean;
}

/** Values that are typed: each becomes an entry that can be taken out or changed again. */
export function TextValues({ condition, change, quoted, synonyms }: Props) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<ReadError | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const known = useKnownNames(condition.field);
  const add = (words: string): boolean => {
    if (words.trim() === '') return false;
    const read = readValue(condition.field, words.trim(), quoted);
    if ('error' in read) {
      setError(read.error);
      return false;
    }
    setError(null);
    setTyped('');
    const same = condition.values.some((value) => JSON.stringify(value) === JSON.stringify(read.value));
    if (!same) change([...condition.values, read.value]);
    return true;
  };
  const without = (gone: Value): Value[] => condition.values.filter((value) => value !== gone);
  const reopen = (value: Value): void => {
    change(without(value));
    setTyped(valueText(value));
    input.current?.focus();
  };
  return (
    <div class="values">
      {condition.values.length > 0 && (
        <ul class="row" aria-label={text('options_values')}>
          {condition.values.map((value) => (
            <li key={JSON.stringify(value)} class="value">
              <button type="button" class="value-text" dir="auto" title={text('options_value_change')} onClick={() => reopen(value)}>
                {valueWords(condition, value)}
              </button>
              <button type="button" class="value-remove" aria-label={text('options_value_remove', valueText(value))} onClick={() => change(without(value))}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <Completion
          inputRef={input}
          label={text('options_value_of', fieldName(condition.field))}
          value={typed}
          change={(words) => {
            setTyped(words);
            setError(null);
          }}
          choose={add}
          known={known}
        />
        <Button onClick={() => add(typed)} disabled={typed.trim() === ''}>
          {text('options_value_add')}
        </Button>
      </div>
      {synonyms && condition.values.length > 0 && <SynonymsTick condition={condition} change={change} />}
      <div class="problem small" role="alert">
        {error !== null && <ReadProblem error={error} line={typed} />}
      </div>
    </div>
  );
}

/** Also whatever the archive lists as the same tag, for all names of the condition at once. */
function SynonymsTick({ condition, change }: { condition: Condition; change: (values: Value[]) => void }) {
  const names = condition.values.filter((value) => value.type === 'name');
  if (names.length === 0) return null;
  const ticked = names.every((value) => value.synonyms === true);
  const tick = (on: boolean): void =>
    change(
      condition.values.map((value) => {
        if (value.type !== 'name') return value;
        const { synonyms: _, ...plain } = value;
        return on ? { ...plain, synonyms: true } : plain;
      }),
    );
  return (
    <label class="tick">
      <input type="checkbox" checked={ticked} onChange={(event) => tick(event.currentTarget.checked)} /> {text('options_value_synonyms')}
    </label>
  );
}
