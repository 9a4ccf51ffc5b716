import { useMemo, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import { useAnswer } from '../../parts/answer';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { RuleField } from '../../rule/rule-field';
import type { SectionProps } from '../section';
import { RuleRow } from './rule-row';
import { search } from './search';
import { Trouble } from './trouble';
import { UnreadableLines } from './unreadable-lines';

const ask = () => send('get-rules', {});
/** As many rows as are drawn at first; drawing thousands at once would make the page wait. */
const PORTION = 200;

/** Every rule, with the means to add, find, change and remove. */
export function Rules({ detail }: SectionProps) {
  const { value, error } = useAnswer(ask);
  const [query, setQuery] = useState('');
  const [portion, setPortion] = useState(PORTION);
  const found = useMemo(() => (value === undefined ? [] : search(value, query)), [value, query]);
  if (error !== undefined && value === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (value === undefined) return null;
  const lists = new Map(value.lists.map((list) => [list.id, list]));
  return (
    <>
      <Trouble trouble={value.trouble} />
      <RuleField label={text('options_add_rule')} />
      <UnreadableLines lines={value.lines} lists={lists} />
      {value.rules.length === 0 ? (
        <Notice title={text('options_no_rules_title')}>
          <p>{text('options_no_rules')}</p>
        </Notice>
      ) : (
        <section class="stack" aria-labelledby="all-rules">
          <h2 id="all-rules">{text('options_all_rules')}</h2>
          <Field label={text('options_search')}>
            {(ids) => <input {...ids} type="search" class="input" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />}
          </Field>
          <p class="quiet" role="status">
            {query.trim() === '' ? counted('options_rules_count', found.length) : counted('options_rules_found', found.length, value.rules.length)}
          </p>
          {found.length > 0 && (
            <ul class="rules">
              {found.slice(0, portion).map((rule) => (
                <RuleRow key={rule.id} stored={rule} list={lists.get(rule.list ?? 'mine')} named={rule.id === detail} />
              ))}
            </ul>
          )}
          {found.length > portion && (
            <div>
              <button type="button" class="button" onClick={() => setPortion(portion + PORTION)}>
                {text('options_more_rules')}
              </button>
            </div>
          )}
        </section>
      )}
    </>
  );
}
