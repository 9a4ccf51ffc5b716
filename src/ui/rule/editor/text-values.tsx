import { useRef, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import type { Condition, Value } from '../../../rules/rule';
import type { ReadError } from '../../../rules/text/read-error';
import { Button } from '../../parts/button';
import { Completion } from '../../parts/completion';
import { fieldName } from '../field-names';
import { useKnownNames } from '../known-names';
import { ReadProblem } from '../read-problem';
import { Chips } from './chips';
import { readValue, withValue } from './draft';
import { leaves } from './leaves';
import { SynonymsTick } from './synonyms-tick';
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
  const add = (words: string): void => {
    if (words.trim() === '') return;
    const read = readValue(condition.field, words.trim(), quoted);
    if ('error' in read) {
      setError(read.error);
      return;
    }
    setError(null);
    setTyped('');
    change(withValue(condition.values, read.value));
  };
  const reopen = (value: Value): void => {
    setTyped(valueText(condition.field, value));
    input.current?.focus();
  };
  const label = text('options_value_of', fieldName(condition.field));
  const write = (words: string): void => {
    setTyped(words);
    setError(null);
  };
  return (
    <div class="values">
      <Chips condition={condition} change={change} reopen={reopen} />
      <div class="row" onFocusOut={(event) => leaves(event) && add(typed)}>
        <Completion inputRef={input} label={label} value={typed} change={write} choose={add} known={known} />
        <Button onClick={() => add(typed)} disabled={typed.trim() === ''}>
          {text('options_value_add')}
        </Button>
      </div>
      {synonyms && <SynonymsTick condition={condition} change={change} />}
      <div class="problem small" role="alert">
        {error !== null && <ReadProblem error={error} line={typed} />}
      </div>
    </div>
  );
}
