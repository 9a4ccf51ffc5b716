import { useId } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import { DEFAULT_LIST, type RuleList } from '../../../rules/rule';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { NameField } from '../../parts/name-field';
import { Switch } from '../../parts/switch';
import { useToasts } from '../../parts/toasts';
import { RevealOptions, revealOf } from '../../rule/choices';
import { listName } from '../../rule/list-name';
import { addressOf } from '../route';

/** One list: on or off, its name, how much its folds say, and the way to its text. */
export function ListCard({ list, rules }: { list: RuleList; rules: number }) {
  const { edit } = useToasts();
  const titleId = useId();
  const name = listName(list);
  const put = (changed: RuleList): Promise<boolean> => edit(() => send('put-list', { list: changed, was: list }), text('options_list_changed', name));
  const reveal = (value: string): void => {
    const { reveal: _, ...rest } = list;
    const chosen = revealOf(value);
    void put(chosen === null ? rest : { ...rest, reveal: chosen });
  };
  return (
    <section class="card" aria-labelledby={titleId}>
      <div class="row row-apart">
        <h2 id={titleId} dir="auto">
          {name}
        </h2>
        <Switch on={list.on} change={(on) => put({ ...list, on })}>
          {text('options_list_on', name)}
        </Switch>
      </div>
      <p class="quiet">{counted('options_rules_count', rules)}</p>
      <div class="details-grid">
        <NameField label={text('options_list_name')} name={name} save={(said) => put({ ...list, name: said })} />
        <Field label={text('options_list_reveal')}>
          {(ids) => (
            <select {...ids} class="input" value={list.reveal ?? ''} onChange={(event) => reveal(event.currentTarget.value)}>
              <option value="">{text('options_reveal_look')}</option>
              <RevealOptions />
            </select>
          )}
        </Field>
      </div>
      <div class="row">
        <a class="button" href={addressOf('editor', list.id)} aria-describedby={titleId}>
          {text('options_list_as_text')}
        </a>
        {list.id !== DEFAULT_LIST && (
          <Button look="danger" aria-describedby={titleId} onClick={() => edit(() => send('remove-list', { id: list.id }), text('options_list_removed', name))}>
            {text('options_list_remove')}
          </Button>
        )}
      </div>
    </section>
  );
}
