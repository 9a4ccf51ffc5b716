import { readCensored, readLeet } from './spelling';

/** What stands in front of a word. A phrase runs on over `none`, `hyphen` and `slash`, never over the others. */
export type Gap = 'none' | 'hyphen' | 'slash' | 'colon' | 'open' | 'close' | 'break';

export interface Token {
  word: string;
  gap: Gap;
}

/** What the tokeniser asks of the table. */
export interface Vocabulary {
  has: (word: string) => boolean;
  /** Words that people blank out. */
  censored: readonly string[];
}

/** AO3 allows 150 characters; what is longer is no tag, and is cut so that the time stays bounded. */
export const LONGEST = 400;

/** AO3 adds the kind to a name that another kind already has ("Twitch - Freeform"). */
const KIND_SUFFIX = / - (?:fandom|character|relationship|freeform|archivewarning|category|rating)$/;

const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/\bw\/\s?o\b/g, ' without '],
  [/\bw\/(?=[\s\w])/g, ' with '],
  [/\(?\by\s?\/\s?n\b\)?/g, ' yn '],
  [/\bm\s?\/\s?c\b/g, ' mc '],
  [/\bs\/a\b/g, ' sa '],
  [/\bs\/h\b/g, ' sh '],
  [/\bb\/c\b/g, ' because '],
];

/** Letters, digits and the signs that stand for letters; or one other sign. */
const CHUNK = /[\p{L}\p{N}@$*'_#!.-]+|[^\s]/gu;

const GAPS: Readonly<Record<string, Gap>> = {
  '/': 'slash',
  '\\': 'slash',
  ':': 'colon',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  ';': 'break',
  ',': 'break',
  '?': 'break',
  '|': 'break',
  '…': 'break',
};

function plain(name: string): string {
  let text = name;
  // Nine tags in ten are ASCII.
  if (/\P{ASCII}/u.test(text)) {
    text = text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f\u200b-\u200f\u2060\ufeff\ufe0f\u00ad]/g, '')
      .replace(/[\u2018\u2019\u201b\u02bc\u0060\u00b4]/g, "'")
      .replace(/[\u2010-\u2012]/g, '-')
      .replace(/[\u2013-\u2015]/g, ' - ');
  }
  text = text.toLowerCase().replace(KIND_SUFFIX, '');
  if (text.includes('/')) for (const [pattern, by] of SHORTHAND) text = text.replace(pattern, by);
  return text;
}

/** The words of a tag name in plain letters, each with what separates it from the one before. */
export function tokensOf(name: string, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  let gap: Gap = 'break';
  const push = (word: string): void => {
    tokens.push({ word, gap });
    gap = 'none';
  };
  const raise = (next: Gap): void => {
    if (gap === 'none' || (next !== 'hyphen' && (gap === 'slash' || gap === 'hyphen' || next === 'open'))) gap = next;
  };
  for (const [chunk] of plain(name).matchAll(CHUNK)) {
    if (/^[a-z]+$/.test(chunk)) push(chunk);
    else if (chunk === '&' || chunk === '+') push('and');
    else if (Object.hasOwn(GAPS, chunk)) raise(GAPS[chunk]!);
    else if (/^[-.!]+$/.test(chunk)) raise('break');
    else readChunk(chunk, vocabulary, push, raise);
  }
  return joinSpelledOut(tokens, vocabulary);
}

function readChunk(chunk: string, vocabulary: Vocabulary, push: (word: string) => void, raise: (gap: Gap) => void): void {
  const core = chunk.replace(/^[^\p{L}\p{N}@$]+/u, '').replace(/['.!_-]+$/, '');
  const word = core.replace(/'s$/, '').replace(/'/g, '');
  const meant = readDisguised(word, vocabulary) ?? readSpelledOut(word, vocabulary);
  if (meant !== undefined) push(meant);
  else {
    for (const part of word.split(/(-+|\.\.+)/)) {
      if (part.startsWith('-')) raise('hyphen');
      else if (part.startsWith('.')) raise('break');
      else readPart(part, vocabulary, push, raise);
    }
  }
  if (/[.!]$/.test(chunk) && !/^[a-z](?:\.[a-z])+\.$/.test(chunk)) raise('break');
}

/** A chunk without hyphens: a word in disguise, or words joined by other signs ("alpha!Steve"). */
function readPart(part: string, vocabulary: Vocabulary, push: (word: string) => void, raise: (gap: Gap) => void): void {
  const meant = readDisguised(part, vocabulary);
  if (meant !== undefined) return push(meant);
  for (const piece of part.split(/[_.!@$*#]+/)) {
    if (piece !== '') push(piece);
    raise('hyphen');
  }
}

function readDisguised(word: string, vocabulary: Vocabulary): string | undefined {
  if (/^\p{L}*$/u.test(word)) return word === '' ? undefined : word;
  return (/[0-9@$!]/.test(word) ? readLeet(word, vocabulary.has) : undefined) ?? readCensored(word, vocabulary.censored);
}

/** "r.a.p.e", "s-u-i-c-i-d-e": single letters between signs. */
function readSpelledOut(word: string, vocabulary: Vocabulary): string | undefined {
  if (!/^[a-z](?:[-._][a-z]){1,}$/.test(word)) return undefined;
  const joined = word.replace(/[^a-z]/g, '');
  return vocabulary.has(joined) ? joined : undefined;
}

/** "r a p e", "a b o", "a/b/o": a run of single letters that together are a word of the table. */
function joinSpelledOut(tokens: Token[], vocabulary: Vocabulary): Token[] {
  for (let i = 0; i + 2 < tokens.length; i++) {
    let end = i;
    while (end < tokens.length && tokens[end]!.word.length === 1 && (end === i || tokens[end]!.gap === 'none' || tokens[end]!.gap === 'slash')) end++;
    if (end - i < 3) continue;
    const joined = tokens
      .slice(i, end)
      .map((token) => token.word)
      .join('');
    if (vocabulary.has(joined)) tokens.splice(i, end - i, { word: joined, gap: tokens[i]!.gap });
  }
  return tokens;
}
