import { useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import { DEFAULT_LIST } from '../../../rules/rule';
import { newListId } from '../../rule/lists';
import { useRules } from '../../rule/rules-answer';
import { ListCard } from './list-card';

/** The lists of rules: each can be switched off, named, and given its own ways. */
export function Lists() {
  const { value: answer, error } = useRules();
  const [name, setName] = useState('');
  const { edit } = useToasts();
  if (error !== undefined && answer === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (answer === undefined) return null;
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const said = name.trim();
    if (said === '') return;
    if (await edit(() => send('put-list', { list: { id: newListId(said, answer.lists), name: said, on: true } }), text('options_list_added', said)))
      setName('');
  };
  const counts = new Map<string, number>();
  for (const { list = DEFAULT_LIST } of answer.rules) counts.set(list, (counts.get(list) ?? 0) + 1);
  return (
    <>
      <ul class="stack">
        {answer.lists.map((list) => (
          <li key={list.id}>
            <ListCard list={list} rules={counts.get(list.id) ?? 0} />
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <Field label={text('options_list_new')}>
          {(ids) => (
            <div class="row">
              <input {...ids} class="input grow" type="text" dir="auto" maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} />
              <Button type="submit" look="main">
                {text('ui_add')}
              </Button>
            </div>
          )}
        </Field>
      </form>
    </>
  );
}
