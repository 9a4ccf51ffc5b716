import * as z from 'zod/mini';
import { COLOURS } from '../domain/look';

/** Checks for rules that come from outside: messages, storage, sync, import. Kept apart so that types need no zod. */

const text = z.string().check(z.minLength(1), z.maxLength(2000));

const action = z.enum(['show', 'highlight', 'note', 'fold', 'hide']);
const reveal = z.enum(['full', 'list', 'none']);
export const colourSchema = z.enum(COLOURS);

export const storedRuleSchema = z.object({
  id: z.string(),
  list: z.exactOptional(z.string()),
  action: z.exactOptional(action),
  reason: z.exactOptional(reveal),
  note: z.exactOptional(z.string()),
  strict: z.exactOptional(z.boolean()),
  off: z.exactOptional(z.boolean()),
  until: z.exactOptional(z.string()),
  colour: z.exactOptional(colourSchema),
  text: z.exactOptional(z.string()),
});

export const ruleListSchema = z.object({
  id: text,
  name: z.string(),
  on: z.boolean(),
  subscription: z.exactOptional(z.boolean()),
  allowShow: z.exactOptional(z.boolean()),
  reveal: z.exactOptional(reveal),
  action: z.exactOptional(action),
});
