import type { Work } from '../../domain/work';
import type { AgeUnit, AgeValue, Comparison, DateRangeValue, DateValue, Value } from '../rule';
import { isDay } from '../text/modifiers';
import { plainText, type RawValue } from '../text/raw-value';
import type { Trouble } from '../text/read-error';
import { defineField, type Field } from './field';

/*
 * Dates that a page states: `>18 months` = longer ago, `<2020-01-01` = before, `2019` = in that year,
 * `2019..2021`. Days compare as texts, since ISO days sort as they follow each other.
 */

const AGE = /^(<=|>=|<|>|=|\u2264|\u2265)?\s*(\d{1,5})\s*(day|week|month|year)s?$/i;
const DATE = /^(<=|>=|<|>|=|\u2264|\u2265)?\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)$/;
const RANGE = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)\s*(?:\.\.|to|\u2013)\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)$/;
const EXAMPLES = ['>18 months', '<2020-01-01', '2019..2021'];

const comparison = (sign: string | undefined): Comparison => (sign === '\u2264' ? '<=' : sign === '\u2265' ? '>=' : ((sign ?? '=') as Comparison));

/** First day of a year, a month or a day; null when there is no such day. */
export function firstDay(date: string): string | null {
  const day = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  return isDay(day) ? day : null;
}

/** Last day of a year, a month or a day that exists. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const last = new Date(`${date}-01T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return last.toISOString().slice(0, 10);
}

function readDate(raw: RawValue): Value | Trouble {
  const text = plainText(raw);
  if (typeof text !== 'string') return text;
  const age = AGE.exec(text);
  if (age !== null) return { type: 'age', op: comparison(age[1]), amount: Number(age[2]), unit: (age[3] ?? 'day').toLowerCase() as AgeUnit } satisfies AgeValue;
  const [, sign, date = ''] = DATE.exec(text) ?? [];
  if (date !== '' && firstDay(date) !== null) return { type: 'date', op: comparison(sign), date } satisfies DateValue;
  const [, from = '', to = ''] = RANGE.exec(text) ?? [];
  if (from === '' || firstDay(from) === null || firstDay(to) === null) return { trouble: 'not_a_date', expected: EXAMPLES };
  if ((firstDay(from) ?? '') > lastDay(to)) return { trouble: 'range_reversed', expected: EXAMPLES, suggestion: `${to}..${from}` };
  return { type: 'dates', from, to } satisfies DateRangeValue;
}

function writeDate(value: Value): string | null {
  const sign = 'op' in value && value.op !== '=' ? value.op : '';
  if (value.type === 'age') return `${sign}${value.amount} ${value.unit}${value.amount === 1 ? '' : 's'}`;
  if (value.type === 'date') return sign + value.date;
  return value.type === 'dates' ? `${value.from}..${value.to}` : null;
}

/** The day that lies so long before another; a month before 31 March is the last of February. */
export function daysBefore(today: string, amount: number, unit: AgeUnit): string {
  const date = new Date(`${today}T00:00:00Z`);
  const day = date.getUTCDate();
  if (unit === 'day') date.setUTCDate(day - amount);
  else if (unit === 'week') date.setUTCDate(day - 7 * amount);
  else {
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() - (unit === 'month' ? amount : 12 * amount));
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  }
  return Number.isFinite(date.getTime()) && date.getUTCFullYear() >= 0 ? date.toISOString().slice(0, 10) : '0000-01-01';
}

/** `first` and `last` are the same day unless the value is a year or a month. */
function compareDays(day: string, op: Comparison, first: string, last: string): boolean {
  switch (op) {
    case '<':
      return day < first;
    case '<=':
      return day <= last;
    case '=':
      return day >= first && day <= last;
    case '>=':
      return day >= first;
    case '>':
      return day > last;
  }
}

/** The longer ago, the earlier. */
const TURNED: Readonly<Record<Comparison, Comparison>> = { '<': '>', '<=': '>=', '=': '=', '>=': '<=', '>': '<' };

function dateField(name: string, stated: (work: Work) => string | null): Field {
  return defineField<string>({
    name,
    kind: 'date',
    read: readDate,
    write: writeDate,
    items({ work }) {
      const day = stated(work)?.slice(0, 10);
      return day === undefined || !isDay(day) ? [] : [day];
    },
    test(value) {
      if (value.type === 'date') return (day) => compareDays(day, value.op, firstDay(value.date) ?? '', lastDay(value.date));
      if (value.type === 'dates') return (day) => day >= (firstDay(value.from) ?? '') && day <= lastDay(value.to);
      if (value.type !== 'age') return null;
      return (day, facts) => {
        const then = daysBefore(facts.today, value.amount, value.unit);
        return compareDays(day, TURNED[value.op], then, then);
      };
    },
    word: (day, _facts, { quote }) => quote(name, day),
    file: () => null,
  });
}

export const dateFields: readonly Field[] = [dateField('updated', (work) => work.updated ?? work.published), dateField('published', (work) => work.published)];
