import { firstWords, readPhrase, wordsOf, type Classes, type Steps } from './phrase';
import { isTheme, THEMES, type Level, type TagKind, type Theme } from './theme';

/** One theme's data file. Every key but `phrases` and `examples` may be missing. */
export interface ThemeData {
  /** Looked for in free tags. */
  phrases: readonly string[];
  /** Looked for in relationship and character tags too: phrases that cannot be part of a name. */
  everywhere?: readonly string[];
  relationships?: readonly string[];
  characters?: readonly string[];
  fandoms?: readonly string[];
  /** Say by themselves that the theme is only referred to. */
  referenced?: readonly string[];
  /** Say by themselves that it does not occur. */
  negated?: readonly string[];
  /** Clean for this theme, though they contain one of its phrases. */
  exclusions?: readonly string[];
  /** Themes that it is a case of, and that match with it. */
  also?: readonly string[];
  /** Words that are somebody's name when a fandom in parentheses follows. */
  names?: readonly string[];
  /** Endings of words that are all of this theme ("...cest"). */
  endings?: readonly string[];
  /** An attempt is as bad as the deed: "attempted" leaves the level as it is. */
  attemptCounts?: boolean;
  /** Tags that a reader finds in the picker. */
  examples: readonly string[];
}

/** Words that turn a phrase around or weaken it, for one language. */
export interface Words {
  classes: Classes;
  clean: readonly string[];
  censored: readonly string[];
  no: readonly string[];
  not: readonly string[];
  adjacent: readonly string[];
  notAfter: readonly string[];
  referenced: readonly string[];
  referencedAfter: readonly string[];
  attempted: readonly string[];
  attemptedAfter: readonly string[];
  ends: readonly string[];
  opaque: readonly string[];
}

export interface Language {
  words: Words;
  themes: Readonly<Record<Theme, ThemeData>>;
}

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
  vocabulary: { has: (word: string) => boolean; censored: readonly string[] };
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

/** Words of the notation, joined ("self-harm") and apart. */
const WORDS = /[a-z0-9]+(?:-[a-z0-9]+)*/g;
/** Words of any kind. */
const LOOSE = /_|\.\.\.|\*/;
/** A phrase that begins with one plain word need not be read to be indexed. */
const PLAIN_START = /^[a-z0-9]+(?= |$)/;

/** The tables of some languages, indexed by first word. Cheap: phrases are read on first use. */
export function compileTable(languages: readonly Language[]): Table {
  const unread = new Map<string, Unread[]>();
  const words = new Set<string>();
  const censored: string[] = [];
  const endings: (readonly [string, Theme])[] = [];
  const attemptCounts = new Set<Theme>();
  const also = new Map<Theme, readonly Theme[]>();
  const denials = new Set<string>();

  const index = (word: string, item: Unread): void => {
    const list = unread.get(word);
    if (list === undefined) unread.set(word, [item]);
    else list.push(item);
  };
  const learn = (phrase: string, classes: Classes): void => {
    if (/-[(@]/.test(phrase)) return wordsOf(readPhrase(phrase, classes)).forEach((word) => words.add(word));
    for (const word of phrase.match(WORDS) ?? []) {
      if (!word.includes('-')) words.add(word);
      else for (const part of [...word.split('-'), word.replaceAll('-', '')]) words.add(part);
    }
  };
  for (const { words: common, themes } of languages) {
    const { classes } = common;
    for (const member of Object.values(classes).flat()) learn(member, classes);
    const add = (phrases: readonly string[] | undefined, entry: Entry): void => {
      for (const phrase of phrases ?? []) {
        learn(phrase, classes);
        const lead = /^(?:_ )*/.exec(phrase)![0].length / 2;
        const start = phrase.slice(2 * lead);
        const plain = PLAIN_START.exec(start);
        for (const word of plain ?? firstWords(readPhrase(start, classes)) ?? []) index(word, { phrase, lead, entry, classes });
      }
    };
    addLanguage(common, themes, add);
    censored.push(...common.censored);
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
  return { patternsFrom, vocabulary: { has: (word) => words.has(word), censored }, endings, attemptCounts, also, denials };
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
