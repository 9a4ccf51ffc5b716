import * as z from 'zod/mini';
import type { Action, Reveal } from '../../domain/verdict';

/*
 * A subscription in two parts. What the reader chose travels between the reader's devices; what was fetched, and
 * when, is each device's own. Both are plain JSON.
 */

/** Why a list could not be fetched or taken. */
export const TROUBLE_CODES = [
  'offline',
  'timeout',
  'cut_off',
  'http',
  'busy',
  'redirect',
  'html',
  'too_large',
  'not_text',
  'not_a_list',
  'too_many_rules',
] as const;
export type TroubleCode = (typeof TROUBLE_CODES)[number];

export interface Trouble {
  code: TroubleCode;
  /** The status, the host, the size: whatever says more. */
  detail: string;
}

/** What the reader chose. */
export interface SubscriptionChoice {
  /** Also the id of its list. */
  id: string;
  /** As typed; it is all that the list's server is told. */
  address: string;
  /** The reader's own name for it; else the list's. */
  name?: string;
  on: boolean;
  /** Does this instead of what the list says, except where the list shows. */
  action?: Exclude<Action, 'show'>;
  /** Tells no more than this, whatever the list says. */
  reveal?: Reveal;
  /** The list may show what other rules fold. */
  allowShow?: true;
}

/** What this device knows of the list. */
export interface SubscriptionState {
  /** The list as last fetched; absent before the first success. */
  text?: string;
  etag?: string;
  modified?: string;
  /** When it was last known to be today's, in ms since 1970. */
  fresh?: number;
  /** When it is looked at next. */
  next: number;
  /** Failures since the last success. */
  failures: number;
  trouble?: Trouble;
}

export const choiceSchema = z.object({
  id: z.string().check(z.regex(/^sub-[0-9a-z]{1,20}$/)),
  address: z.string().check(z.maxLength(2000)),
  name: z.exactOptional(z.string().check(z.maxLength(200))),
  on: z.boolean(),
  action: z.exactOptional(z.enum(['highlight', 'note', 'fold', 'hide'])),
  reveal: z.exactOptional(z.enum(['full', 'list', 'none'])),
  allowShow: z.exactOptional(z.literal(true)),
});

export const stateSchema = z.object({
  text: z.exactOptional(z.string()),
  etag: z.exactOptional(z.string()),
  modified: z.exactOptional(z.string()),
  fresh: z.exactOptional(z.number()),
  next: z.number(),
  failures: z.int().check(z.nonnegative()),
  trouble: z.exactOptional(z.object({ code: z.enum(TROUBLE_CODES), detail: z.string() })),
});

/** Nothing fetched yet; due at once. */
export const newState = (): SubscriptionState => ({ next: 0, failures: 0 });
