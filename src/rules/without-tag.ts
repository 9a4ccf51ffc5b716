import { emptyWork } from '../domain/work';
import { Facts } from './facts';
import { fieldNamed } from './fields/index';
import type { Tools } from './fields/field';
import { newBudget } from './judge';
import type { Condition, Rule, Value } from './rule';
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
 * out where the rule names it, and becomes an exception where something else in the rule matches it.
 */
export function withoutTag(rule: Rule, tag: string, tools: Tools): Rule | null {
  const [named] = showingTag(tag)?.when[0]?.values ?? [];
  const isTag = (value: Value): boolean => value.type === 'name' && named?.type === 'name' && value.text.toLowerCase() === named.text.toLowerCase();
  const when = rule.when.map((one) => (one.not === true ? one : { ...one, values: one.values.filter((value) => !isTag(value)) }));
  const isNamed = when.some((one, index) => one.values.length < (rule.when[index]?.values.length ?? 0));
  if (isNamed && when.some(({ values }) => values.length === 0)) return null;
  const isExcepted = named !== undefined && (!isNamed || when.some((one) => matchesTag(one, tag, tools)));
  const unless = isExcepted ? [...rule.unless, { field: 'tag', values: [named] }] : rule.unless;
  return { ...rule, id: ruleId({ when, unless }), when, unless };
}

/** Whether a tag meets a condition by itself, of whatever kind it is. */
function matchesTag({ at: _, ...condition }: Condition, tag: string, tools: Tools): boolean {
  if (condition.not === true) return false;
  const work = { ...emptyWork('work'), fandoms: [tag], relationships: [tag], characters: [tag], freeforms: [tag], otherTags: [tag] };
  const facts = new Facts(work, { page: null, archive: '', now: 0 }, newBudget(), () => []);
  return fieldNamed(condition.field)?.compile(condition, tools)(facts)?.includes(tag) === true;
}
