import { text } from '../../../i18n';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { ListOptions } from '../../rule/choices';
import { DEFAULT_LIST } from '../../../rules/rule';
import { addressOf } from '../route';
import { useRules } from '../../rule/rules-answer';
import type { SectionProps } from '../section';
import { ListText } from './list-text';

/** A whole list as text, one rule a line. */
export function Editor({ detail }: SectionProps) {
  const { value: answer, error } = useRules();
  if (error !== undefined && answer === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (answer === undefined) return null;
  const list = answer.lists.find(({ id }) => id === (detail ?? DEFAULT_LIST));
  return (
    <>
      {answer.lists.length > 1 && (
        <Field label={text('options_list')}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              value={list?.id ?? ''}
              onChange={(event) => {
                location.hash = addressOf('editor', event.currentTarget.value);
              }}
            >
              <ListOptions lists={answer.lists} />
            </select>
          )}
        </Field>
      )}
      {list === undefined ? <Notice tone="warning" title={text('options_list_gone')} /> : <ListText key={list.id} list={list} answer={answer} />}
    </>
  );
}
