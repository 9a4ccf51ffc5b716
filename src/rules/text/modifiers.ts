import { COLOURS } from '../../domain/look';
import type { Rule } from '../rule';
import { REVEALS } from '../rule';
import { tidy } from './raw-value';
import { nearest, Unreadable } from './read-error';
import { Cursor, scanQuoted } from './scan';

/** The parts of a rule that are not conditions: they can be edited without making another rule of it. */
export type Modifiers = Partial<Pick<Rule, 'list' | 'reason' | 'note' | 'strict' | 'off' | 'until' | 'colour'>>;

const WORDS = ['strict', 'off', 'reason:', 'note:', 'until:', 'list:', 'colour:'];

/** Reads `strict off reason: none note: "why" until: 2027-01-31 list: "Spoilers"` in any order, up to the end. */
export function parseModifiers(cursor: Cursor): Modifiers {
  const modifiers: Modifiers = {};
  for (;;) {
    cursor.skipSpace();
    if (cursor.done) return modifiers;
    const column = cursor.column;
    const word = cursor.take(/(strict|off)(?=\s|$)|(reason|note|until|list|colour|color)\s*[:\uff1a]\s*/y);
    const name = word?.[2] === 'color' ? 'colour' : (word?.[1] ?? word?.[2]);
    if (word === null || name === undefined) throw new Unreadable('stray_text', column, cursor.word, WORDS, nearest(cursor.word, WORDS));
    if (Object.hasOwn(modifiers, name)) throw new Unreadable('repeated_part', column, word[0].trim());
    if (name === 'strict' || name === 'off') modifiers[name] = true;
    else if (name === 'reason') modifiers.reason = oneOf(REVEALS, cursor);
    else if (name === 'colour') modifiers.colour = oneOf(COLOURS, cursor);
    else if (name === 'until') modifiers.until = parseDay(cursor);
    else if (name === 'note') modifiers.note = parseNote(cursor);
    else modifiers.list = parseText(cursor);
  }
}

function oneOf<Word extends string>(words: readonly Word[], cursor: Cursor): Word {
  const { word, column } = cursor;
  const meant = words.find((known) => known === word.toLowerCase());
  if (meant === undefined) throw new Unreadable(word === '' ? 'missing_value' : 'unknown_value', column, word, words, nearest(word, words));
  cursor.at += word.length;
  return meant;
}

function parseDay(cursor: Cursor): string {
  const { word, column } = cursor;
  if (!isDay(word)) throw new Unreadable(word === '' ? 'missing_value' : 'not_a_date', column, word, ['2027-01-31']);
  cursor.at += word.length;
  return word;
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

function parseText(cursor: Cursor): string {
  const column = cursor.column;
  const text = tidy(/["\u201c\u201d]/.test(cursor.line[cursor.at] ?? '') ? unescapeNote(scanQuoted(cursor)) : (cursor.take(/[^\s#"]+/y)?.[0] ?? ''));
  if (text === '') throw new Unreadable('missing_value', column, cursor.word);
  return text;
}

function parseNote(cursor: Cursor): string {
  const column = cursor.column;
  const text = /["\u201c\u201d]/.test(cursor.line[cursor.at] ?? '') ? unescapeNote(scanQuoted(cursor)) : parseText(cursor);
  if (text === '') throw new Unreadable('missing_value', column, cursor.word);
  return text;
}

/** A note may have line ends and anything else; they are written `\n` and `\\` since a rule is one line. */
export const escapeNote = (note: string): string =>
  note
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

const ESCAPES: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r', '\\u2028': '\u2028', '\\u2029': '\u2029' };

const unescapeNote = (text: string): string => text.replace(/\\(?:[\\nr]|u202[89])/g, (escape) => ESCAPES[escape] ?? escape);
