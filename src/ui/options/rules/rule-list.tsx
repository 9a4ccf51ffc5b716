import { useMemo, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import type { RulesAnswer } from '../../../messages/table';
import type { StoredRule } from '../../../rules/rule';
import { Rows } from '../../parts/rows';
import { BulkBar } from './bulk-bar';
import { Filters } from './filters';
import { EVERYTHING, findRules, hitsOf, listOf } from './find';
import { useRuleFacts } from './rule-facts';
import { RuleRow } from './rule-row';

const ROW_HEIGHT = 62;

/** All rules, to be searched, sorted, and changed one by one or together. */
export function RuleList({ answer }: { answer: RulesAnswer }) {
  const [query, setQuery] = useState(EVERYTHING);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const known = useRuleFacts(answer, query);
  const found = useMemo(() => findRules(answer, query, known), [answer, query, known]);
  const lists = useMemo(() => new Map(answer.lists.map((list) => [list.id, list])), [answer]);
  const choose = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const hitWords = (rule: StoredRule): string => {
    if (query.order === 'month') return counted('options_rule_hits', hitsOf(known.facts, rule)[0], 30);
    return query.order === 'quarter' ? counted('options_rule_hits', hitsOf(known.facts, rule)[1], 90) : '';
  };
  return (
    <section class="stack" aria-labelledby="all-rules">
      <h2 id="all-rules">{text('options_all_rules')}</h2>
      <Filters query={query} change={setQuery} lists={answer.lists} />
      <p class="quiet" role="status">
        {query.health !== '' && known.findings === null
          ? text('options_health_looking')
          : found.length === answer.rules.length
            ? counted('options_rules_count', found.length)
            : counted('options_rules_found', found.length, answer.rules.length)}
      </p>
      {found.length > 0 && (
        <>
          <BulkBar found={found} chosen={chosen} choose={setChosen} lists={answer.lists} />
          <Rows
            items={found}
            keyOf={(rule) => rule.id}
            label={text('options_all_rules')}
            estimate={ROW_HEIGHT}
            listClass="rules"
            rowClass="rule"
            row={(rule) => (
              <RuleRow stored={rule} list={lists.get(listOf(rule))} hits={hitWords(rule)} chosen={chosen.has(rule.id)} choose={(on) => choose(rule.id, on)} />
            )}
          />
        </>
      )}
    </section>
  );
}
