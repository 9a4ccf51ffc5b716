import { addressFault } from './address';
import { choiceSchema, type SubscriptionChoice } from './subscription';

const SETTING = 'subscription:';

/** Each choice is a setting of its own, so that two devices can subscribe to different lists and both are heard. */
export const settingOf = (id: string): string => SETTING + id;

/** Whether a change of this setting is one of a subscription. */
export const isSubscriptionSetting = (name: string): boolean => name.startsWith(SETTING);

/** The subscriptions among the reader's settings. What cannot be read, or would be fetched from no proper address, is left alone. */
export function readChoices(settings: Iterable<readonly [name: string, value: unknown]>): SubscriptionChoice[] {
  return [...settings].flatMap(([name, value]) => {
    const choice = isSubscriptionSetting(name) ? choiceSchema.safeParse(value).data : undefined;
    return choice !== undefined && name === settingOf(choice.id) && addressFault(choice.address) === null ? [choice] : [];
  });
}
