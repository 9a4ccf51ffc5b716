import { useId } from 'preact/hooks';
import { text } from '../../../i18n';
import type { ActivityAnswer, CountedRule } from '../../../messages/table';
import { fromStored } from '../../../rules/text/parse';
import { ActionChip, sentence } from '../../rule/sentence';
import { addressOf } from '../route';
import { numberText } from '../../parts/number-text';

interface Props {
  rules: ActivityAnswer['rules'];
  /** Works of all rules that are not named. */
  others: number;
}

/** How many works each rule acted on, the most frequent first; the lengths are drawn below the words. */
export function ByRule({ rules, others }: Props) {
  const id = useId();
  const most = Math.max(1, rules[0]?.works ?? 0);
  if (rules.length === 0) return null;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{text('options_activity_rules')}</h2>
      <table class="numbers" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{text('options_activity_rule')}</th>
            <th scope="col">{text('options_activity_works')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">
                <ActionChip action={rule.action} />{' '}
                {rule.own ? (
                  <a href={addressOf('rules', rule.id)} dir="auto">
                    {wordsOf(rule)}
                  </a>
                ) : (
                  <span dir="auto">{wordsOf(rule)}</span>
                )}
                <span class="length" aria-hidden="true" style={{ inlineSize: `${(rule.works / most) * 100}%` }} />
              </th>
              <td>{numberText(rule.works)}</td>
            </tr>
          ))}
          {others > 0 && (
            <tr>
              <th scope="row">{text('options_activity_rest')}</th>
              <td>{numberText(others)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** As much as the rule's folds may say. */
function wordsOf({ id, secret }: CountedRule): string {
  if (secret) return text('popup_reason_secret');
  const read = fromStored({ id });
  return read.ok ? sentence(read.rule) : id;
}
