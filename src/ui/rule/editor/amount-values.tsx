import { useState } from 'preact/hooks';
import { text, type MessageKey } from '../../../i18n';
import type { Condition, Value } from '../../../rules/rule';
import type { ReadError } from '../../../rules/text/read-error';
import { Button } from '../../parts/button';
import { fieldName } from '../field-names';
import { ReadProblem } from '../read-problem';
import { Chips } from './chips';
import { readValue, withValue } from './draft';
import { leaves } from './leaves';

/** A way to compare: its words, and how what was typed becomes a value in the language of rules. */
interface Way {
  words: MessageKey;
  piece: (first: string, second: string) => string;
  /** What the second field takes. */
  second?: 'number' | 'unit';
}

const numberWays: Record<string, Way> = {
  '<': { words: 'options_way_less', piece: (first) => `<${first}` },
  '>': { words: 'options_way_more', piece: (first) => `>${first}` },
  '<=': { words: 'options_way_at_most', piece: (first) => `<=${first}` },
  '>=': { words: 'options_way_at_least', piece: (first) => `>=${first}` },
  '=': { words: 'options_way_exactly', piece: (first) => first },
  '..': { words: 'options_way_between', piece: (first, second) => `${first}..${second}`, second: 'number' },
};

const dateWays: Record<string, Way> = {
  'age>': { words: 'options_way_longer_ago', piece: (first, second) => `>${first} ${second}`, second: 'unit' },
  'age<': { words: 'options_way_shorter_ago', piece: (first, second) => `<${first} ${second}`, second: 'unit' },
  '<': { words: 'options_way_before', piece: (first) => `<${first}` },
  '>': { words: 'options_way_after', piece: (first) => `>${first}` },
  '=': { words: 'options_way_on', piece: (first) => first },
};

const units: [unit: string, words: MessageKey][] = [
  ['days', 'options_days'],
  ['weeks', 'options_weeks'],
  ['months', 'options_months'],
  ['years', 'options_years'],
];

interface Props {
  condition: Condition;
  change: (values: Value[]) => void;
  kind: 'number' | 'date';
}

/** Numbers and dates: a way to compare, and what to compare with. */
export function AmountValues({ condition, change, kind }: Props) {
  const ways = kind === 'number' ? numberWays : dateWays;
  const [chosen, setChosen] = useState(kind === 'number' ? '<' : 'age>');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [error, setError] = useState<ReadError | null>(null);
  const way = Object.hasOwn(ways, chosen) ? ways[chosen] : undefined;
  const label = fieldName(condition.field);
  const add = (): void => {
    const other = way?.second === 'unit' && second === '' ? 'months' : second.trim();
    if (way === undefined || first.trim() === '' || (way.second === 'number' && other === '')) return;
    const read = readValue(condition.field, way.piece(first.trim(), other), false);
    if ('error' in read) {
      setError(read.error);
      return;
    }
    setError(null);
    setFirst('');
    change(withValue(condition.values, read.value));
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  const numeric = kind === 'number' || way?.second === 'unit';
  return (
    <div class="values">
      <Chips condition={condition} change={change} />
      <div class="row" onFocusOut={(event) => leaves(event) && add()} onKeyDown={enter}>
        <select
          class="input"
          aria-label={text('options_way', label)}
          value={chosen}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            setSecond('');
          }}
        >
          {Object.entries(ways).map(([id, { words }]) => (
            <option key={id} value={id}>
              {text(words)}
            </option>
          ))}
        </select>
        <input
          class="input input-amount"
          type="text"
          inputMode={numeric ? 'decimal' : 'text'}
          placeholder={numeric ? '' : text('options_date_form')}
          aria-label={text('options_value_of', label)}
          value={first}
          onInput={(event) => setFirst(event.currentTarget.value)}
        />
        {way?.second === 'number' && (
          <input
            class="input input-amount"
            type="text"
            inputMode="decimal"
            aria-label={text('options_way_and')}
            value={second}
            onInput={(event) => setSecond(event.currentTarget.value)}
          />
        )}
        {way?.second === 'unit' && (
          <select
            class="input"
            aria-label={text('options_unit')}
            value={second === '' ? 'months' : second}
            onChange={(event) => setSecond(event.currentTarget.value)}
          >
            {units.map(([unit, words]) => (
              <option key={unit} value={unit}>
                {text(words)}
              </option>
            ))}
          </select>
        )}
        <Button onClick={add} disabled={first.trim() === ''}>
          {text('options_value_add')}
        </Button>
      </div>
      <div class="problem small" role="alert">
        {error !== null && <ReadProblem error={error} line={first} />}
      </div>
    </div>
  );
}
