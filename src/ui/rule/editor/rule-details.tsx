import { text, type MessageKey } from '../../../i18n';
import type { Reveal } from '../../../domain/verdict';
import { REVEALS, type RuleList } from '../../../rules/rule';
import { Field } from '../../parts/field';
import { Switch } from '../../parts/switch';
import { listName } from '../list-name';
import type { Draft } from './draft';

const reveals: Record<Reveal, MessageKey> = {
  full: 'options_reveal_full',
  list: 'options_reveal_list',
  none: 'options_reveal_none',
};

interface Props {
  draft: Draft;
  change: (draft: Draft) => void;
  lists: readonly RuleList[];
}

/** What a rule has besides its conditions: list, note, how much it says, until when, strictness. */
export function RuleDetails({ draft, change, lists }: Props) {
  /** Sets an optional property, or takes it away. */
  const put = <Key extends 'reason' | 'note' | 'strict' | 'off' | 'until'>(key: Key, value: Draft[Key] | null): void => {
    const { [key]: _, ...rest } = draft;
    change((value === null ? rest : { ...rest, [key]: value }) as Draft);
  };
  const known = lists.some(({ id }) => id === draft.list) ? lists : [...lists, { id: draft.list, name: '', on: true }];
  return (
    <div class="details-grid">
      <Field label={text('options_list')}>
        {(ids) => (
          <select {...ids} class="input" value={draft.list} onChange={(event) => change({ ...draft, list: event.currentTarget.value })}>
            {known.filter((list) => list.subscription !== true).map((list) => (
              <option key={list.id} value={list.id}>
                {listName(list)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={text('options_reveal')}>
        {(ids) => (
          <select {...ids} class="input" value={draft.reason ?? ''} onChange={(event) => put('reason', REVEALS.find((one) => one === event.currentTarget.value) ?? null)}>
            <option value="">{text('options_reveal_usual')}</option>
            {REVEALS.map((reveal) => (
              <option key={reveal} value={reveal}>
                {text(reveals[reveal])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={text('options_until')} hint={text('options_until_hint')}>
        {(ids) => <input {...ids} type="date" class="input" value={draft.until ?? ''} onChange={(event) => put('until', event.currentTarget.value === '' ? null : event.currentTarget.value)} />}
      </Field>
      <Field label={text('options_note')} hint={text('options_note_hint')}>
        {(ids) => (
          <input {...ids} type="text" class="input" dir="auto" maxLength={500} value={draft.note ?? ''} onInput={(event) => put('note', event.currentTarget.value === '' ? null : event.currentTarget.value)} />
        )}
      </Field>
      <Switch on={draft.strict === true} change={(on) => put('strict', on ? true : null)}>
        {text('options_strict')}
      </Switch>
      <Switch on={draft.off !== true} change={(on) => put('off', on ? null : true)}>
        {text('options_in_use')}
      </Switch>
    </div>
  );
}
