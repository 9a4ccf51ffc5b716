import type { Rule, Value } from './rule';
import { parseRule } from './text/parse';
import { ruleId } from './text/print';
import { nameAsValue } from './text/raw-value';

/** The rule that shows works with a tag; null for what is none, or is too long to be named. */
export function showingTag(tag: string): Rule | null {
  const read = parseRule(`show tag: ${nameAsValue(tag)}`);
  return read.ok ? read.rule : null;
}

/**
 * The rule as it no longer acts on works because of a tag, and null where that leaves nothing of it: the tag is taken
 * out where the rule names it, and becomes an exception where a pattern matches it.
 */
export function withoutTag(rule: Rule, tag: string): Rule | null {
  const [named] = showingTag(tag)?.when[0]?.values ?? [];
  const isTag = (value: Value): boolean => value.type === 'name' && named?.type === 'name' && value.text.toLowerCase() === named.text.toLowerCase();
  const left = rule.when.map((one) => (one.not === true ? one : { ...one, values: one.values.filter((value) => !isTag(value)) }));
  const isNamed = left.some((one, index) => one.values.length < (rule.when[index]?.values.length ?? 0));
  if (isNamed && left.some((one) => one.values.length === 0)) return null;
  const when = isNamed ? left : rule.when;
  const unless = isNamed || named === undefined ? rule.unless : [...rule.unless, { field: 'tag', values: [named] }];
  return { ...rule, id: ruleId({ when, unless }), when, unless };
}
