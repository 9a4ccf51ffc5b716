import type { Work } from '../../domain/work';
import type { Comparison, NumberValue, RangeValue, Value } from '../rule';
import { plainText, type RawValue } from '../text/raw-value';
import type { Trouble } from '../text/read-error';
import { defineField, type Field } from './field';

/* Numbers that a page states: `<1000`, `>=5`, `12`, `1000-5000`. */

const COMPARED = /^(<=|>=|<|>|=|\u2264|\u2265)?\s*(\d{1,12}(?:\.\d{1,6})?)\s*(k)?\s*(%)?$/i;
const RANGE = /^(\d{1,12}(?:\.\d{1,6})?)\s*(k)?\s*(?:-|\u2013|\.\.)\s*(\d{1,12}(?:\.\d{1,6})?)\s*(k)?\s*(%)?$/i;
const SIGNS: Readonly<Record<string, Comparison>> = { '\u2264': '<=', '\u2265': '>=' };
const EXAMPLES = ['<1000', '>=5', '1000-5000'];

const amount = (digits: string | undefined, thousands: string | undefined): number => Number(digits) * (thousands === undefined ? 1 : 1000);

function readNumber(raw: RawValue): NumberValue | RangeValue | Trouble {
  const text = plainText(raw);
  if (typeof text !== 'string') return text;
  if (/\d[,\uff0c]\d{3}/.test(text)) return { trouble: 'number_with_comma', expected: EXAMPLES, suggestion: text.replace(/[,\uff0c]/g, '') };
  const compared = COMPARED.exec(text);
  if (compared !== null) {
    const sign = compared[1] ?? '=';
    return { type: 'number', op: Object.hasOwn(SIGNS, sign) ? (SIGNS[sign] ?? '=') : (sign as Comparison), value: amount(compared[2], compared[3]) };
  }
  const range = RANGE.exec(text);
  if (range === null) return { trouble: 'not_a_number', expected: EXAMPLES };
  const to = amount(range[3], range[4]);
  // "1-5k" means from one thousand.
  const from = amount(range[1], range[2] ?? (Number(range[1]) < Number(range[3]) ? range[4] : undefined));
  return from > to ? { trouble: 'range_reversed', expected: EXAMPLES, suggestion: `${to}-${from}` } : { type: 'range', from, to };
}

function writeNumber(value: Value): string | null {
  if (value.type === 'range') return `${decimal(value.from)}-${decimal(value.to)}`;
  return value.type === 'number' ? (value.op === '=' ? '' : value.op) + decimal(value.value) : null;
}

/** Never in exponents, which the reader of numbers does not know. */
const decimal = (value: number): string => value.toFixed(6).replace(/\.?0+$/, '');

export function compare(a: number, op: Comparison, b: number): boolean {
  switch (op) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '=':
      return a === b;
    case '>=':
      return a >= b;
    case '>':
      return a > b;
  }
}

function numberField(name: string, stated: (work: Work) => number | null): Field {
  return defineField<number>({
    name,
    kind: 'number',
    read: readNumber,
    write: writeNumber,
    items({ work }) {
      const value = stated(work);
      return value === null || !Number.isFinite(value) ? [] : [value];
    },
    test(value) {
      if (value.type === 'range') return (item) => item >= value.from && item <= value.to;
      return value.type === 'number' ? (item) => compare(item, value.op, value.value) : null;
    },
    word: (item, _facts, { quote }) => quote(name, item),
    file: () => null,
  });
}

/** Every work has a warning where its archive has warnings and tags at all, so only then is a count of none a statement. */
const count = (work: Work, names: readonly string[]): number | null => (names.length > 0 || work.warnings.length > 0 ? names.length : null);

function tagCount(work: Work): number | null {
  if (work.withheld.includes('freeforms')) return null;
  return count(work, [...work.fandoms, ...work.relationships, ...work.characters, ...work.freeforms, ...work.otherTags]);
}

function perChapter({ words, chapters }: Work): number | null {
  return words === null || chapters === null || chapters.posted === 0 ? null : words / chapters.posted;
}

export const numberFields: readonly Field[] = [
  numberField('words', (work) => work.words),
  numberField('chapters', (work) => work.chapters?.posted ?? null),
  numberField('words-per-chapter', perChapter),
  numberField('fandoms', (work) => (work.fandoms.length === 0 ? null : work.fandoms.length)),
  numberField('relationships', (work) => count(work, work.relationships)),
  numberField('characters', (work) => count(work, work.characters)),
  numberField('tags', tagCount),
  numberField('kudos', (work) => work.kudos),
  numberField('hits', (work) => work.hits),
  numberField('comments', (work) => work.comments),
  numberField('bookmarks', (work) => work.bookmarks),
  // In percent: kudos for a hundred hits.
  numberField('kudos-ratio', (work) => (work.kudos === null || work.hits === null || work.hits === 0 ? null : (100 * work.kudos) / work.hits)),
];
