import { permissionFor, readChoices, settingOf, type SubscriptionChoice, type Subscriptions } from '../../src/exchange/subscriptions/index';
import { Refusal } from '../../src/messages/answer';
import type { SubscriptionAnswer } from '../../src/messages/exchange-table';
import type { RequestBody } from '../../src/messages/table';
import type { Store } from '../../src/storage/index';
import { scheduleSubscriptions } from './fetching';
import { isPermitted } from './permissions';

/** Lists that are fetched from addresses. @param changed is called when a list is another */
export function subscriptionHandlers(store: Store, subscriptions: Subscriptions, changed: () => Promise<void>) {
  const put = (id: string, choice: SubscriptionChoice | null) =>
    store.edit([{ op: 'set', name: settingOf(id), value: choice === null ? null : { ...choice } }]);
  const answer = async (): Promise<SubscriptionAnswer[]> =>
    Promise.all(
      (await subscriptions.view()).map(async (view) => ({
        ...view,
        permitted: await isPermitted([permissionFor(view.choice.address)]),
      })),
    );
  const choiceOf = async (id: string): Promise<SubscriptionChoice> => {
    const choice = readChoices((await store.load()).settings).find((one) => one.id === id);
    if (choice === undefined) throw new Refusal('gone');
    return choice;
  };
  return {
    'get-subscriptions': answer,
    'preview-subscription': ({ address }: RequestBody<'preview-subscription'>) => subscriptions.preview(address),
    subscribe: async ({ address }: RequestBody<'subscribe'>) => {
      const choice = await subscriptions.take(address);
      return put(choice.id, choice);
    },
    'change-subscription': async ({ id, name, on, action, reveal, allowShow }: RequestBody<'change-subscription'>) => {
      const { address } = await choiceOf(id);
      return put(id, {
        id,
        address,
        on,
        ...(name !== '' && { name }),
        ...(action !== null && { action }),
        ...(reveal !== null && { reveal }),
        ...(allowShow && { allowShow }),
      });
    },
    unsubscribe: async ({ id }: RequestBody<'unsubscribe'>) => put((await choiceOf(id)).id, null),
    'refresh-subscription': async ({ id }: RequestBody<'refresh-subscription'>) => {
      if (await subscriptions.refresh(id)) await changed();
      await scheduleSubscriptions(subscriptions);
      return answer();
    },
  };
}
