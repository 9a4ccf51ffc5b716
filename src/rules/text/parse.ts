import type { Action } from '../../domain/verdict';
import { FIELD_NAMES, fieldNamed } from '../fields/index';
import { ACTIONS, DEFAULT_ACTION, DEFAULT_LIST, type Condition, type Rule, type StoredRule } from '../rule';
import { parseFront, type ListFront } from './front';
import { parseModifiers, type Modifiers } from './modifiers';
import { ruleId } from './print';
import { quote } from './raw-value';
import { nearest, Unreadable, type ReadError } from './read-error';
import { atComma, atPart, Cursor, scanValue } from './scan';

/** `comment`: what stands behind the rule, from its `#`. */
export type ParsedRule = { ok: true; rule: Rule; comment?: string } | { ok: false; error: ReadError };

/** What a line takes from its surroundings when it does not say so itself. */
export interface LineContext {
  /** Number of the line, for errors. */
  line?: number;
  action?: Action;
  list?: string;
}

/** Longer lines are refused before anything looks at them. */
const LONGEST_LINE = 20_000;

/** Reads one rule, with or without action and comment. Never throws. */
export function parseRule(line: string, context: LineContext = {}): ParsedRule {
  return guarded(context.line ?? 1, () => {
    const cursor = cursorOn(line);
    const action = parseAction(cursor);
    const { when, unless } = parseConditions(cursor);
    const modifiers = parseModifiers(cursor);
    const rule = makeRule(when, unless, { list: context.list ?? DEFAULT_LIST, action: action ?? context.action ?? DEFAULT_ACTION, ...modifiers });
    const comment = line.slice(cursor.at).trim();
    return comment === '' ? { rule } : { rule, comment };
  });
}

