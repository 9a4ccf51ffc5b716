import { text } from '../../../i18n';
import { ACTIONS, type Condition, type RuleList } from '../../../rules/rule';
import { Button } from '../../parts/button';
import { actionName } from '../sentence';
import { ConditionPart } from './condition-part';
import type { Draft } from './draft';
import { RuleDetails } from './rule-details';

interface Props {
  draft: Draft;
  change: (draft: Draft) => void;
  lists: readonly RuleList[];
}

const blank = (): Condition => ({ field: 'tag', values: [] });

/** A rule as a sentence to be filled in: do this, with works where, and, unless. */
export function RuleForm({ draft, change, lists }: Props) {
  return (
    <div class="stack">
      <div class="row">
        <select
          class="input"
          aria-label={text('options_action')}
          value={draft.action}
          onChange={(event) => {
            const action = ACTIONS.find((one) => one === event.currentTarget.value);
            if (action !== undefined) change({ ...draft, action });
          }}
        >
          {ACTIONS.map((action) => (
            <option key={action} value={action}>
              {actionName(action)}
            </option>
          ))}
        </select>
        <span>{text('options_works_where')}</span>
      </div>
      <Conditions conditions={draft.when} change={(when) => change({ ...draft, when })} least={1} joint={text('options_and')} add={text('options_add_and')} />
      <Conditions
        conditions={draft.unless}
        change={(unless) => change({ ...draft, unless })}
        least={0}
        joint={text('options_unless')}
        add={text('options_add_unless')}
      />
      <RuleDetails draft={draft} change={change} lists={lists} />
    </div>
  );
}

interface ConditionsProps {
  conditions: readonly Condition[];
  change: (conditions: Condition[]) => void;
  least: 0 | 1;
  /** The word before each condition but the first that must be there. */
  joint: string;
  add: string;
}

function Conditions({ conditions, change, least, joint, add }: ConditionsProps) {
  return (
    <>
      {conditions.map((condition, index) => (
        <div key={index} class="condition-line">
          {(index > 0 || least === 0) && <span class="condition-joint">{index > 0 && least === 0 ? text('options_or_unless') : joint}</span>}
          <ConditionPart
            label={least === 1 ? text('options_condition_number', index + 1) : text('options_exception_number', index + 1)}
            condition={condition}
            change={(changed) => change(conditions.map((one, at) => (at === index ? changed : one)))}
            {...(conditions.length > least && { remove: () => change(conditions.filter((_, at) => at !== index)) })}
          />
        </div>
      ))}
      <div>
        <Button look="quiet" onClick={() => change([...conditions, blank()])}>
          {add}
        </Button>
      </div>
    </>
  );
}
