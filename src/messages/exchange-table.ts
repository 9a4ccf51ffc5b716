import * as z from 'zod/mini';
import type { SubscriptionPreview, SubscriptionView } from '../exchange/subscriptions/view';
import type { Edited } from './answers';

/* The part of the table (see table.ts) that is about other people's lists: those of other blockers, and subscriptions. */

const id = z.string().check(z.maxLength(100));
const address = z.string().check(z.maxLength(4000));

export const exchangeRequests = {
  'stored-lists': { from: 'own', shape: z.object({}) },
  'get-subscriptions': { from: 'own', shape: z.object({}) },
  'preview-subscription': { from: 'own', shape: z.object({ address }) },
  subscribe: { from: 'own', shape: z.object({ address }) },
  'change-subscription': {
    from: 'own',
    shape: z.object({
      id,
      /** Empty = as the list calls itself; null = as the list says. */
      name: z.string().check(z.maxLength(200)),
      on: z.boolean(),
      action: z.nullable(z.enum(['highlight', 'note', 'fold', 'hide'])),
      reveal: z.nullable(z.enum(['full', 'list', 'none'])),
      allowShow: z.boolean(),
    }),
  },
  unsubscribe: { from: 'own', shape: z.object({ id }) },
  'refresh-subscription': { from: 'own', shape: z.object({ id }) },
} as const;

/** A subscription, and whether the browser lets Foldaway fetch it: on another device the reader has yet to allow that. */
export type SubscriptionAnswer = SubscriptionView & { permitted: boolean };

/** Keys and values of other blockers in a site's localStorage. */
export interface StoredEntries {
  site: string;
  entries: Record<string, string>;
}

/** Lists of other blockers in open pages of archives, one for each site that keeps some. */
export interface StoredLists {
  /** Open pages of archives that answered. */
  pages: number;
  found: StoredEntries[];
}

/** What comes back for each of these requests. */
export interface ExchangeAnswers {
  'stored-lists': StoredLists;
  'get-subscriptions': SubscriptionAnswer[];
  'preview-subscription': SubscriptionPreview;
  subscribe: Edited;
  'change-subscription': Edited;
  unsubscribe: Edited;
  'refresh-subscription': SubscriptionAnswer[];
}
