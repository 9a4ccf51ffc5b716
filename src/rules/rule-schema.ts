import * as z from 'zod/mini';
import { COLOURS } from '../domain/look';

/** Checks for rules that come from outside: messages, storage, sync, import. Kept apart so that types need no zod. */

const text = z.string().check(z.minLength(1), z.maxLength(2000));
const comparison = z.enum(['<', '<=', '=', '>=', '>']);
const yes = z.literal(true);
const finite = z.number().check(z.nonnegative());
const partialDate = z.string().check(z.regex(/^\d{4}(-\d\d(-\d\d)?)?$/));
const fullDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

export const valueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('name'), text, synonyms: z.exactOptional(yes) }),
  z.object({ type: z.literal('regex'), source: text, caseSensitive: z.exactOptional(yes) }),
  z.object({ type: z.literal('creator'), name: text, pseud: z.exactOptional(text), id: z.exactOptional(text) }),
  z.object({ type: z.literal('code'), code: text }),
  z.object({ type: z.literal('theme'), theme: text, level: z.exactOptional(z.literal('present')) }),
  z.object({ type: z.literal('number'), op: comparison, value: finite }),
  z.object({ type: z.literal('range'), from: finite, to: finite }),
  z.object({ type: z.literal('date'), op: comparison, date: partialDate }),
  z.object({ type: z.literal('dates'), from: partialDate, to: partialDate }),
  z.object({ type: z.literal('age'), op: comparison, amount: finite, unit: z.enum(['day', 'week', 'month', 'year']) }),
  z.object({ type: z.literal('id'), id: text, host: z.exactOptional(text) }),
]);

export const conditionSchema = z.object({
  field: text,
  at: z.exactOptional(z.tuple([z.int().check(z.positive()), z.int().check(z.positive())])),
  not: z.exactOptional(yes),
  values: z.array(valueSchema).check(z.minLength(1)),
});

const action = z.enum(['show', 'highlight', 'note', 'fold', 'hide']);
const reveal = z.enum(['full', 'list', 'none']);
export const colourSchema = z.enum(COLOURS);

export const ruleSchema = z.object({
  id: z.string(),
  list: text,
  action,
  when: z.array(conditionSchema).check(z.minLength(1)),
  unless: z.array(conditionSchema),
  reason: z.exactOptional(reveal),
  note: z.exactOptional(z.string()),
  strict: z.exactOptional(yes),
  off: z.exactOptional(yes),
  until: z.exactOptional(fullDate),
  colour: z.exactOptional(colourSchema),
});

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
