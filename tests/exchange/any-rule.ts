import fc from 'fast-check';
import type { Condition, Rule, Value } from '../../src/rules/rule';
import { parseRule } from '../../src/rules/text/parse';
import { printRule } from '../../src/rules/text/print';

const text = fc.oneof(
  fc.constantFrom(
    'Fluff',
    'Alpha/Beta/Omega Dynamics',
    'A & B',
    'J. K. Rowling',
    'What If?',
    '"quoted"',
    "Don't",
    'unless tag: x',
    '#1 fan',
    'a, b',
    'reason: none',
    '__proto__',
    '---',
    '日本語',
    'x\\y',
  ),
  fc.string({ minLength: 1, maxLength: 30 }),
);
const name: fc.Arbitrary<Value> = text.map((one) => ({ type: 'name', text: one }));
const creator: fc.Arbitrary<Value> = fc.record({ type: fc.constant('creator' as const), name: text }).map((one) => one);
const regex: fc.Arbitrary<Value> = fc.constantFrom('a+b', '^x\\/y$', '[/]').map((source) => ({ type: 'regex', source }));
const number: fc.Arbitrary<Value> = fc.record({
  type: fc.constant('number' as const),
  op: fc.constantFrom('<' as const, '>' as const, '>=' as const),
  value: fc.nat(1_000_000),
});

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom('tag', 'freeform', 'relationship', 'fandom', 'title', 'summary'),
    values: fc.array(fc.oneof(name, regex), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ field: fc.constant('creator'), values: fc.array(creator, { minLength: 1, maxLength: 2 }) }),
  fc.record({ field: fc.constantFrom('words', 'chapters', 'fandoms'), values: fc.array(number, { minLength: 1, maxLength: 1 }) }),
  fc.record({ field: fc.constant('rating'), values: fc.constant<Value[]>([{ type: 'code', code: 'explicit' }]) }),
  fc.record({ field: fc.constant('language'), not: fc.constant(true as const), values: fc.constant<Value[]>([{ type: 'code', code: 'en' }]) }),
);

/** Any rule that a reader could have: what the text form takes, with the form that it gives it. */
export const anyRule: fc.Arbitrary<Rule> = fc
  .record(
    {
      id: fc.constant(''),
      list: fc.constantFrom('mine', 'spoilers', 'a list with spaces'),
      action: fc.constantFrom('show' as const, 'highlight' as const, 'note' as const, 'fold' as const, 'hide' as const),
      when: fc.array(condition, { minLength: 1, maxLength: 3 }),
      unless: fc.array(condition, { maxLength: 2 }),
      reason: fc.constantFrom('full' as const, 'list' as const, 'none' as const),
      note: fc.string({ minLength: 1, maxLength: 20 }),
      strict: fc.constant(true as const),
      off: fc.constant(true as const),
      until: fc.constant('2027-01-31'),
      colour: fc.constantFrom('teal' as const, 'gold' as const),
    },
    { requiredKeys: ['id', 'list', 'action', 'when', 'unless'] },
  )
  .map((rule) => parseRule(printRule(rule)))
  .filter((parsed) => parsed.ok)
  .map((parsed) => (parsed as { ok: true; rule: Rule }).rule);
