import type { NameValue, RegexValue } from '../rules/rule';

/*
 * Wildcards mean something else in every blocker. Each function here says in our language exactly what a pattern
 * meant in theirs.
 */

type Pattern = NameValue | RegexValue;

/** Text of a name in which nothing is a wildcard. */
export const literal = (text: string): string => text.replace(/[\\*]/g, '\\$&');

const named = (text: string): NameValue => ({ type: 'name', text });
const regex = (source: string): RegexValue => ({ type: 'regex', source });

/** A text inside a regular expression. */
export const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The whole name, whatever characters it has. */
export const exact = (name: string): NameValue => named(literal(name));

/** `/` and `&` join partners here, in any order, so a piece of a name that has them must be looked for as written. */
const JOINS = /\/|\s&\s/;

/** The name contains this text anywhere, also inside a word. */
export const contains = (text: string): Pattern => (JOINS.test(text) ? regex(escapeRegex(text.trim())) : named(`*${literal(text)}*`));

/** `*` stands for any characters, as it does here. */
export const wildcard = (text: string): NameValue => named(text.replaceAll('\\', '\\\\'));

/** Parts in this order, anywhere in the name: ao3 savior's meaning of any `*`. Empty when the pattern is nothing but stars. */
export function partsInOrder(pattern: string): Pattern | null {
  const parts = pattern.split('*').filter((part) => part !== '');
  if (parts.length === 0) return null;
  if (parts.some((part) => JOINS.test(part))) return regex(parts.map(escapeRegex).join('.*'));
  return named(`*${parts.map((part) => literal(part)).join('*')}*`);
}

const STARTS = /^[a-z0-9]/i;
const ENDS = /[a-z0-9]$/i;
const OTHER = '[^a-z0-9]';

/**
 * Advanced Blocker's wildcards: `*` is any text, but each part between stars must begin and end at the edge of a
 * word (a-z, 0-9), so that `Omega*` matches "Omega Verse" and not "Omegaverse".
 * @param whole the pattern must match the whole name, as for tags; else anywhere, as for titles and summaries
 * @returns null when the pattern is nothing but stars
 */
export function wordBounded(pattern: string, whole: boolean): Pattern | null {
  const parts = pattern.split('*');
  const first = parts.findIndex((part) => part !== '');
  if (first < 0) return null;
  const last = parts.findLastIndex((part) => part !== '');
  let source = '';
  let before: string | null = null;
  for (const part of parts.slice(first, last + 1)) {
    if (part === '') continue;
    source += before === null ? '' : between(ENDS.test(before), STARTS.test(part));
    source += escapeRegex(part);
    before = part;
  }
  const start = whole && first === 0 ? '^' : STARTS.test(parts[first] ?? '') ? `(^|${OTHER})` : '';
  const end = whole && last === parts.length - 1 ? '$' : ENDS.test(parts[last] ?? '') ? `(${OTHER}|$)` : '';
  return regex(start + source + end);
}

/** Any text between two parts, with the edges of words where the parts ask for them. */
function between(afterWord: boolean, beforeWord: boolean): string {
  if (afterWord && beforeWord) return `${OTHER}(.*${OTHER})?`;
  if (afterWord) return `(${OTHER}.*)?`;
  return beforeWord ? `(.*${OTHER})?` : '.*';
}

/** Words with single spaces or apostrophes between: only for these do a plain text value and a piece of text mean the same. */
const WORDS = /^[\p{L}\p{N}]+(?:[ '\u2019][\p{L}\p{N}]+)*$/u;

/** A piece of a title or summary, also inside words. */
export const substring = (text: string): Pattern => (WORDS.test(text) ? named(`*${text}*`) : regex(escapeRegex(text)));

/** A title or summary that is this text and nothing else. */
export const wholeText = (text: string): RegexValue => regex(`^${escapeRegex(text)}$`);

/** Parts in this order, anywhere in a title or summary. */
export function partsInText(pattern: string): Pattern | null {
  const parts = pattern.split('*').filter((part) => part !== '');
  if (parts.length === 0) return null;
  return parts.length === 1 ? substring(parts[0] ?? '') : regex(parts.map(escapeRegex).join('.*'));
}

/** Advanced Blocker's stars in titles and summaries; one run of words is what a plain text value means here. */
export function boundedText(pattern: string): Pattern | null {
  const parts = pattern.split('*').filter((part) => part !== '');
  const only = parts.length === 1 ? (parts[0] ?? '') : '';
  return WORDS.test(only) && /^[\x20-\x7e]+$/.test(only) ? named(only) : wordBounded(pattern, false);
}
