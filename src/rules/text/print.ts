import { fieldNamed } from '../fields/index';
import type { Style } from '../fields/field';
import { DEFAULT_ACTION, DEFAULT_LIST, type Condition, type Rule, type RuleList, type StoredRule, type Value } from '../rule';
import { escapeNote, isDay } from './modifiers';
import { printFront } from './front';
import { inPlace, type PlacedLine } from './places';

type Conditions = Pick<Rule, 'when' | 'unless'>;

/** A value as text; also for a field that this version does not know, so that nothing is lost. */
function printValue(field: string, value: Value, style: Style): string {
  return fieldNamed(field)?.write(value, style) ?? JSON.stringify(value);
}

function printCondition(condition: Condition, values: string[]): string {
  const at = condition.at === undefined ? '' : condition.at[0] === condition.at[1] ? `[${condition.at[0]}]` : `[${condition.at.join('-')}]`;
  return `${condition.field}${at}: ${condition.not === true ? 'not ' : ''}${values.join(', ')}`;
}

const unique = (texts: string[]): string[] => [...new Set(texts)].sort();

function join(when: string[], unless: string[]): string {
  return when.join(' and ') + (unless.length > 0 ? ` unless ${unless.join(' or ')}` : '');
}

/** The conditions in the reader's order. */
export function printConditions({ when, unless }: Conditions, style: Style = 'plain'): string {
  const print = (conditions: Condition[]): string[] =>
    conditions.map((one) =>
      printCondition(
        one,
        one.values.map((value) => printValue(one.field, value, style)),
      ),
    );
  return join(print(when), print(unless));
}

/**
 * A rule's identity: its conditions with values and conditions sorted and without repeats, every name in quotes.
 * Frozen for ever, since two devices must arrive at the same text in any version.
 */
export function ruleId({ when, unless }: Conditions): string {
  const print = (conditions: Condition[]): string[] =>
    unique(conditions.map((one) => printCondition(one, unique(one.values.map((value) => printValue(one.field, value, 'canonical'))))));
  return join(print(when), print(unless));
}

function printModifiers(rule: Partial<Omit<StoredRule, 'id' | 'text'>>): string {
  let text = '';
  if (rule.strict === true) text += ' strict';
  if (rule.off === true) text += ' off';
  if (rule.reason !== undefined) text += ` reason: ${rule.reason}`;
  if (rule.until !== undefined && isDay(rule.until)) text += ` until: ${rule.until}`;
  if (rule.colour !== undefined) text += ` colour: ${rule.colour}`;
  if (rule.list !== undefined && rule.list !== DEFAULT_LIST) text += ` ${printListName(rule.list)}`;
  if (rule.note !== undefined) text += ` note: "${escapeNote(rule.note)}"`;
  return text;
}

const printListName = (list: string): string => `list: ${/^[\w-]+$/.test(list) ? list : `"${escapeNote(list)}"`}`;

/** One rule as one line. */
export function printRule(rule: Rule): string {
  return `${rule.action} ${printConditions(rule)}${printModifiers(rule)}`;
}

/** What storage holds of a rule: nothing that has its default, and the reader's own order only where it matters. */
export function toStored(rule: Rule): StoredRule {
  const id = ruleId(rule);
  const stored: StoredRule = { id };
  if (rule.list !== DEFAULT_LIST) stored.list = rule.list;
  // Another list may have a default action of its own, so there the action is said always.
  if (rule.action !== DEFAULT_ACTION || rule.list !== DEFAULT_LIST) stored.action = rule.action;
  if (rule.reason !== undefined) stored.reason = rule.reason;
  if (rule.note !== undefined) stored.note = rule.note;
  if (rule.strict === true) stored.strict = true;
  if (rule.off === true) stored.off = true;
  if (rule.until !== undefined) stored.until = rule.until;
  if (rule.colour !== undefined) stored.colour = rule.colour;
  const written = printConditions(rule, 'canonical');
  if (written !== id) stored.text = written;
  return stored;
}

/** A stored rule as one line, also when this version cannot read its conditions. */
export function printStored(stored: StoredRule): string {
  return `${stored.action ?? DEFAULT_ACTION} ${stored.text ?? stored.id}${printModifiers(stored)}`;
}

export interface PrintableList {
  rules: readonly StoredRule[];
  lists?: readonly RuleList[];
  /** Lines that could not be read, as written. */
  lines?: readonly ({ list: string } & PlacedLine)[];
}

/**
 * Rules as the text of a file. With the rules of one list the front matter names it; with those of several each
 * rule names its own.
 */
export function printList({ rules, lists = [], lines = [] }: PrintableList): string {
  const used = new Set([...rules.map((rule) => rule.list ?? DEFAULT_LIST), ...lines.map((line) => line.list)]);
  const [only] = used;
  const named = used.size === 1 ? lists.find((list) => list.id === only) : undefined;
  const front = named === undefined ? '' : printFront({ name: named.name, ...(named.action !== undefined && { action: named.action }), rest: [] });
  const texts = rules.map((rule) => ({
    id: rule.id,
    text: printStored(named === undefined ? rule : { ...rule, list: DEFAULT_LIST, action: rule.action ?? named.action ?? DEFAULT_ACTION }),
  }));
  return [front, ...inPlace(texts, lines).map((text) => `${text}\n`)].join('');
}
