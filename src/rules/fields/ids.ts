import type { Work } from '../../domain/work';
import { hostOf, seriesAddress, seriesNamed, workAddress, workNamed, type Numbered as Named } from '../../domain/work-address';
import type { Name } from '../match/names';
import type { IdValue, Value } from '../rule';
import { plainText, type RawValue } from '../text/raw-value';
import type { Trouble } from '../text/read-error';
import { defineField, WEIGHT, type Field, type Filing } from './field';
import { fileNameValue, readNameValue, testNameValue, writeNameValue } from './names';

/* Things that have a number on their archive: works, and series, which have a title too. */

/** Key under which the rules about one work or series are filed. */
const idKey = (of: 'work' | 'series', id: string): string => `\u0007${of}:${id}`;

const asValue = (named: Named | null): IdValue | null => named && { type: 'id', ...named };

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

function readWork(raw: RawValue): Value | Trouble {
  const text = plainText(raw);
  if (typeof text !== 'string') return text;
  if (/^\d{1,15}$/.test(text)) return { type: 'id', id: withoutZeros(text) };
  return asValue(workNamed(text)) ?? { trouble: 'not_a_work', expected: ['12345', 'https://archiveofourown.org/works/12345'] };
}

function readSeries(raw: RawValue): Value | Trouble {
  const text = plainText(raw);
  return (typeof text === 'string' ? asValue(seriesNamed(text)) : null) ?? readNameValue(raw, false);
}

const writeId =
  (addressOf: (host: string, id: string) => string) =>
  (value: Value): string | null =>
    value.type !== 'id' ? null : value.host === undefined ? value.id : addressOf(value.host, value.id);

interface Numbered {
  id: string;
  url: string | null;
  title: string;
}

function isThis(value: IdValue, item: Numbered): boolean {
  if (item.id !== value.id) return false;
  const host = value.host === undefined ? null : hostOf(item.url ?? '');
  return host === null || host === value.host;
}

const fileId =
  (of: 'work' | 'series') =>
  (value: IdValue): Filing[][] => [[{ drawer: 'keys', text: idKey(of, value.id), weight: WEIGHT.id }]];

/** The work that an item is or is about. */
const workOf = (work: Work): Numbered[] =>
  work.id === null || work.subject === 'series' || work.kind === 'series' ? [] : [{ id: work.id, url: work.url, title: work.title ?? work.id }];

const workField = defineField<Numbered>({
  name: 'work',
  kind: 'id',
  read: readWork,
  write: writeId(workAddress),
  items: ({ work }) => workOf(work),
  test: (value) => (value.type === 'id' ? (item) => isThis(value, item) : null),
  word: (item) => item.title,
  file: (value) => (value.type === 'id' ? fileId('work')(value) : null),
});

/** The series that an item is or belongs to. */
function seriesOf(work: Work): Numbered[] {
  const own = (work.subject === 'series' || work.kind === 'series') && work.id !== null ? [{ id: work.id, url: work.url, title: work.title ?? work.id }] : [];
  return [...own, ...work.series.map(({ id, title }) => ({ id, url: work.url, title }))];
}

const writeSeries = writeId(seriesAddress);

type SeriesItem = { name: Name } | { numbered: Numbered };

const seriesField = defineField<SeriesItem>({
  name: 'series',
  kind: 'name',
  wildcards: true,
  regexes: true,
  read: readSeries,
  write: (value, style) => writeSeries(value) ?? writeNameValue(value, style),
  items: (facts) => [...facts.namesOf('series').map((name) => ({ name })), ...seriesOf(facts.work).map((numbered) => ({ numbered }))],
  test(value, tools) {
    if (value.type === 'id') return (item) => 'numbered' in item && isThis(value, item.numbered);
    const test = testNameValue(value, tools);
    return test === null ? null : (item, facts) => 'name' in item && test(item.name, facts);
  },
  word: (item) => ('name' in item ? item.name.text : item.numbered.title),
  file: (value, tools) => (value.type === 'id' ? fileId('series')(value) : fileNameValue(value, tools, 'none')),
});

export const idFields: readonly Field[] = [workField, seriesField];

export const idKeysOf = (work: Work): string[] => [...workOf(work).map(({ id }) => idKey('work', id)), ...seriesOf(work).map(({ id }) => idKey('series', id))];