/** The conditions of a rule that storage holds, in the order of its identity; null when this version cannot read them. */
export function readConditions(stored: StoredRule): Pick<Rule, 'when' | 'unless'> | null {
  try {
    const cursor = cursorOn(stored.id);
    const conditions = parseConditions(cursor);
    return cursor.done ? conditions : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** The rule that storage holds; not ok when this version cannot read its conditions. Never throws. */
export function fromStored(stored: StoredRule): ParsedRule {
  return guarded(1, () => {
    const cursor = cursorOn(stored.text ?? stored.id);
    const { when, unless } = parseConditions(cursor);
    if (!cursor.done) throw new Unreadable('stray_text', cursor.column, cursor.word);
    const rule = makeRule(when, unless, {
      list: stored.list ?? DEFAULT_LIST,
      action: stored.action ?? DEFAULT_ACTION,
      ...(stored.reason !== undefined && { reason: stored.reason }),
      ...(stored.note !== undefined && { note: stored.note }),
      ...(stored.strict === true && { strict: true as const }),
      ...(stored.off === true && { off: true as const }),
      ...(stored.until !== undefined && { until: stored.until }),
      ...(stored.colour !== undefined && { colour: stored.colour }),
    });
    return { rule };
  });
}

/** A line of a list; each keeps its text, so that printing the texts gives the list back. `behind`: the comment behind the rule, from its `#`. */
export type ListLine =
  | { text: string; rule: Rule; behind?: string }
  | { text: string; error: ReadError }
  | { text: string; comment: string }
  | { text: string; blank: true };

export interface ParsedList {
  front: ListFront;
  lines: ListLine[];
}

/** Reads a whole list. What cannot be read is a line with an error and does nothing; the others work. Never throws. */
export function parseList(text: string): ParsedList {
  const all = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const { front, length, error } = parseFront(all);
  const context: LineContext = front.action === undefined ? {} : { action: front.action };
  const lines = all.slice(length).map((line, index) => parseLine(line, { ...context, line: length + index + 1 }));
  if (error !== undefined) lines[0] = { text: all[0] ?? '', error };
  // A text ends with a line end; that is no blank line.
  const last = lines[lines.length - 1];
  if (last !== undefined && 'blank' in last) lines.pop();
  return { front, lines };
}

function parseLine(text: string, context: LineContext): ListLine {
  const trimmed = text.trim();
  if (trimmed === '') return { text, blank: true };
  if (trimmed.startsWith('#')) return { text, comment: trimmed.slice(1).trim() };
  const parsed = parseRule(text, context);
  if (!parsed.ok) return { text, error: parsed.error };
  const { rule, comment } = parsed;
  return comment === undefined ? { text, rule } : { text, rule, behind: comment };
}

function makeRule(when: Condition[], unless: Condition[], rest: Modifiers & { list: string; action: Action }): Rule {
  const rule = { id: '', when, unless, ...rest };
  rule.id = ruleId(rule);
  return rule;
}

function guarded(line: number, read: () => { rule: Rule; comment?: string }): ParsedRule {
  try {
    return { ok: true, ...read() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { code, column, found, expected, suggestion } = error;
    return { ok: false, error: { code, line, column, found: found.slice(0, 200), expected, ...(suggestion !== undefined && { suggestion }) } };
  }
}

function cursorOn(line: string): Cursor {
  if (line.length > LONGEST_LINE) throw new Unreadable('line_too_long', LONGEST_LINE + 1, line.slice(LONGEST_LINE, LONGEST_LINE + 20));
  const cursor = new Cursor(line, fieldMeant);
  cursor.skipSpace();
  return cursor;
}

/** A name of a field, or a lower-case word that is nearly one. "Star Wars: Rebels" has none. */
function fieldMeant(word: string): string | undefined {
  return fieldNamed(word.toLowerCase())?.name ?? (word === word.toLowerCase() ? nearest(word, FIELD_NAMES) : undefined);
}

function parseAction(cursor: Cursor): Action | null {
  const word = cursor.look(/([A-Za-z][\w-]*)(?=\s|$)(?!\s*[[:\uff1a])/y)?.[1];
  if (word === undefined) return null;
  const action = ACTIONS.find((known) => known === word.toLowerCase());
  if (action === undefined) throw new Unreadable('unknown_action', cursor.column, word, ACTIONS, nearest(word, ACTIONS));
  cursor.at += word.length;
  cursor.skipSpace();
  return action;
}

/** `A: x and B: y unless C: z or D: w`; stops at the first modifier or comment. */
function parseConditions(cursor: Cursor): { when: Condition[]; unless: Condition[] } {
  if (cursor.done || cursor.look(/(?:unless|and|or)\s/y) !== null) throw new Unreadable('no_condition', cursor.column, cursor.word, FIELD_NAMES);
  const when = [parseCondition(cursor)];
  const unless: Condition[] = [];
  for (;;) {
    cursor.skipSpace();
    const column = cursor.column;
    const connector = cursor.take(/(and|or|unless)\s+/y)?.[1];
    if (connector === undefined) return { when, unless };
    if (connector === 'unless' || (connector === 'or' && unless.length > 0)) unless.push(parseCondition(cursor));
    else if (connector === 'or') throw new Unreadable('or_needs_unless', column, connector, ['and', 'unless', ',']);
    else if (unless.length > 0) throw new Unreadable('and_after_unless', column, connector, ['or'], 'or');
    else when.push(parseCondition(cursor));
  }
}

function parseCondition(cursor: Cursor): Condition {
  const column = cursor.column;
  const word = cursor.take(/[^\s:\uff1a[,\uff0c"#]+/y)?.[0] ?? '';
  const field = fieldNamed(word.toLowerCase());
  const positions = parsePositions(cursor, field?.positions ?? false);
  cursor.skipSpace();
  if (field === undefined) throw new Unreadable('unknown_field', column, word === '' ? cursor.word : word, FIELD_NAMES, nearest(word, FIELD_NAMES));
  if (cursor.take(/[:\uff1a]\s*/y) === null) throw new Unreadable('missing_colon', cursor.column, cursor.word, [':']);
  const condition: Condition = { field: field.name, values: [] };
  if (positions !== null) condition.at = positions;
  if (cursor.take(/not\s+(?![,#])(?=\S)/y) !== null) condition.not = true;
  for (;;) {
    cursor.skipSpace();
    const raw = atComma(cursor) || atEmpty(cursor) ? null : scanValue(cursor);
    if (raw === null) {
      const { word } = cursor;
      throw new Unreadable('missing_value', cursor.column, word, field.choices, word.startsWith('#') ? quote(word) : undefined);
    }
    const value = field.read(raw);
    if ('trouble' in value) {
      const place = raw.column + (value.at ?? 0);
      throw new Unreadable(value.trouble, place, raw.written, value.expected ?? field.choices, value.suggestion);
    }
    condition.values.push(value);
    cursor.skipSpace();
    if (cursor.take(/[,\uff0c]/y) === null) break;
  }
  if (!cursor.done && !atPart(cursor)) throw new Unreadable('stray_text', cursor.column, cursor.word, [',', 'and', 'unless']);
  return condition;
}

/** Where a value must stand there is none; `strict` and `off` are values in that place. */
const atEmpty = (cursor: Cursor): boolean => cursor.done || (atPart(cursor) && cursor.look(/(?:strict|off)(?=\s|$)/y) === null);

function parsePositions(cursor: Cursor, allowed: boolean): [number, number] | null {
  const column = cursor.column;
  const found = cursor.take(/\s*\[([^\]]*)\]/y);
  if (found === null) return null;
  if (!allowed) throw new Unreadable('position_not_here', column, found[0].trim());
  const numbers = /^\s*([1-9]\d{0,2})\s*(?:[-\u2013]\s*([1-9]\d{0,2})\s*)?$/.exec(found[1] ?? '');
  const from = Number(numbers?.[1]);
  const to = Number(numbers?.[2] ?? from);
  if (numbers === null || to < from) throw new Unreadable('bad_position', column, found[0].trim(), ['[1]', '[1-3]']);
  return [from, to];
}
