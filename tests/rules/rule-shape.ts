import * as z from 'zod/mini';
import { colourSchema } from '../../src/rules/rule-schema';

/* The shape that types promise of a rule that was read from text, checked at run time. */

const text = z.string().check(z.minLength(1), z.maxLength(2000));
const comparison = z.enum(['<', '<=', '=', '>=', '>']);
const yes = z.literal(true);
const finite = z.number().check(z.nonnegative());
const partialDate = z.string().check(z.regex(/^\d{4}(-\d\d(-\d\d)?)?$/));
const fullDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const action = z.enum(['show', 'highlight', 'note', 'fold', 'hide']);
const reveal = z.enum(['full', 'list', 'none']);

const valueSchema = z.discriminatedUnion('type', [
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

const conditionSchema = z.object({
  field: text,
  at: z.exactOptional(z.tuple([z.int().check(z.positive()), z.int().check(z.positive())])),
  not: z.exactOptional(yes),
  values: z.array(valueSchema).check(z.minLength(1)),
});

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
