import { SubscriptionError } from '../../src/exchange/subscriptions/index';
import { answerMessages, Refusal, type Handlers } from '../../src/messages/answer';
import { StoreError, type Store } from '../../src/storage/index';
import { SyncError } from '../../src/sync/index';
import { isArchive } from './archive-pages';

type Handler = (body: never, sender: never) => unknown;

/** What a room refuses, with a code that the reader can be told in words; any other error as it is. */
function refusalOf(error: unknown): unknown {
  if (error instanceof StoreError) return new Refusal(error.code);
  if (error instanceof SyncError) return new Refusal(`sync-${error.code}`, error.detail);
  if (error instanceof SubscriptionError) return new Refusal(`${error.kind}-${error.code}`, error.detail);
  return error;
}

const refusing =
  (handler: Handler): Handler =>
  async (body, sender) => {
    try {
      return await handler(body, sender);
    } catch (error) {
      throw refusalOf(error);
    }
  };

/** Handlers that refuse, with its code, what a room of theirs refuses. */
export const withRefusals = <Some extends Partial<Handlers>>(handlers: Some): Some =>
  Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, refusing(handler as Handler)])) as Some;

/** Answers the pages of archives, works that were saved from them to disk, and our own pages. */
export function answerPages(store: Store, handlers: Handlers): void {
  answerMessages(withRefusals(handlers), (url) => url.protocol === 'file:' || isArchive(store, url));
}
