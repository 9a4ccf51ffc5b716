import { CATEGORIES, codeOf, nameOf, RATINGS, WARNINGS, type Term } from '../../domain/vocabulary';
import { PAGE_KINDS, type ItemKind, type Work } from '../../domain/work';
import type { Facts } from '../facts';
import { plainText, type RawValue } from '../text/raw-value';
import { nearest, type Trouble } from '../text/read-error';
import type { CodeValue } from '../rule';
import { defineField, WEIGHT, type Field, type FieldKind, type Spec } from './field';
import { languageCode, languageCodes, languageSpellings } from './languages';

/* Fields with a closed list of values, stored as codes: a name that an archive changes is still the same value. */

/** Key of the index under which a work with this value finds the rules about it. */
const codeKey = (field: string, code: string): string => `\u0005${field}:${code}`;

interface Choice {
  /** Code by what a reader typed. */
  codeOf(typed: string): string | undefined;
  /** The word that is printed, by code. */
  wordOf(code: string): string;
  words: readonly string[];
  /** What else can be typed, to suggest from. */
  spellings?: readonly string[];
}

function fromTerms(terms: readonly Term<string>[]): Choice {
  return {
    codeOf: (typed) => codeOf(terms, typed),
    wordOf: (code) => terms.find((term) => term.code === code)?.word ?? code,
    words: terms.map((term) => term.word),
  };
}

function fromWords(words: readonly string[], others: Readonly<Record<string, string>> = {}): Choice {
  const known = new Map([...words.map((word) => [word, word] as const), ...Object.entries(others)]);
  return { codeOf: (typed) => known.get(typed.toLowerCase()), wordOf: (code) => code, words };
}

function closedField({ name, choice, stated, word, kind = 'choice' }: Closed): Field {
  return defineField<string>({
    name,
    kind,
    choices: choice.words,
    read(raw: RawValue): CodeValue | Trouble {
      const text = plainText(raw);
      if (typeof text !== 'string') return text;
      const code = choice.codeOf(text);
      if (code !== undefined) return { type: 'code', code };
      const suggestion = nearest(text, choice.spellings ?? choice.words);
      return { trouble: 'unknown_value', expected: choice.words, ...(suggestion !== undefined && { suggestion }) };
    },
    write: (value) => (value.type === 'code' ? choice.wordOf(value.code) : null),
    items: stated,
    test: (value) => (value.type === 'code' ? (item) => item === value.code : null),
    word: word ?? ((code, _facts, { quote }) => quote(name, code)),
    file: (value) => (value.type === 'code' ? [[{ drawer: 'keys', text: codeKey(name, value.code), weight: WEIGHT.code }]] : null),
  });
}

const YES_NO = fromWords(['yes', 'no'], { true: 'yes', false: 'no' });
const COMPLETE = fromWords(['yes', 'no'], { true: 'yes', false: 'no', complete: 'yes', wip: 'no', 'in progress': 'no', ongoing: 'no' });
const KINDS = fromWords(['work', 'series', 'bookmark', 'external']);

const named =
  (terms: readonly Term<string>[]): Spec<string>['word'] =>
  (code) =>
    nameOf(terms, code) ?? code;

const yesNo = (value: boolean | null): string[] => (value === null ? [] : [value ? 'yes' : 'no']);

const BOOKMARKS: readonly ItemKind[] = ['bookmark', 'bookmarkable', 'short-bookmark'];

/** Everything that an item is: a bookmark of a series is both. */
function kindsOf(work: Work): string[] {
  const kinds = BOOKMARKS.includes(work.kind) ? ['bookmark'] : [];
  if (work.subject !== null) kinds.push(work.subject);
  else if (work.kind === 'work' || work.kind === 'gift' || work.kind === 'reading') kinds.push('work');
  else if (work.kind === 'series' || work.kind === 'external') kinds.push(work.kind);
  return [...new Set(kinds)];
}

/** Whether the page states anything about the thing itself; not so for deleted and unrevealed works. */
const isStated = (work: Work): boolean => work.kind !== 'deleted' && work.kind !== 'mystery';

const LANGUAGES: Choice = { codeOf: languageCode, wordOf: (code) => code, words: languageCodes, spellings: languageSpellings };

/** Old markup has only the name of the language. */
function languagesOf(work: Work): string[] {
  const text = work.language ?? work.languageName;
  return text === null || text.trim() === '' ? [] : [languageCode(text) ?? text];
}

/** One closed field: its words, what a work states of it, and how that is quoted. */
interface Closed {
  name: string;
  choice: Choice;
  stated(facts: Facts): readonly string[];
  word?: Spec<string>['word'];
  kind?: FieldKind;
}

/** Archives are known by their ids, which the list of archives gives. */
const ARCHIVES: Choice = { codeOf: (typed) => (/^[\w.-]+$/.test(typed) ? typed.toLowerCase() : undefined), wordOf: (code) => code, words: [] };

const CLOSED: readonly Closed[] = [
  { name: 'rating', choice: fromTerms(RATINGS), stated: ({ work }) => work.ratings, word: named(RATINGS) },
  { name: 'warning', choice: fromTerms(WARNINGS), stated: ({ work }) => work.warnings, word: named(WARNINGS) },
  { name: 'category', choice: fromTerms(CATEGORIES), stated: ({ work }) => work.categories, word: named(CATEGORIES) },
  { name: 'complete', choice: COMPLETE, stated: ({ work }) => yesNo(work.complete) },
  { name: 'language', choice: LANGUAGES, stated: ({ work }) => languagesOf(work), word: (code, { work }) => work.languageName ?? code, kind: 'language' },
  { name: 'crossover', choice: YES_NO, stated: ({ work }) => yesNo(work.fandoms.length === 0 ? null : work.fandoms.length > 1) },
  { name: 'restricted', choice: YES_NO, stated: ({ work }) => yesNo(isStated(work) ? work.restricted : null) },
  { name: 'kind', choice: KINDS, stated: ({ work }) => kindsOf(work) },
  { name: 'page', choice: fromWords(PAGE_KINDS), stated: ({ context }) => (context.page === null ? [] : [context.page]) },
  { name: 'archive', choice: ARCHIVES, stated: ({ context }) => (context.archive === '' ? [] : [context.archive]) },
];

export const closedFields: readonly Field[] = CLOSED.map(closedField);

/** Keys under which the rules about a work's closed fields are filed. */
export const codeKeysOf = (facts: Facts): string[] => CLOSED.flatMap(({ name, stated }) => stated(facts).map((code) => codeKey(name, code)));
