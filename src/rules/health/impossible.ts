import { DAY } from '../../domain/document';
import { daysBefore, firstDay, lastDay } from '../fields/dates';
import type { Condition, Value } from '../rule';
import { printConditions } from '../text/print';

/** Fields of which a work states one value at most, so that two conditions about it must agree. */
const ONE_VALUE = new Set(['complete', 'language', 'crossover', 'restricted', 'page', 'archive', 'work']);

/** Any day serves to compare ages with each other. */
const SOME_DAY = '2026-01-01';

/** Conditions of one rule that no work can meet together, as text; null when there are none. */
export function findImpossible(when: readonly Condition[]): string[] | null {
  const text = (conditions: readonly Condition[]): string[] => conditions.map((condition) => printConditions({ when: [condition], unless: [] }));
  for (const [index, a] of when.entries()) {
    if (a.not !== true && a.values.every((value) => spanOf(value)?.empty === true)) return text([a]);
    for (const b of when.slice(index + 1)) if (a.field === b.field && exclude(a, b)) return text([a, b]);
  }
  return null;
}

function exclude(a: Condition, b: Condition): boolean {
  if (a.not === true && b.not === true) return false;
  if (a.not === true || b.not === true) {
    const [denied, wanted] = a.not === true ? [a, b] : [b, a];
    const without = new Set(denied.values.map((value) => JSON.stringify(value)));
    return String(a.at) === String(b.at) && wanted.values.every((value) => without.has(JSON.stringify(value)) && value.type !== 'regex');
  }
  if (ONE_VALUE.has(a.field)) return !a.values.some((one) => b.values.some((other) => maybeSame(one, other)));
  const spans = [a, b].map(({ values }) => values.map(spanOf));
  if (spans.flat().includes(null)) return false;
  return !(spans[0] ?? []).some((one) => (spans[1] ?? []).some((other) => one !== null && other !== null && overlap(one, other)));
}

/** The same number is the same work when only one of the two names its archive. */
function maybeSame(one: Value, other: Value): boolean {
  if (one.type !== 'id' || other.type !== 'id') return one.type !== other.type || JSON.stringify(one) === JSON.stringify(other);
  return one.id === other.id && (one.host ?? other.host) === (other.host ?? one.host);
}

/** Numbers or days (as numbers) from one to another, ends included; for ages the time that has passed is turned into a day. */
interface Span {
  from: number;
  to: number;
  empty: boolean;
}

const span = (from: number, to: number): Span => ({ from, to, empty: from > to });
const overlap = (a: Span, b: Span): boolean => Math.max(a.from, b.from) <= Math.min(a.to, b.to);

function spanOf(value: Value): Span | null {
  switch (value.type) {
    case 'number':
      return open(value.op, value.value, value.value, 1e-6, 0);
    case 'range':
      return span(value.from, value.to);
    case 'date':
      return open(value.op, dayNumber(firstDay(value.date)), dayNumber(lastDay(value.date)), 1, -Infinity);
    case 'dates':
      return span(dayNumber(firstDay(value.from)), dayNumber(lastDay(value.to)));
    case 'age': {
      const day = dayNumber(daysBefore(SOME_DAY, value.amount, value.unit));
      const today = dayNumber(SOME_DAY);
      const turned = open(value.op, today - day, today - day, 1, 0);
      // An age and a date cannot be compared without knowing today; such a pair is never called impossible.
      return turned === null ? null : span(turned.from + AGES, turned.to + AGES);
    }
    default:
      return null;
  }
}

/** Ages are kept apart from days of the calendar by living far away from them. */
const AGES = 1e9;

function open(op: string, first: number, last: number, step: number, least: number): Span | null {
  switch (op) {
    case '<':
      return span(least, first - step);
    case '<=':
      return span(least, last);
    case '=':
      return span(first, last);
    case '>=':
      return span(first, Infinity);
    default:
      return span(last + step, Infinity);
  }
}

/** Days since 1970; NaN, which is in no span, for a day that does not exist. */
const dayNumber = (day: string | null): number => Date.parse(`${day}T00:00:00Z`) / DAY;
