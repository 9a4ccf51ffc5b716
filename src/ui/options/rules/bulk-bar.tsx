import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import { DEFAULT_LIST, type RuleList, type StoredRule } from '../../../rules/rule';
import { Button } from '../../parts/button';
import { useToasts } from '../../parts/toasts';
import { ListOptions } from '../../rule/choices';
import { shareThese } from '../import-export/to-share';
import { addressOf } from '../route';

interface Props {
  found: readonly StoredRule[];
  chosen: ReadonlySet<string>;
  choose: (ids: ReadonlySet<string>) => void;
  lists: readonly RuleList[];
}

/** What can be done with several rules at once; each is one edit, and is taken back as one. */
export function BulkBar({ found, chosen, choose, lists }: Props) {
  const { edit } = useToasts();
  const rules = found.filter(({ id }) => chosen.has(id));
  const change = (alter: (rule: StoredRule) => StoredRule): Promise<boolean> =>
    edit(() => send('change-rules', { changes: rules.map((rule) => ({ rule: alter(rule), was: rule })) }), counted('options_rules_changed', rules.length));
  const remove = async (): Promise<void> => {
    const ids = rules.map(({ id }) => id);
    if (await edit(() => send('remove-rules', { ids }), counted('options_rules_removed', ids.length))) choose(new Set());
  };
  return (
    <div class="bulk row">
      <label class="tick">
        <input
          type="checkbox"
          checked={rules.length > 0 && rules.length === found.length}
          ref={(box) => {
            if (box !== null) box.indeterminate = rules.length > 0 && rules.length < found.length;
          }}
          onChange={(event) => choose(event.currentTarget.checked ? new Set(found.map(({ id }) => id)) : new Set())}
        />
        <span>{rules.length === 0 ? text('options_choose_all') : counted('options_chosen', rules.length)}</span>
      </label>
      {rules.length > 0 && (
        <>
          <Button onClick={() => change(({ off: _, ...rule }) => rule)}>{text('options_switch_on')}</Button>
          <Button onClick={() => change((rule) => ({ ...rule, off: true }))}>{text('options_switch_off')}</Button>
          {lists.length > 1 && (
            <select class="input" aria-label={text('options_move')} value="" onChange={(event) => change((rule) => moved(rule, event.currentTarget.value))}>
              <option value="" disabled>
                {text('options_move')}
              </option>
              <ListOptions lists={lists} own />
            </select>
          )}
          <a class="button" href={addressOf('import-export')} onClick={() => shareThese(rules.map(({ id }) => id))}>
            {text('options_share')}
          </a>
          <Button look="danger" onClick={remove}>
            {text('options_remove')}
          </Button>
        </>
      )}
    </div>
  );
}

function moved(rule: StoredRule, list: string): StoredRule {
  const { list: _, ...rest } = rule;
  return list === DEFAULT_LIST ? rest : { ...rest, list };
}
