import { useEffect, useMemo, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { RulesAnswer } from '../../../messages/table';
import type { Rule, RuleList } from '../../../rules/rule';
import { toStored } from '../../../rules/text/print';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { useToasts } from '../../parts/toasts';
import { emptyDraft, useRuleDraft, type Draft } from '../../rule/editor/draft';
import { RuleForm } from '../../rule/editor/rule-form';
import { KnownNamesContext, namesOf, useSeenNames } from '../../rule/known-names';
import { LineInput } from '../../rule/line-input';
import { Matches } from '../../rule/matches';
import { ReadProblem } from '../../rule/read-problem';
import { sentence } from '../../rule/sentence';
import { addressOf } from '../route';
import { conditionsOf } from './conditions';

interface Props {
  /** The rule to change; null for a new one. */
  rule: Rule | null;
  /** What a new rule starts from. */
  from?: Draft;
  answer: RulesAnswer;
}

/** A rule as a sentence beside its line; either may be edited, and the other follows. */
export function RuleEditor({ rule, from, answer }: Props) {
  const { draft, line, rule: finished, error, apart, setDraft, setLine } = useRuleDraft(rule ?? from ?? emptyDraft());
  // The rule may be changed elsewhere while it is edited here.
  const [was] = useState(rule);
  const { edit } = useToasts();
  const own = useMemo(() => namesOf(conditionsOf(answer)), [answer]);
  const { known, load } = useSeenNames(own);
  useEffect(load, []);
  const lists: readonly RuleList[] = answer.lists;
  const back = (): void => {
    location.hash = addressOf('rules');
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (finished === null) return;
    const saved =
      was === null
        ? await edit(() => send('add-rules', { text: line, list: finished.list }), text('ui_rule_added'))
        : await edit(() => send('change-rules', { changes: [{ rule: toStored(finished), was: toStored(was) }] }), text('options_rule_changed'));
    if (saved) back();
  };
  const remove = async (): Promise<void> => {
    if (rule !== null && (await edit(() => send('remove-rules', { ids: [rule.id] }), text('options_rule_removed')))) back();
  };
  return (
    <KnownNamesContext.Provider value={known}>
      <form class="rule-edit stack" onSubmit={save}>
        <div class="card">
          <Field
            label={text('options_rule_text')}
            hint={text('options_rule_text_hint')}
            problem={error && <ReadProblem error={error} line={line} use={setLine} />}
          >
            {(ids) => (
              <div class="row">
                <LineInput ids={ids} label={text('options_rule_text')} line={line} write={setLine} />
              </div>
            )}
          </Field>
          <p class="quiet" role="status">
            {finished === null ? (apart ? text('options_line_apart') : text('options_rule_unfinished')) : sentence(finished)}
          </p>
          {finished !== null && <Matches line={line} />}
        </div>
        <fieldset class="card" disabled={apart}>
          <legend class="unseen">{text('options_rule_form')}</legend>
          <RuleForm draft={draft} change={setDraft} lists={lists} />
        </fieldset>
        <div class="row">
          <Button type="submit" look="main" disabled={finished === null}>
            {text('ui_save')}
          </Button>
          <Button onClick={back}>{text('ui_cancel')}</Button>
          {rule !== null && (
            <Button look="danger" onClick={remove}>
              {text('options_remove')}
            </Button>
          )}
        </div>
      </form>
    </KnownNamesContext.Provider>
  );
}
