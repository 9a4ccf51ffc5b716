import { text } from '../../../i18n';
import type { RuleList } from '../../../rules/rule';
import { Field } from '../../parts/field';
import { Switch } from '../../parts/switch';
import { ColourField } from '../colours';
import { ListOptions, RevealOptions, revealOf } from '../choices';
import type { Draft } from './draft';

interface Props {
  draft: Draft;
  change: (draft: Draft) => void;
  lists: readonly RuleList[];
}

/** What a rule has besides its conditions: list, note, how much it says, until when, strictness. */
export function RuleDetails({ draft, change, lists }: Props) {
  /** Sets an optional property, or takes it away. */
  const put = <Key extends 'reason' | 'note' | 'strict' | 'off' | 'until' | 'colour'>(key: Key, value: Draft[Key] | null): void => {
    const { [key]: _, ...rest } = draft;
    change((value === null ? rest : { ...rest, [key]: value }) as Draft);
  };
  const known = lists.some(({ id }) => id === draft.list) ? lists : [...lists, { id: draft.list, name: '', on: true }];
  return (
    <div class="details-grid">
      <Field label={text('options_list')}>
        {(ids) => (
          <select {...ids} class="input" value={draft.list} onChange={(event) => change({ ...draft, list: event.currentTarget.value })}>
            <ListOptions lists={known} own />
          </select>
        )}
      </Field>
      <Field label={text('options_reveal')}>
        {(ids) => (
          <select {...ids} class="input" value={draft.reason ?? ''} onChange={(event) => put('reason', revealOf(event.currentTarget.value))}>
            <option value="">{text('options_reveal_usual')}</option>
            <RevealOptions />
          </select>
        )}
      </Field>
      {draft.action === 'highlight' && (
        <Field label={text('rule_colour')}>{(ids) => <ColourField ids={ids} colour={draft.colour} choose={(colour) => put('colour', colour)} />}</Field>
      )}
      <Field label={text('options_until')} hint={text('options_until_hint')}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            class="input"
            value={draft.until ?? ''}
            onChange={(event) => put('until', event.currentTarget.value === '' ? null : event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={text('options_note')} hint={text('options_note_hint')}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            class="input"
            dir="auto"
            maxLength={500}
            value={draft.note ?? ''}
            onInput={(event) => put('note', event.currentTarget.value === '' ? null : event.currentTarget.value)}
          />
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
