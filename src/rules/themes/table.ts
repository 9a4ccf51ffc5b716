import { ANY, EDGE, ONE, REST, stepsOf, type Classes } from './phrase';
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

/** A node of the trie: what may come next, and what ends here. */
export interface Node {
  next: Map<string, Node>;
  entries: Entry[];
}

export interface Table {
  root: Node;
  vocabulary: { has: (word: string) => boolean; censored: readonly string[] };
  endings: readonly (readonly [ending: string, theme: Theme])[];
  attemptCounts: ReadonlySet<Theme>;
  also: ReadonlyMap<Theme, readonly Theme[]>;
}

const KIND_BITS: Readonly<Record<TagKind, number>> = { freeform: 1, relationship: 2, character: 4, fandom: 8, warning: 0, category: 0 };

export const bitOf = (kind: TagKind): number => KIND_BITS[kind];

const CUES: readonly CueRole[] = [
  'no', 'not', 'adjacent', 'notAfter', 'referenced', 'referencedAfter', 'attempted', 'attemptedAfter', 'ends', 'opaque',
];

/** Builds the trie of one or more languages: each phrase of the data files leads to what it means. */
export function compileTable(languages: readonly Language[]): Table {
  const root: Node = { next: new Map(), entries: [] };
  const words = new Set<string>();
  const censored: string[] = [];
  const endings: (readonly [string, Theme])[] = [];
  const attemptCounts = new Set<Theme>();
  const also = new Map<Theme, readonly Theme[]>();

  for (const { words: common, themes } of languages) {
    const add = (phrases: readonly string[] | undefined, entry: Entry): void => {
      for (const phrase of phrases ?? []) for (const steps of stepsOf(phrase, common.classes)) insert(root, steps, entry, words);
    };
    add(common.clean, { role: 'clean', theme: null });
    for (const role of CUES) add(common[role], { role });
    censored.push(...common.censored);
    for (const theme of THEMES) {
      const data = themes[theme];
      const { freeform, relationship, character, fandom } = KIND_BITS;
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
      for (const ending of data.endings ?? []) endings.push([ending, theme]);
      if (data.attemptCounts === true) attemptCounts.add(theme);
      if (data.also !== undefined) also.set(theme, data.also.filter(isTheme));
    }
  }
  return { root, vocabulary: { has: (word) => words.has(word), censored }, endings, attemptCounts, also };
}

const SIGNS: ReadonlySet<string> = new Set([ANY, EDGE, ONE, REST]);

function insert(root: Node, steps: readonly string[], entry: Entry, words: Set<string>): void {
  let node = root;
  for (const step of steps) {
    if (!SIGNS.has(step)) words.add(step);
    let child = node.next.get(step);
    if (child === undefined) {
      child = { next: new Map(), entries: [] };
      node.next.set(step, child);
    }
    node = child;
  }
  node.entries.push(entry);
}
