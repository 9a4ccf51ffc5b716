import type { Language, Words } from './language';
import { firstWords, glanceAtStart, readPhrase, wordsOf, type Classes, type Steps } from './phrase';
import type { Vocabulary } from './tokens';
import { isTheme, THEMES, type Level, type TagKind, type Theme } from './theme';

/** What a word of words.json does to the phrases around it. */
export type CueRole = 'no' | 'not' | 'adjacent' | 'notAfter' | 'referenced' | 'referencedAfter' | 'attempted' | 'attemptedAfter' | 'ends' | 'opaque';

/** What a phrase means where it ends. `theme` of a clean phrase: null = for all themes. */
export type Entry =
  | { role: 'phrase'; theme: Theme; level: Level; kinds: number }
  | { role: 'clean'; theme: Theme | null }
  | { role: 'name'; theme: Theme }
  | { role: CueRole };

/** A phrase of the tables. It is read when a tag first has its first word: most phrases of a table are never needed. */
export interface Pattern {
  readonly steps: Steps;
  /** Words before the first one that says something: 1 for "_ bashing". */
  readonly lead: number;
  /** It has words of any kind in it, so that being longer does not make it say more than an exclusion inside it. */
  readonly loose: boolean;
  /** It stands across a slash only when it has one itself: "alpha male" is not in "Male Alpha/Male Omega". */
  readonly slash: boolean;
  readonly entry: Entry;
}

export interface Table {
  /** The phrases that can begin with a word, apart from their lead. */
  patternsFrom: (word: string) => readonly Pattern[];
  vocabulary: Vocabulary;
  /** See Words.notes. */
  notes: ReadonlySet<string>;
  endings: readonly (readonly [ending: string, theme: Theme])[];
  attemptCounts: ReadonlySet<Theme>;
  also: ReadonlyMap<Theme, readonly Theme[]>;
  /** Words that deny: no "any one word" stands for them. */
  denials: ReadonlySet<string>;
}

const KIND_BITS: Readonly<Record<TagKind, number>> = { freeform: 1, relationship: 2, character: 4, fandom: 8, warning: 0, category: 0 };

export const bitOf = (kind: TagKind): number => KIND_BITS[kind];

const CUES: readonly CueRole[] = [
  'no', 'not', 'adjacent', 'notAfter', 'referenced', 'referencedAfter', 'attempted', 'attemptedAfter', 'ends', 'opaque',
];

/** A phrase not read yet. */
interface Unread {
  phrase: string;
  lead: number;
  entry: Entry;
  classes: Classes;
}

/** Words of any kind. */
const LOOSE = /_|\.\.\.|\*/;

/** The tables of some languages, indexed by first word. Cheap: phrases are read on first use. */
export function compileTable(languages: readonly Language[]): Table {
  const unread = new Map<string, Unread[]>();
  const words = new Set<string>();
  const censored: string[] = [];
  const endings: (readonly [string, Theme])[] = [];
  const attemptCounts = new Set<Theme>();
  const also = new Map<Theme, readonly Theme[]>();
  const denials = new Set<string>();
  const notes = new Set<string>();

  const index = (word: string, item: Unread): void => {
    const list = unread.get(word);
    if (list === undefined) unread.set(word, [item]);
    else list.push(item);
  };
  for (const { words: common, themes } of languages) {
    const { classes } = common;
    const texts = Object.values(classes).flat();
    const add = (phrases: readonly string[] | undefined, entry: Entry): void => {
      for (const phrase of phrases ?? []) {
        texts.push(phrase);
        let lead = 0;
        while (phrase.startsWith('_ ', 2 * lead)) lead++;
        const start = lead === 0 ? phrase : phrase.slice(2 * lead);
        const item: Unread = { phrase, lead, entry, classes };
        for (const word of glanceAtStart(start, classes) ?? firstWords(readPhrase(start, classes)) ?? []) index(word, item);
      }
    };
    addLanguage(common, themes, add);
    learn(texts, classes, words);
    censored.push(...common.censored);
    for (const word of common.notes) notes.add(word);
    for (const word of [...common.no, ...common.not, ...common.adjacent]) denials.add(word);
    for (const theme of THEMES) {
      const data = themes[theme];
      for (const ending of data.endings ?? []) endings.push([ending, theme]);
      if (data.attemptCounts === true) attemptCounts.add(theme);
      if (data.also !== undefined) also.set(theme, data.also.filter(isTheme));
    }
  }

  const read = new Map<string, readonly Pattern[]>();
  const patternsFrom = (word: string): readonly Pattern[] => {
    let patterns = read.get(word);
    if (patterns === undefined) {
      patterns = (unread.get(word) ?? []).map(({ phrase, lead, entry, classes }) => ({
        steps: readPhrase(phrase, classes),
        lead,
        loose: LOOSE.test(phrase),
        slash: phrase.includes('/') || (entry.role !== 'clean' && !LOOSE.test(phrase)),
        entry,
      }));
      read.set(word, patterns);
    }
    return patterns;
  };
  return { patternsFrom, notes, vocabulary: { has: (word) => words.has(word), censored }, endings, attemptCounts, also, denials };
}

/** Adds all words of phrases, also those that a hyphen joins ("self-harm": self, harm, selfharm). */
function learn(phrases: readonly string[], classes: Classes, words: Set<string>): void {
  const text = phrases.join('\n');
  for (const word of text.match(/[a-z0-9]+/g) ?? []) words.add(word);
  for (const word of text.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []) words.add(word.replaceAll('-', ''));
  for (const phrase of phrases) if (/-[(@]/.test(phrase)) for (const word of wordsOf(readPhrase(phrase, classes))) words.add(word);
}

function addLanguage(common: Words, themes: Language['themes'], add: (phrases: readonly string[] | undefined, entry: Entry) => void): void {
  add(common.clean, { role: 'clean', theme: null });
  for (const role of CUES) add(common[role], { role });
  const { freeform, relationship, character, fandom } = KIND_BITS;
  for (const theme of THEMES) {
    const data = themes[theme];
    const phrase = (level: Level, kinds: number): Entry => ({ role: 'phrase', theme, level, kinds });
    add(data.phrases, phrase('present', freeform));
    add(data.everywhere, phrase('present', freeform | relationship | character));
    add(data.relationships, phrase('present', relationship));
    add(data.characters, phrase('present', character));
    add(data.fandoms, phrase('present', fandom));
    add(data.referenced, phrase('referenced', freeform | relationship | character));
    add(data.negated, phrase('negated', freeform));
    add(data.exclusions, { role: 'clean', theme });
    add(data.names, { role: 'name', theme });
  }
}
