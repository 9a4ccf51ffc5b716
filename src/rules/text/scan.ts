import type { RawValue } from './raw-value';
import { Unreadable } from './read-error';

/** A place in a line that only moves forward. Columns count from 1. */
export class Cursor {
  at = 0;
  /** Up to here, `strict` and `off` are known to be words of a value. */
  wordsUpTo = 0;

  constructor(
    readonly line: string,
    /** The field that a word is or is nearly, to tell a forgotten `and` from a value with a colon. */
    readonly fieldMeant: (word: string) => string | undefined,
  ) {}

  get column(): number {
    return this.at + 1;
  }

  /** What a sticky pattern finds here, moving past it. */
  take(pattern: RegExp): RegExpExecArray | null {
    const found = this.look(pattern);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  look(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.line);
  }

  skipSpace(): void {
    this.take(/\s*/y);
  }

  /** At the end of what is to be read: nothing more, or a comment. A `#` is a comment at the start and after space. */
  get done(): boolean {
    return this.at >= this.line.length || (this.line[this.at] === '#' && (this.at === 0 || /\s/.test(this.line[this.at - 1] ?? '')));
  }

  /** The same place in the line, to look further ahead. */
  copy(): Cursor {
    const copy = new Cursor(this.line, this.fieldMeant);
    copy.at = this.at;
    return copy;
  }

  /** The word here, for an error message. */
  get word(): string {
    return this.look(/\S+/y)?.[0] ?? '';
  }
}

const FIELD_AHEAD = /([A-Za-z][\w-]*)\s*(?:\[[^\]\s]*\]\s*)?[:\uff1a]/y;
const CONNECTOR = /(?:and|or|unless)\s+[A-Za-z][\w-]*\s*(?:\[[^\]\s]*\]\s*)?[:\uff1a]/y;
const MODIFIER = /(?:reason|note|until|list|colou?r)\s*[:\uff1a]/y;
const FLAG = /(?:strict|off)(?=\s|$)/y;
const SYNONYMS = /synonyms(?=[\s,\uff0c]|$)/y;

/** First letters of and, or, unless, until, reason, note, list, colour, strict, off. */
const PART_LETTERS = 'acourlns';

/** Whether a part of the rule other than a value begins here: `and field:`, `reason:`, `strict`, a comment. */
export function atPart(cursor: Cursor): boolean {
  if (cursor.done) return true;
  if (!PART_LETTERS.includes(cursor.line[cursor.at] ?? '')) return false;
  return atConnectorOrModifier(cursor) || atLastFlags(cursor);
}

/** `strict` in "tag: strict parents" is a word of the value; at the end of the rule it is not. */
function atLastFlags(cursor: Cursor): boolean {
  if (cursor.at < cursor.wordsUpTo) return false;
  const ahead = cursor.copy();
  while (ahead.take(FLAG) !== null) ahead.skipSpace();
  if (ahead.at === cursor.at) return false;
  if (ahead.done || atConnectorOrModifier(ahead)) return true;
  cursor.wordsUpTo = ahead.at;
  return false;
}

const atConnectorOrModifier = (cursor: Cursor): boolean => cursor.look(CONNECTOR) !== null || cursor.look(MODIFIER) !== null;

/** Keyboards for scripts of East Asia type full-width commas and colons. */
export const atComma = ({ line, at }: Cursor): boolean => line[at] === ',' || line[at] === '\uff0c';

function atSynonyms(cursor: Cursor): boolean {
  const found = cursor.look(SYNONYMS);
  if (found === null) return false;
  const ahead = cursor.copy();
  ahead.take(SYNONYMS);
  ahead.skipSpace();
  return atComma(ahead) || atPart(ahead);
}

/** One value of a condition, up to the comma or the next part of the rule. */
export function scanValue(cursor: Cursor): RawValue {
  cursor.skipSpace();
  const start = cursor.at;
  const raw: RawValue = { quoted: null, bare: '', regex: null, synonyms: false, written: '', column: start + 1 };
  if (/["\u201c\u201d\u201e\u201f]/.test(cursor.line[cursor.at] ?? '')) raw.quoted = scanQuoted(cursor);
  else if (cursor.line[cursor.at] === '/') raw.regex = scanRegex(cursor);
  raw.bare = scanBare(cursor, raw);
  const dangling = /\s(and|or|unless)$/.exec(raw.bare);
  if (dangling !== null) throw new Unreadable('no_condition', cursor.column, dangling[1] ?? '', []);
  raw.written = cursor.line.slice(start, cursor.at).trim();
  return raw;
}

/** Curly quotes are what phones type; a string that opens with one may close with any. */
export function scanQuoted(cursor: Cursor): string {
  const start = cursor.at;
  const closing = cursor.line[start] === '"' ? /"/ : /["\u201c\u201d]/;
  let text = '';
  for (cursor.at++; cursor.at < cursor.line.length; cursor.at++) {
    const character = cursor.line[cursor.at] ?? '';
    if (closing.test(character)) {
      cursor.at++;
      return text;
    }
    if (character !== '\\') {
      text += character;
      continue;
    }
    const next = cursor.line[++cursor.at] ?? '';
    text += next === '"' ? next : character + next;
  }
  throw new Unreadable('quote_not_closed', start + 1, cursor.line.slice(start), ['"']);
}

/** A slash inside a class or after a backslash does not end the expression, as in JavaScript. */
function scanRegex(cursor: Cursor): { source: string; flags: string } {
  const found = cursor.take(/\/((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+)\/([A-Za-z]*)(?=[\s,\uff0c]|$)/y);
  if (found === null) throw new Unreadable('regex_not_closed', cursor.column, cursor.line.slice(cursor.at), ['/']);
  return { source: found[1] ?? '', flags: found[2] ?? '' };
}

/** Bare text: words up to a comma or the next part. After quotes and slashes only a suffix such as `(pseud)` is left. */
function scanBare(cursor: Cursor, raw: RawValue): string {
  const start = cursor.at;
  const isFirst = (): boolean => raw.quoted === null && raw.regex === null && cursor.line.slice(start, cursor.at).trim() === '';
  for (;;) {
    cursor.skipSpace();
    if (cursor.done || atComma(cursor)) break;
    const first = isFirst();
    if (atPart(cursor) && !(first && cursor.look(FLAG) !== null)) break;
    const end = cursor.at;
    if (!first && atSynonyms(cursor)) {
      cursor.take(SYNONYMS);
      cursor.skipSpace();
      raw.synonyms = true;
      return cursor.line.slice(start, end).trim();
    }
    const field = first ? null : cursor.look(FIELD_AHEAD);
    const meant = field === null ? undefined : cursor.fieldMeant(field[1] ?? '');
    if (field !== null && meant !== undefined) throw new Unreadable('missing_and', cursor.column, field[0], ['and', 'unless', ','], `and ${meant}:`);
    const word = cursor.take(/[^\s,\uff0c]*(?:[,\uff0c](?=\d{3}(?!\d))\d{3})*[^\s,\uff0c]*/y);
    if (word === null || word[0] === '') break;
    const quoteInside = /["\u201c\u201d]/.exec(word[0]);
    if (quoteInside !== null) throw new Unreadable('value_needs_quotes', cursor.column - word[0].length, word[0], ['"']);
  }
  return cursor.line.slice(start, cursor.at).trim();
}
