import type { Trouble } from './read-error';

/** A value as the line has it, before its field makes sense of it. */
export interface RawValue {
  /** Content of the quotes, with `\"` undone; null when there are none. */
  quoted: string | null;
  /** Bare text: the whole value without quotes, or what follows the closing quote. */
  bare: string;
  /** Between slashes, with its flags. */
  regex: { source: string; flags: string } | null;
  /** The word `synonyms` follows. */
  synonyms: boolean;
  /** As written. */
  written: string;
  /** From 1. */
  column: number;
}

/** The form in which names are kept: NFC, trimmed, white space collapsed, and nothing more, for ever. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

export const MOST_CHARACTERS = 1000;

/** The one text of a value that has no other parts. */
export function plainText(raw: RawValue): string | Trouble {
  if (raw.regex !== null) return { trouble: 'regex_not_here' };
  if (raw.synonyms) return { trouble: 'synonyms_not_here' };
  if (raw.quoted !== null && raw.bare !== '') return { trouble: 'stray_text', expected: [',', 'and', 'unless'] };
  return textOf(raw);
}

/** The text of a value, inside or outside quotes. */
export function textOf(raw: RawValue): string | Trouble {
  const text = tidy(raw.quoted ?? raw.bare);
  if (text === '') return { trouble: 'missing_value' };
  if (text.length > MOST_CHARACTERS) return { trouble: 'value_too_long' };
  const single = /^['\u2018](.+)['\u2019]$/.exec(raw.quoted === null ? text : '');
  if (single !== null) return { trouble: 'single_quotes', suggestion: quote(single[1] ?? '') };
  return text;
}

/** Text in double quotes; a quote inside is escaped. Backslashes are the value's own affair, see `*` and `\*`. */
export const quote = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

/** A name of an archive as a value of a rule: star and backslash mean something there, and nothing in the name. */
export const nameAsValue = (name: string): string => quote(name.replace(/[\\*]/g, '\\$&'));

/** Values that may stand without quotes: one word in which nothing could be taken for syntax. */
const BARE = /^(?!(?:and|or|unless|not|strict|off|synonyms)$)[\p{L}\p{N}*](?:[\p{L}\p{N}\p{M}*/&'.!?_|+-]*[\p{L}\p{N}\p{M}*/&.!?_|+-])?$/u;

export const quoteIfNeeded = (text: string): string => (BARE.test(text) ? text : quote(text));
