export { addressFault, newSubscription, permissionFor, type AddressFault } from './address';
export { differenceOf, type ListDifference } from './difference';
export { fetchList, TIMEOUT, type Fetched, type Request } from './fetch-list';
export { refresh, takeOver, type Refreshed, type RefreshDeps } from './refresh';
export { dueOf, nextDue, statusOf, type SubscriptionStatus } from './schedule';
export { readSubscribed, ruleListOf, rulesOf, type SubscribedList } from './subscribed-list';
export {
  choiceSchema,
  newState,
  stateSchema,
  TROUBLE_CODES,
  type SubscriptionChoice,
  type SubscriptionState,
  type Trouble,
  type TroubleCode,
} from './subscription';
export { isSubscriptionSetting, readChoices, settingOf } from './choices';
export type { LastUpdate } from './kept';
export { SubscriptionError, Subscriptions, type Shelf, type SubscriptionsDeps } from './subscriptions';
export type { ListFacts, SubscriptionPreview, SubscriptionView } from './view';
