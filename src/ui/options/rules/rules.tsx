import { useRef } from 'preact/hooks';
import { text } from '../../../i18n';
import type { Rule } from '../../../rules/rule';
import { fromStored } from '../../../rules/text/parse';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { RuleField } from '../../rule/rule-field';
import { addressOf } from '../route';
import { useRules } from '../../rule/rules-answer';
import type { SectionProps } from '../section';
import { Health } from './health';
import { RuleEditor } from './rule-editor';
import { RuleList } from './rule-list';
import { Trouble } from './trouble';
import { UnreadableLines } from './unreadable-lines';

/** In the place of a rule's identity, which always holds a colon. */
const NEW = 'new';

/** Every rule, with the means to add, find, change and remove; or one rule, when the address names it. */
export function Rules({ detail }: SectionProps) {
  const { value: answer, error } = useRules();
  const edited = useRef<{ detail: string; rule: Rule } | null>(null);
  if (error !== undefined && answer === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (answer === undefined) return null;
  if (detail === NEW) return <RuleEditor rule={null} answer={answer} />;
  const named = detail === null ? undefined : answer.rules.find(({ id }) => id === detail);
  const read = named === undefined ? null : fromStored(named);
  if (detail === null) edited.current = null;
  else if (read?.ok === true) edited.current = { detail, rule: read.rule };
  // What is being written stays in sight when the rule is removed or becomes another one elsewhere; to save it brings it back.
  if (edited.current !== null && edited.current.detail === detail)
    return (
      <>
        {named === undefined && <Notice tone="warning" title={text('options_rule_gone')} />}
        <RuleEditor key={detail} rule={edited.current.rule} answer={answer} />
      </>
    );
  return (
    <>
      {detail !== null && <Notice tone="warning" title={text(named === undefined ? 'options_rule_gone' : 'options_rule_newer')} />}
      <Trouble trouble={answer.trouble} />
      <div class="stack">
        <RuleField label={text('options_add_rule')} />
        <div>
          <a class="button" href={addressOf('rules', NEW)}>
            {text('options_new_rule')}
          </a>
        </div>
      </div>
      <UnreadableLines lines={answer.lines} lists={new Map(answer.lists.map((list) => [list.id, list]))} />
      {answer.rules.length === 0 ? (
        <Notice title={text('options_no_rules_title')}>
          <p>{text('options_no_rules')}</p>
        </Notice>
      ) : (
        <>
          <Health answer={answer} />
          <RuleList answer={answer} />
        </>
      )}
    </>
  );
}
