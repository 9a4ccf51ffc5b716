import { answerMessages, Refusal, type Handlers } from '../../src/messages/answer';
import { StoreError, type Store } from '../../src/storage/index';
import { isArchive } from './added-sites';

type Handler = (body: never, sender: never) => unknown;

/** The handler; when it meets a store that refuses, the reader is told why. */
const refusing =
  (handler: Handler): Handler =>
  async (body, sender) => {
    try {
      return await handler(body, sender);
    } catch (error) {
      throw error instanceof StoreError ? new Refusal(error.code) : error;
    }
  };

/** Answers the pages of archives, works that were saved from them to disk, and our own pages. */
export function answerPages(store: Store, handlers: Handlers): void {
  const told = Object.entries(handlers).map(([name, handler]) => [name, refusing(handler as Handler)]);
  answerMessages(Object.fromEntries(told) as Handlers, (url) => url.protocol === 'file:' || isArchive(store, url));
}
