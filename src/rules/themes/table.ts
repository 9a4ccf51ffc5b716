import type { Language, Words } from './language';
import { firstWords, glanceAtStart, leastWords, readPhrase, wordsOf, type Classes, type Steps } from './phrase';
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
  /** The words themselves, when it is nothing but words. */
  readonly plain: readonly string[] | null;
  /** The fewest words that it can stand for. */
  readonly least: number;
  /** Words before the first one that says something: 1 for "_ bashing". */
  readonly lead: number;
  /** It has words of any kind in it, so that being longer does not make it say more than an exclusion inside it. */
  readonly loose: boolean;
  /** It stands across a slash only when it has one itself: "alpha male" is not in "Male Alpha/Male Omega". */
  readonly slash: boolean;
  readonly entry: Entry;
}

export interface Table {
  /** What can begin with a word, apart from its lead: phrases of themes, and all that only matters where there is such a phrase. */
  phrasesFrom: (word: string) => readonly Pattern[];
  othersFrom: (word: string) => readonly Pattern[];
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

const CUES: readonly CueRole[] = ['no', 'not', 'adjacent', 'notAfter', 'referenced', 'referencedAfter', 'attempted', 'attemptedAfter', 'ends', 'opaque'];

/** A phrase not read yet. */
interface Unread {
  phrase: string;
  lead: number;
  entry: Entry;
  classes: Classes;
  read?: Pattern;
}

/** Words of any kind. */
const LOOSE = /_|\.\.\.|\*/;

/** The tables of some languages, indexed by first word. Cheap: phrases are read on first use. */
export function compileTable(languages: readonly Language[]): Table {
  let vocabulary: ReadonlySet<string> | undefined;
  const phrases = new Drawer();
  const others = new Drawer();
  const censored: string[] = [];
  const endings: (readonly [string, Theme])[] = [];
  const attemptCounts = new Set<Theme>();
  const also = new Map<Theme, readonly Theme[]>();
  const denials = new Set<string>();
  const notes = new Set<string>();

  for (const { words: common, themes } of languages) {
    const { classes } = common;
    const add = (list: readonly string[] | undefined, entry: Entry): void => {
      const drawer = entry.role === 'phrase' ? phrases : others;
      for (const phrase of list ?? []) {
        let lead = 0;
        while (phrase.startsWith('_ ', 2 * lead)) lead++;
        const start = lead === 0 ? phrase : phrase.slice(2 * lead);
        const item: Unread = { phrase, lead, entry, classes };
        for (const word of glanceAtStart(start, classes) ?? firstWords(readPhrase(start, classes)) ?? []) drawer.file(word, item);
      }
    };
    addLanguage(common, themes, add);
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

  return {
    phrasesFrom: (word) => phrases.patternsFrom(word),
    othersFrom: (word) => others.patternsFrom(word),
    vocabulary: { has: (word) => (vocabulary ??= vocabularyOf(languages)).has(word), censored },
    notes,
    endings,
    attemptCounts,
    also,
    denials,
  };
}

/** Phrases by first word, each read when first asked for. */
class Drawer {
  private readonly unread = new Map<string, Unread[]>();
  private readonly read = new Map<string, readonly Pattern[]>();

  file(word: string, item: Unread): void {
    const list = this.unread.get(word);
    if (list === undefined) this.unread.set(word, [item]);
    else list.push(item);
  }

  patternsFrom(word: string): readonly Pattern[] {
    let patterns = this.read.get(word);
    if (patterns === undefined) {
      patterns = (this.unread.get(word) ?? []).map((item) => (item.read ??= patternOf(item)));
      this.read.set(word, patterns);
    }
    return patterns;
  }
}

function patternOf({ phrase, lead, entry, classes }: Unread): Pattern {
  const steps = readPhrase(phrase, classes);
  const loose = LOOSE.test(phrase);
  const plain = lead === 0 && /^[a-z0-9 ]+$/.test(phrase) ? phrase.split(' ') : null;
  return { steps, plain, least: leastWords(steps), lead, loose, slash: phrase.includes('/') || (entry.role !== 'clean' && !loose), entry };
}

/**
 * All words of the tables, also those that a hyphen joins ("self-harm": self, harm, selfharm). Made when the first tag in leetspeak
 * turns up, as only those need it.
 */
function vocabularyOf(languages: readonly Language[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { words: common, themes } of languages) {
    const phrases = [...Object.values(common.classes).flat()];
    addLanguage(common, themes, (list) => void phrases.push(...(list ?? [])));
    const text = phrases.join('\n');
    for (const word of text.match(/[a-z0-9]+/g) ?? []) words.add(word);
    for (const word of text.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []) words.add(word.replaceAll('-', ''));
    for (const phrase of phrases) if (/-[(@]/.test(phrase)) for (const word of wordsOf(readPhrase(phrase, common.classes))) words.add(word);
  }
  return words;
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
