import { foldName } from '../../domain/fold-name';
import { cutAtStars, longest, markStars, STAR } from './pattern';

/** A text cut into words, folded, with a space between any two; scripts without spaces are told apart by boundaries. */
export interface Words {
  original: string;
  /** ` word word `, folded. */
  folded: string;
  /** For each word of the original: where it begins in `folded` and where it stands in `original`. */
  places: { at: number; from: number; to: number }[];
  /** Runs of scripts without spaces and where each begins in `folded`. */
  unspaced: readonly { run: string; at: number }[];
  /** Offsets in `folded` at which a word begins inside such a run; worked out when first asked for, since it takes long. */
  seams: Set<number> | null;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+(?:['\u2018\u2019\u02bc\u00b4`\uff07][\p{L}\p{N}\p{M}\p{Cf}]+)*/gu;
const WORD_OR_STAR = new RegExp(WORD.source.replaceAll('\\p{L}', `${STAR}\\p{L}`), 'gu');
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u30fc]/u;
const RUNS = new RegExp(`(?:${UNSPACED.source}|${STAR})+|(?:(?!${UNSPACED.source}).)+`, 'gu');

/** Archives allow 1,250 characters for a summary and 5,000 for notes; no text makes more work than this. */
const LONGEST_TEXT = 10_000;

/** Cuts a text into words. */
export function readWords(text: string): Words {
  const original = text.slice(0, LONGEST_TEXT);
  const places: Words['places'] = [];
  const runs: string[] = [];
  const unspaced: { run: string; at: number }[] = [];
  // A space comes before every run.
  let length = 1;
  for (const found of original.matchAll(WORD)) {
    const at = length;
    for (const run of foldedRuns(found[0])) {
      if (UNSPACED.test(run)) unspaced.push({ run, at: length });
      runs.push(run);
      length += run.length + 1;
    }
    if (length > at) places.push({ at, from: found.index, to: found.index + found[0].length });
  }
  return { original, folded: ` ${runs.join(' ')} `, places, unspaced, seams: null };
}

/** A word folded, cut where it changes between scripts with and without spaces. */
function foldedRuns(word: string): string[] {
  const folded = foldName(word);
  if (folded === '') return [];
  return UNSPACED.test(folded) ? (folded.match(RUNS) ?? []) : [folded];
}

let segmenter: Intl.Segmenter | null | undefined;

function seamsOf(words: Words): Set<number> {
  if (words.seams !== null) return words.seams;
  segmenter ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'word' }) : null;
  words.seams = new Set();
  for (const { run, at } of words.unspaced) {
    if (segmenter === null) for (let i = 0; i <= run.length; i++) words.seams.add(at + i);
    else for (const { index } of segmenter.segment(run)) words.seams.add(at + index);
  }
  return words.seams;
}

/** Words to look for: pieces of text with, before each, what may stand between it and the one before. */
export interface Phrase {
  pieces: { text: string; gap: 'none' | 'word' | 'any' }[];
  /** Whether the first must begin a word and the last must end one. */
  fromStart: boolean;
  toEnd: boolean;
  /** Made of signs only, ":)": looked for as such. Empty for stars alone, which any text matches. */
  signs: string | null;
}

/** The words of a text value. `*` alone stands for any words, `*` at a word for any letters. */
export function readPhrase(text: string): Phrase {
  const marked = markStars(text);
  const runs = [...marked.matchAll(WORD_OR_STAR)].flatMap((found) => foldedRuns(found[0]));
  const joined = runs.join(' ');
  const phrase: Phrase = { pieces: [], fromStart: !joined.startsWith(STAR), toEnd: !joined.endsWith(STAR), signs: null };
  if (joined.replaceAll(STAR, '').trim() === '') return { ...phrase, signs: foldName(marked.replaceAll(STAR, '')) };
  let gap: Phrase['pieces'][number]['gap'] = 'none';
  for (const part of joined.split(new RegExp(`(?:^| )(${STAR}+)(?= |$)`, 'u'))) {
    if (part.startsWith(STAR) && part.replaceAll(STAR, '') === '') {
      gap = 'any';
      continue;
    }
    for (const piece of cutAtStars(part)) {
      const text = gap === 'any' ? piece.trimStart() : piece;
      if (text !== '') phrase.pieces.push({ text, gap: phrase.pieces.length === 0 ? 'none' : gap });
      if (text !== '' || gap !== 'any') gap = 'word';
    }
  }
  return phrase;
}

const PLAIN = /^[a-z\d]+(?: [a-z\d]+)*$/i;

/** A text that every match of a value contains; '' when none is known. */
export function pieceOfText(text: string): string {
  if (PLAIN.test(text)) return ` ${text.toLowerCase()} `;
  const phrase = readPhrase(text);
  return phrase.signs === null ? pieceOfPhrase(phrase) : '';
}

/** A text that every match contains, with the spaces around it where it must be a whole word. */
function pieceOfPhrase(phrase: Phrase): string {
  const spaced = phrase.pieces.map(({ text }, index) => {
    const whole = !UNSPACED.test(text);
    const before = whole && index === 0 && phrase.fromStart ? ' ' : '';
    const after = whole && index === phrase.pieces.length - 1 && phrase.toEnd ? ' ' : '';
    return before + text + after;
  });
  return longest(spaced);
}

/** The part of the text that matches, as written; null when nothing does. Linear in the text for each piece. */
export function findPhrase(phrase: Phrase, words: Words): string | null {
  if (phrase.signs !== null) return foldName(words.original).includes(phrase.signs) ? phrase.signs : null;
  const { folded } = words;
  // Ends of the matches of the pieces so far, ascending, with where each began.
  let ends: { end: number; start: number }[] = [];
  for (const [index, { text, gap }] of phrase.pieces.entries()) {
    const reached: typeof ends = [];
    let before = -1;
    // The last space before `at`, and the first that is not.
    let [space, next] = [-1, folded.indexOf(' ')];
    for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
      const end = at + text.length;
      if (index === phrase.pieces.length - 1 && phrase.toEnd && !isBoundary(words, end)) continue;
      if (index === 0) {
        if (!phrase.fromStart || isBoundary(words, at)) reached.push({ end, start: at });
        continue;
      }
      while (before + 1 < ends.length && (ends[before + 1]?.end ?? Infinity) <= at) before++;
      const last = ends[gap === 'any' ? Math.min(before, 0) : before];
      for (; next >= 0 && next < at; next = folded.indexOf(' ', next + 1)) space = next;
      if (last === undefined || (gap !== 'any' && space >= last.end)) continue;
      reached.push({ end, start: last.start });
    }
    ends = reached;
    if (ends.length === 0) return null;
  }
  const [first] = ends;
  return first === undefined ? null : asWritten(words, first.start, first.end);
}

function isBoundary(words: Words, at: number): boolean {
  return words.folded[at] === ' ' || words.folded[at - 1] === ' ' || (words.unspaced.length > 0 && seamsOf(words).has(at));
}

/** The words of the original from one offset of the folded text to another. */
function asWritten({ original, folded, places, unspaced }: Words, start: number, end: number): string {
  if (unspaced.length > 0 && UNSPACED.test(folded.slice(start, end))) return folded.slice(start, end).trim();
  const first = places.findLast((place) => place.at <= start) ?? places[0];
  const last = places.findLast((place) => place.at < end) ?? first;
  return first === undefined || last === undefined ? '' : original.slice(first.from, last.to);
}
