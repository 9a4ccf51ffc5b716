import { useContext, useEffect, useState } from 'preact/hooks';
import type { Work } from '../../../domain/work';
import { text, type MessageKey } from '../../../i18n';
import type { BeatenBy, ExplainedRule, Explanation, Outcome } from '../../../rules/explain';
import { failureText } from '../../parts/failure';
import { joined } from '../../parts/joined';
import { ActionChip } from '../../rule/sentence';
import { addressOf } from '../route';
import { EngineContext } from './engine-context';
import type { SavedPage } from './saved-page';

const outcomes: Record<Outcome, MessageKey> = {
  won: 'options_outcome_won',
  beaten: 'options_outcome_beaten',
  excepted: 'options_outcome_excepted',
  'near-miss': 'options_outcome_near_miss',
  off: 'options_outcome_off',
  'list-off': 'options_outcome_list_off',
  asleep: 'options_outcome_asleep',
  own: 'options_outcome_own',
  unreadable: 'options_outcome_unreadable',
};

const beaten: Record<BeatenBy, MessageKey> = {
  'strict-show': 'options_beaten_strict_show',
  strict: 'options_beaten_strict',
  show: 'options_beaten_show',
  stronger: 'options_beaten_stronger',
  'own-rule': 'options_beaten_own_rule',
  'may-not-show': 'options_beaten_may_not_show',
};

/** Every rule that matches a work or nearly does, condition by condition, and what became of it. */
export function Explained({ work, page }: { work: Work; page: SavedPage }) {
  const engine = useContext(EngineContext);
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const context = { page: page.kind, own: page.own, archive: page.archive, now: Date.now() };
    engine().then(
      (ready) => setExplanation(ready.explain(work, context)),
      (error: unknown) => setProblem(failureText(error)),
    );
  }, [work, page, engine]);
  if (problem !== '') return <p class="problem">{problem}</p>;
  if (explanation === null) return null;
  if (explanation.rules.length === 0) return <p class="quiet">{text('options_no_rule_near')}</p>;
  return (
    <ul class="entries">
      {explanation.rules.map((rule) => (
        <li key={`${rule.list} ${rule.id}`} class="entry">
          <Rule rule={rule} />
        </li>
      ))}
    </ul>
  );
}

function Rule({ rule }: { rule: ExplainedRule }) {
  const why = [text(outcomes[rule.outcome]), ...(rule.by === undefined ? [] : [text(beaten[rule.by])])];
  return (
    <>
      <p>
        <ActionChip action={rule.action} />{' '}
        <a href={addressOf('rules', rule.id)}>
          <code dir="auto">{rule.id}</code>
        </a>{' '}
        <strong>{why.join(' ')}</strong>
      </p>
      <ul class="small">
        {rule.conditions.map((condition) => (
          <li key={condition.part + condition.text} class={condition.met ? '' : 'quiet'}>
            <span aria-hidden="true">{condition.met ? '✓' : '✗'}</span>{' '}
            {text(
              condition.part === 'unless'
                ? 'options_explained_unless'
                : condition.met
                  ? 'options_explained_met'
                  : condition.stated
                    ? 'options_explained_not_met'
                    : 'options_explained_not_stated',
            )}{' '}
            <code dir="auto">{condition.text}</code> {condition.words.length > 0 && <span dir="auto">({joined(condition.words, 'unit')})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
