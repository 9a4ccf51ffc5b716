import { text, type MessageKey } from '../../../i18n';
import { ACTIONS, type RuleList } from '../../../rules/rule';
import { Choice } from '../../parts/choice';
import { OrderChoice } from '../../parts/order-choice';
import { ListOptions } from '../../rule/choices';
import { fieldGroups } from '../../rule/field-groups';
import { fieldName } from '../../rule/field-names';
import { actionName } from '../../rule/sentence';
import type { Order, Query } from './find';
import { findingCodes, findingWords } from './finding-words';
import { SearchField } from '../../parts/search-field';

const orders: [Order, MessageKey][] = [
  ['kept', 'options_order_kept'],
  ['added', 'options_order_added'],
  ['edited', 'options_order_edited'],
  ['month', 'options_order_month'],
  ['quarter', 'options_order_quarter'],
  ['text', 'options_order_text'],
  ['action', 'options_order_action'],
  ['list', 'options_order_list'],
];

interface Props {
  query: Query;
  change: (query: Query) => void;
  lists: readonly RuleList[];
}

/** What to look for among the rules, and in which order to show it. */
export function Filters({ query, change, lists }: Props) {
  return (
    <search class="filters">
      <SearchField words={query.words} change={(words) => change({ ...query, words })} />
      <Choice
        label={text('options_filter_action')}
        value={query.action}
        change={(value) => change({ ...query, action: ACTIONS.find((one) => one === value) ?? '' })}
      >
        <option value="">{text('options_any')}</option>
        {ACTIONS.map((action) => (
          <option key={action} value={action}>
            {actionName(action)}
          </option>
        ))}
      </Choice>
      {lists.length > 1 && (
        <Choice label={text('options_list')} value={query.list} change={(list) => change({ ...query, list })}>
          <option value="">{text('options_any')}</option>
          <ListOptions lists={lists} />
        </Choice>
      )}
      <Choice
        label={text('options_filter_state')}
        value={query.state}
        change={(value) => change({ ...query, state: value === 'on' || value === 'off' ? value : '' })}
      >
        <option value="">{text('options_any')}</option>
        <option value="on">{text('options_state_on')}</option>
        <option value="off">{text('options_state_off')}</option>
      </Choice>
      <Choice label={text('options_field')} value={query.field} change={(field) => change({ ...query, field })}>
        <option value="">{text('options_any')}</option>
        {fieldGroups.map(({ title, fields }) => (
          <optgroup key={title} label={text(title)}>
            {fields.map((field) => (
              <option key={field} value={field}>
                {fieldName(field)}
              </option>
            ))}
          </optgroup>
        ))}
      </Choice>
      <Choice
        label={text('options_filter_health')}
        value={query.health}
        change={(value) => change({ ...query, health: value === 'any' ? value : (findingCodes.find((code) => code === value) ?? '') })}
      >
        <option value="">{text('options_any')}</option>
        <option value="any">{text('options_filter_unhealthy')}</option>
        {findingCodes.map((code) => (
          <option key={code} value={code}>
            {text(findingWords[code])}
          </option>
        ))}
      </Choice>
      <OrderChoice orders={orders} value={query.order} change={(order) => change({ ...query, order })} />
    </search>
  );
}
