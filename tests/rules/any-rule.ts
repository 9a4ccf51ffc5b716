import fc from 'fast-check';
import type { Work } from '../../src/domain/work';
import { THEMES } from '../../src/rules/themes/theme';
import { aCreator, aWork } from './matching';

/* Lines, rules and works made up at random. */

const ODD_NAMES = [
  'Fluff',
  'A/B',
  'B/A',
  'A & B',
  'Café',
  'Cafe\u0301',
  'Don’t',
  "Don't",
  'X | Y',
  'Omega*',
  '*verse',
  '*',
  'What If?',
  'strict',
  'and',
  'not',
  'unless tag: x',
  '__proto__',
  'constructor',
  '自殺',
  'Vi (LoL)',
  '#tag',
  '/x',
  'a\\',
  '\\*',
  'say "hi"',
  "'Tis",
  '“curly”',
  'ß',
  ' İ ',
  'a - Freeform',
  'synonyms',
  'reason: none',
  '\u200b',
  '1,000',
  ':)',
];

const anyName: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD_NAMES) },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[A-Da-d]{1,3}([/ &|*-][A-Da-d]{1,3}){0,3}$/),
);

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
const quotedName = anyName.filter((name) => name.trim() !== '').map(quoted);
const list = (value: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => values.join(', '));
const oneOf = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

const names = fc.tuple(
  oneOf(
    'tag',
    'fandom',
    'relationship',
    'character',
    'freeform',
    'series',
    'collection',
    'recipient',
    'genre',
    'pairing',
    'bookmark-tag',
    'title',
    'summary',
    'notes',
  ),
  list(fc.oneof(quotedName, oneOf('/a+b?/', '/\\bflu/c', '/[/]/', 'Fluff', '*verse'))),
);
const positions = fc.tuple(oneOf('relationship[1]', 'character[1-3]', 'freeform[2]', 'fandom[1]'), list(quotedName));
const creators = fc.tuple(
  oneOf('creator', 'bookmarker'),
  list(fc.oneof(quotedName, oneOf('anonymous', 'orphaned', 'alice', 'alice (Pseud)', '"a b"#12', 'x#5'))),
);
const closed = fc.oneof(
  fc.tuple(oneOf('rating'), list(oneOf('explicit', 'not-rated', 'teen'))),
  fc.tuple(oneOf('warning'), list(oneOf('cntw', 'Underage', 'major-character-death'))),
  fc.tuple(oneOf('category'), list(oneOf('F/F', 'gen', 'multi'))),
  fc.tuple(oneOf('complete', 'crossover', 'restricted'), oneOf('yes', 'no')),
  fc.tuple(oneOf('language'), list(oneOf('en', 'pt-BR', 'Русский'))),
  fc.tuple(oneOf('kind'), list(oneOf('work', 'series', 'bookmark'))),
  fc.tuple(oneOf('page'), list(oneOf('listing', 'bookmarks'))),
  fc.tuple(oneOf('archive'), oneOf('ao3', 'squidgeworld')),
  fc.tuple(oneOf('theme'), list(fc.constantFrom(...THEMES, 'suicide (present)'))),
  fc.tuple(oneOf('work'), list(oneOf('12', 'https://ao3.org/works/12'))),
);
const numbers = fc.tuple(oneOf('words', 'chapters', 'fandoms', 'tags', 'kudos-ratio'), list(oneOf('<1000', '>=5', '3', '2-40', '1.5k')));
const dates = fc.tuple(oneOf('updated', 'published'), list(oneOf('>18 months', '<2020-01-01', '2019..2021', '2020-05')));

const condition = fc
  .tuple(fc.oneof({ weight: 4, arbitrary: names }, positions, creators, closed, numbers, dates), fc.boolean())
  .map(([[field, values], not]) => `${field}: ${not ? 'not ' : ''}${values}`);

const modifiers = fc
  .record(
    {
      strict: oneOf('strict'),
      off: oneOf('off'),
      reason: oneOf('reason: full', 'reason: none'),
      until: oneOf('until: 2027-01-31', 'until: 2020-02-29'),
      colour: oneOf('colour: blue', 'color: grey'),
      note: anyName.filter((name) => name !== '').map((name) => `note: ${quoted(name.replace(/\s/g, ' '))}`),
    },
    { requiredKeys: [] },
  )
  .map((some) => Object.values(some).join(' '));

/** A line that can be read. */
export const anyRuleLine: fc.Arbitrary<string> = fc
  .tuple(
    oneOf('fold', 'hide', 'show', 'note', 'highlight', ''),
    fc.array(condition, { minLength: 1, maxLength: 3 }),
    fc.array(condition, { maxLength: 2 }),
    modifiers,
  )
  .map(([action, when, unless, rest]) => `${action} ${when.join(' and ')}${unless.length > 0 ? ` unless ${unless.join(' or ')}` : ''} ${rest}`.trim());

/** Text that looks like rules here and there. */
export const anyLine: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'tag',
          ':',
          '"',
          ',',
          ' ',
          'and',
          'unless',
          'or',
          'not',
          'strict',
          '/',
          '\\',
          '*',
          '(',
          ')',
          '[1]',
          '#',
          'words',
          '<',
          '1',
          'reason:',
          'note:',
          '---',
          '“',
          "'",
          'fold',
          '\n',
        ),
        anyName,
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(' ')),
  anyRuleLine.chain((line) => fc.nat({ max: line.length }).map((at) => line.slice(0, at) + line.slice(at + 1))),
);

const someNames = fc.array(anyName, { maxLength: 4 });

export const anyWork: fc.Arbitrary<Work> = fc
  .record(
    {
      kind: fc.constantFrom('work', 'gift', 'reading', 'bookmark', 'series', 'external', 'mystery', 'deleted'),
      subject: fc.constantFrom('work', 'series', 'external', null),
      id: fc.constantFrom('12', '7', null),
      title: fc.option(anyName),
      summary: fc.option(anyName),
      creators: fc.array(
        anyName.map((name) => aCreator(name === 'Fluff' ? null : name, name)),
        { maxLength: 2 },
      ),
      anonymous: fc.boolean(),
      fandoms: someNames,
      relationships: someNames,
      characters: someNames,
      freeforms: someNames,
      recipients: someNames,
      collections: someNames,
      genres: someNames,
      ratings: fc.subarray(['explicit', 'teen', 'not-rated'] as const).map((some) => [...some]),
      warnings: fc.subarray(['cntw', 'underage', 'death', 'none'] as const).map((some) => [...some]),
      categories: fc.subarray(['ff', 'gen', 'multi'] as const).map((some) => [...some]),
      complete: fc.option(fc.boolean()),
      language: fc.constantFrom('en', 'ptBR', null),
      words: fc.option(fc.nat(5000)),
      chapters: fc.option(fc.record({ posted: fc.nat(30), planned: fc.constant(null) })),
      series: fc.array(
        anyName.map((title) => ({ id: '7', title, position: 1 })),
        { maxLength: 2 },
      ),
      updated: fc.constantFrom('2019-05-05', '2026-11-20', null),
      own: fc.boolean(),
    } satisfies Partial<Record<keyof Work, fc.Arbitrary<unknown>>>,
    { requiredKeys: [] },
  )
  .map((stated) => aWork(stated as Partial<Work>));
