import { Fragment } from 'preact';
import { useId } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { SubscriptionAnswer } from '../../../messages/exchange-table';
import type { RequestBody } from '../../../messages/table';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { askFor } from '../../parts/permission';
import { Switch } from '../../parts/switch';
import { useToasts } from '../../parts/toasts';
import { RevealOptions, revealOf } from '../../rule/choices';
import { actionName } from '../../rule/sentence';
import { moment } from '../../parts/moment';
import { factsWords, Home } from './add-subscription';
import { originOf, statusWords, subscriptionFailure } from './subscription-words';

const ACTIONS = ['highlight', 'note', 'fold', 'hide'] as const;

interface Props {
  subscription: SubscriptionAnswer;
  again: () => void;
}

/** One subscription: its state, and what the reader lets it do. */
export function SubscriptionCard({ subscription, again }: Props) {
  const { choice, name, facts } = subscription;
  const { edit, say } = useToasts();
  const id = useId();
  const now: RequestBody<'change-subscription'> = {
    id: choice.id,
    name: choice.name ?? '',
    on: choice.on,
    action: choice.action ?? null,
    reveal: choice.reveal ?? null,
    allowShow: choice.allowShow === true,
  };
  const change = (changed: Partial<typeof now>): Promise<boolean> =>
    edit(() => send('change-subscription', { ...now, ...changed }), text('options_list_changed', name));
  const refresh = async (): Promise<void> => {
    try {
      await send('refresh-subscription', { id: choice.id });
      again();
    } catch (error) {
      say(subscriptionFailure(error));
    }
  };
  const allow = async (): Promise<void> => {
    const origin = originOf(choice.address);
    if (origin !== null && (await askFor([origin]))) await refresh();
    else say(text('options_sub_refused'));
  };
  return (
    <section class="card" aria-labelledby={id}>
      <div class="row row-apart">
        <h2 id={id} dir="auto">
          {name}
        </h2>
        <Switch on={choice.on} change={(on) => change({ on })}>
          {text('options_list_on', name)}
        </Switch>
      </div>
      <p class="quiet small">{[...(facts === null ? [] : factsWords(facts)), statusWords(subscription)].join(' · ')}</p>
      <p class="small">
        <code dir="ltr">{choice.address}</code>
      </p>
      <Home facts={facts} />
      {!subscription.permitted && (
        <Notice tone="warning" title={text('options_sub_not_permitted')}>
          <div>
            <Button onClick={allow}>{text('options_sub_allow')}</Button>
          </div>
        </Notice>
      )}
      <div class="details-grid">
        <Field label={text('options_sub_action')}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              value={now.action ?? ''}
              onChange={(event) => change({ action: ACTIONS.find((one) => one === event.currentTarget.value) ?? null })}
            >
              <option value="">{text('options_sub_as_list')}</option>
              {ACTIONS.map((action) => (
                <option key={action} value={action}>
                  {actionName(action)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={text('options_list_reveal')}>
          {(ids) => (
            <select {...ids} class="input" value={now.reveal ?? ''} onChange={(event) => change({ reveal: revealOf(event.currentTarget.value) })}>
              <option value="">{text('options_sub_as_list')}</option>
              <RevealOptions />
            </select>
          )}
        </Field>
        {(facts?.shows ?? 0) > 0 && (
          <Switch on={now.allowShow} change={(allowShow) => change({ allowShow })}>
            {counted('options_sub_allow_show', facts?.shows ?? 0)}
          </Switch>
        )}
      </div>
      <LastUpdate subscription={subscription} />
      <div class="row">
        <Button onClick={refresh} aria-describedby={id}>
          {text('options_sub_refresh')}
        </Button>
        <Button look="danger" aria-describedby={id} onClick={() => edit(() => send('unsubscribe', { id: choice.id }), text('options_sub_removed', name))}>
          {text('options_sub_remove')}
        </Button>
      </div>
    </section>
  );
}

/** What changed in the list when it last did. */
function LastUpdate({ subscription: { update } }: Pick<Props, 'subscription'>) {
  if (update === null) return null;
  const all = update.added + update.removed + update.changed;
  return (
    <details>
      <summary>{text('options_sub_update', moment(update.at), counted('options_changes', all))}</summary>
      <ul class="changes">
        {update.lines.map(({ kind, text: now, before }, index) => (
          <Fragment key={index}>
            {kind !== 'added' && <Line kind="went" rule={before ?? now} />}
            {kind !== 'removed' && <Line kind="came" rule={now} />}
          </Fragment>
        ))}
        {all > update.lines.length && <li class="quiet">{counted('options_more_changes', all - update.lines.length)}</li>}
      </ul>
    </details>
  );
}

function Line({ kind, rule }: { kind: 'went' | 'came'; rule: string }) {
  return (
    <li class={`change-${kind}`}>
      <span aria-hidden="true">{kind === 'went' ? '−' : '+'}</span>{' '}
      <span class="unseen">{text(kind === 'went' ? 'options_change_went' : 'options_change_came')}</span> <code dir="auto">{rule}</code>
    </li>
  );
}
