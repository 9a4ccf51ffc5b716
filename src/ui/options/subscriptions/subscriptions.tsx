import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { useAnswer } from '../../parts/answer';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { AddSubscription } from './add-subscription';
import { SubscriptionCard } from './subscription-card';

const ask = () => send('get-subscriptions', {});

/** Lists that others keep: fetched from their address, read-only, below the reader's own rules. */
export function Subscriptions() {
  const { value: subscriptions, error, again } = useAnswer(ask);
  if (error !== undefined && subscriptions === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (subscriptions === undefined) return null;
  return (
    <>
      <p class="quiet">{text('options_subs_hint')}</p>
      <AddSubscription />
      {subscriptions.length === 0 ? (
        <p class="quiet">{text('options_subs_none')}</p>
      ) : (
        <ul class="stack">
          {subscriptions.map((subscription) => (
            <li key={subscription.choice.id}>
              <SubscriptionCard subscription={subscription} again={again} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
