import { foldName } from '../../domain/fold-name';
import { codeOf, nameOf, WARNINGS, type Warning } from '../../domain/vocabulary';
import type { Work } from '../../domain/work';
import { languages } from './data/index';
import { judgeTag } from './judge-tag';
import { compileTable, type Table } from './table';
import { LONGEST } from './tokens';
import { stronger, THEMES, type Level, type TagKind, type Theme, type ThemeMatch } from './theme';

export { isTheme, THEMES } from './theme';
export type { Level, TagKind, Theme, ThemeMatch } from './theme';
export { describe, type ThemeDescription } from './describe';

/** What the reader decided otherwise. Names are folded, see `foldName`. */
export interface Corrections {
  /** Tags that are not of the theme, whatever the table says. */
  clean?: ReadonlyMap<Theme, ReadonlySet<string>>;
  /** Tags that are of the theme, `present`; of two opposite corrections, made on two devices, this is the careful one. */
  added?: ReadonlyMap<Theme, ReadonlySet<string>>;
}

/** Themes that the archive warnings stand for; the author says so, hence always present. */
const THEME_OF_WARNING: Readonly<Partial<Record<Warning, Theme>>> = {
  noncon: 'non-consent',
  underage: 'underage',
  death: 'character-death',
  violence: 'gore-and-torture',
};

/** Tag names come back on every page ("Fluff"); as many as a heavy reader meets in an evening, about 2 MB. */
const CACHE_SIZE = 20_000;

type Levels = ReadonlyMap<Theme, Level>;
type Cache = Map<string, Levels>;

let table: Table | undefined;
const byTable: Cache = new Map();
/** What is left of it after the reader's corrections; forgotten with them. */
const corrected = new WeakMap<Corrections, Cache>();

function remember(cache: Cache, key: string, judge: () => Levels): Levels {
  let levels = cache.get(key);
  if (levels === undefined) {
    levels = judge();
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, levels);
  }
  return levels;
}

/**
 * Makes the tables and runs them once, so that the first page with a rule about a theme does not wait for it (about 50 ms).
 * Nothing is made before it, or a theme, is asked for.
 */
export function prepareThemes(): void {
  for (const { themes } of languages) for (const { examples } of Object.values(themes)) for (const example of examples) themesByTable(example, 'freeform');
}

function themesByTable(name: string, kind: TagKind): Levels {
  return remember(byTable, `${kind}\0${name.slice(0, LONGEST)}`, () => judgeTag(name, kind, (table ??= compileTable(languages))));
}

function themesByWarning(name: string): Levels {
  const code = codeOf(WARNINGS, name);
  const theme = code === undefined ? undefined : THEME_OF_WARNING[code];
  return theme === undefined ? new Map() : new Map([[theme, 'present']]);
}

function uncorrected(name: string, kind: TagKind): Levels {
  if (kind === 'category') return new Map();
  return kind === 'warning' ? themesByWarning(name) : themesByTable(name, kind);
}

/** The tag's themes after the reader's corrections. */
function levelsOf(name: string, kind: TagKind, corrections: Corrections | undefined): Levels {
  if (corrections === undefined) return uncorrected(name, kind);
  const cache = corrected.get(corrections) ?? new Map<string, Levels>();
  corrected.set(corrections, cache);
  // No tag is so long; what is must not fill the memory.
  return name.length > LONGEST ? correct(name, kind, corrections) : remember(cache, `${kind}\0${name}`, () => correct(name, kind, corrections));
}

function correct(name: string, kind: TagKind, { clean, added }: Corrections): Levels {
  const key = foldName(name);
  const levels = new Map(uncorrected(name, kind));
  for (const theme of themesWith(key, clean)) levels.delete(theme);
  for (const theme of themesWith(key, added)) levels.set(theme, 'present');
  return levels;
}

const themesWith = (key: string, named: ReadonlyMap<Theme, ReadonlySet<string>> = new Map()): Theme[] =>
  [...named].flatMap(([theme, names]) => (names.has(key) ? theme : []));

const inOrder = (matches: Iterable<ThemeMatch>): ThemeMatch[] => [...matches].sort((a, b) => THEMES.indexOf(a.theme) - THEMES.indexOf(b.theme));

/**
 * The themes that one tag is about, in the order of THEMES, each with the tag as written as its words. A warning may be given by
 * name or by code. Never throws; takes time linear in the name.
 */
export function themesOfTag(name: string, kind: TagKind, corrections?: Corrections): ThemeMatch[] {
  return inOrder([...levelsOf(name, kind, corrections)].map(([theme, level]) => ({ theme, level, words: [name] })));
}

/**
 * The themes of a work by all its tags: archive warnings, free tags, relationships, characters and fandoms. A theme has the strongest
 * level found, and the tags of that level as words. Themes that are only denied are in it too, `negated`.
 */
export function recogniseThemes(work: Work, corrections?: Corrections): ThemeMatch[] {
  const matches = new Map<Theme, ThemeMatch>();
  const take = (names: readonly string[], kind: TagKind): void => {
    for (const name of names) {
      for (const [theme, level] of levelsOf(name, kind, corrections)) {
        const match = matches.get(theme);
        if (match === undefined) matches.set(theme, { theme, level, words: [name] });
        else if (match.level === level) match.words.push(name);
        else if (stronger(match.level, level) === level) matches.set(theme, { theme, level, words: [name] });
      }
    }
  };
  take(work.warnings.map(nameOfWarning), 'warning');
  take(work.fandoms, 'fandom');
  take(work.relationships, 'relationship');
  take(work.characters, 'character');
  take(work.freeforms, 'freeform');
  take(work.otherTags, 'freeform');
  return inOrder(matches.values());
}

const nameOfWarning = (code: Warning): string => nameOf(WARNINGS, code) ?? code;
