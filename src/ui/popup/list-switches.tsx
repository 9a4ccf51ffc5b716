import { text } from '../../i18n';
import { send } from '../../messages/send';
import type { RuleList } from '../../rules/rule';
import { Switch } from '../parts/switch';
import { useToasts } from '../parts/toasts';
import { listName } from '../rule/list-name';

/** The lists, to be switched on and off; nothing where there is only one. */
export function ListSwitches({ lists }: { lists: readonly RuleList[] }) {
  const { edit } = useToasts();
  if (lists.length < 2) return null;
  return (
    <details class="list-switches">
      <summary>{text('popup_lists')}</summary>
      <ul>
        {lists.map((list) => (
          <li key={list.id}>
            <Switch
              on={list.on}
              change={(on) => edit(() => send('put-list', { list: { ...list, on }, was: list }), text(on ? 'popup_list_on' : 'popup_list_off', listName(list)))}
            >
              {listName(list)}
            </Switch>
          </li>
        ))}
      </ul>
    </details>
  );
}
