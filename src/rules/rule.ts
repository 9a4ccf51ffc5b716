import type { Colour } from '../domain/look';
import type { Action, Reveal } from '../domain/verdict';

/** How a number is compared with what the page states. */
export type Comparison = '<' | '<=' | '=' | '>=' | '>';

/** `=` is written without a sign. `>` on an age means "longer ago". */
export type AgeUnit = 'day' | 'week' | 'month' | 'year';

/** Names and words: `*` stands for any run of characters, `\*` for a star, `\\` for a backslash. */
export interface NameValue {
  type: 'name';
  text: string;
  /** Also whatever the archive lists as the same tag, and its sub-tags. */
  synonyms?: true;
}

/** Matches anywhere in the name as the page spells it; without regard to case unless `caseSensitive`. */
export interface RegexValue {
  type: 'regex';
  source: string;
  caseSensitive?: true;
}

/** An account. With a number, the number decides wherever the page states numbers. */
export interface CreatorValue {
  type: 'creator';
  /** Login, or the name shown where there is no login; `*` as in names. */
  name: string;
  /** Only under this pseud. */
  pseud?: string;
  /** The account's number on the archive. */
  id?: string;
}

/** A member of a closed list: a rating, `yes`, `anonymous`, an archive, a language. */
export interface CodeValue {
  type: 'code';
  code: string;
}

export interface ThemeValue {
  type: 'theme';
  theme: string;
  /** Only where the work says that it happens, not where it is merely mentioned. */
  level?: 'present';
}

export interface NumberValue {
  type: 'number';
  op: Comparison;
  value: number;
}

/** From and to included. */
export interface RangeValue {
  type: 'range';
  from: number;
  to: number;
}

/** A year, a month or a day: `2020`, `2020-05`, `2020-05-31`. `<` is before its first day, `>` after its last. */
export interface DateValue {
  type: 'date';
  op: Comparison;
  date: string;
}

/** First and last day included; each may be a year or a month. */
export interface DateRangeValue {
  type: 'dates';
  from: string;
  to: string;
}

/** Time since a date, in calendar units; `>` = longer ago. */
export interface AgeValue {
  type: 'age';
  op: Comparison;
  amount: number;
  unit: AgeUnit;
}

/** One work (or series) by its number; `host` when the reader gave an address. */
export interface IdValue {
  type: 'id';
  id: string;
  host?: string;
}

export type Value = NameValue | RegexValue | CreatorValue | CodeValue | ThemeValue | NumberValue | RangeValue | DateValue | DateRangeValue | AgeValue | IdValue;

/** Met when any of the values matches; with `not`, when something is stated and none of them matches. */
export interface Condition {
  /** A name from fields/index.ts. */
  field: string;
  /** Only these positions of the tags on the page, counted from 1, both included. */
  at?: [from: number, to: number];
  not?: true;
  values: Value[];
}

/** Acts on a work that meets all of `when` and none of `unless`. */
export interface Rule {
  /** Canonical text of the conditions: `ruleId(rule)`. */
  id: string;
  list: string;
  action: Action;
  when: Condition[];
  unless: Condition[];
  reason?: Reveal;
  /** The reader's own words, shown as the reason. */
  note?: string;
  strict?: true;
  off?: true;
  /** Last day (UTC, `YYYY-MM-DD`) on which the rule acts. */
  until?: string;
  /** Of the frame around what it highlights. */
  colour?: Colour;
}

/**
 * What storage and sync hold of a rule. `id` is its identity for ever: two devices that make the same rule make
 * one. Fields are absent when they have their default (`list` 'mine', `action` 'fold').
 */
export interface StoredRule {
  id: string;
  list?: string;
  action?: Action;
  reason?: Reveal;
  note?: string;
  strict?: boolean;
  off?: boolean;
  until?: string;
  colour?: Colour;
  /** The conditions as the reader wrote them, when that differs from `id`. */
  text?: string;
}

export interface RuleList {
  id: string;
  name: string;
  on: boolean;
  /** Read-only, from an address; below the reader's own rules. */
  subscription?: boolean;
  /** The reader lets this subscription show what others fold. */
  allowShow?: boolean;
  /** For rules that do not say themselves. */
  reveal?: Reveal;
  action?: Action;
}

export const DEFAULT_LIST = 'mine';
export const DEFAULT_ACTION: Action = 'fold';
export const ACTIONS: readonly Action[] = ['show', 'highlight', 'note', 'fold', 'hide'];
export const REVEALS: readonly Reveal[] = ['full', 'list', 'none'];
