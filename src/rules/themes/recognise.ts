import { foldName } from '../../domain/fold-name';
import { codeOf, WARNINGS, type Warning } from '../../domain/vocabulary';
import type { Work } from '../../domain/work';
import { languages } from './data/index';
import { judgeTag } from './judge-tag';
import { compileTable, type Table } from './table';
import { LONGEST } from './tokens';
import { stronger, THEMES, type Level, type TagKind, type Theme, type ThemeMatch } from './theme';

export { isTheme, THEMES } from './theme';
export type { Level, TagKind, Theme, ThemeMatch } from './theme';
export { describe, type ThemeDescription } from './describe';

/** What the reader decided otherwise. Names are folded for comparison (rule-language.md, "Meaning of names"). */
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

let table: Table | undefined;
const cache = new Map<string, ReadonlyMap<Theme, Level>>();

/**
 * Makes the tables and runs them once, so that the first page with a rule about a theme does not wait for it (about 50 ms).
 * Nothing is made before it, or a theme, is asked for.
 */
export function prepareThemes(): void {
  for (const { themes } of languages) for (const { examples } of Object.values(themes)) for (const example of examples) themesByTable(example, 'freeform');
}

function themesByTable(name: string, kind: TagKind): ReadonlyMap<Theme, Level> {
  const key = `${kind}\0${name.slice(0, LONGEST)}`;
  let themes = cache.get(key);
  if (themes === undefined) {
    table ??= compileTable(languages);
    themes = judgeTag(name, kind, table);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, themes);
  }
  return themes;
}

function themesByWarning(name: string): ReadonlyMap<Theme, Level> {
  const code = codeOf(WARNINGS, name);
  const theme = code === undefined ? undefined : THEME_OF_WARNING[code];
  return theme === undefined ? new Map() : new Map([[theme, 'present']]);
}

/** The tag's themes after the reader's corrections. */
function levelsOf(name: string, kind: TagKind, corrections: Corrections | undefined): ReadonlyMap<Theme, Level> {
  const byTable = kind === 'warning' ? themesByWarning(name) : kind === 'category' ? new Map<Theme, Level>() : themesByTable(name, kind);
  if (corrections === undefined) return byTable;
  const key = foldName(name);
  const clean = themesWith(key, corrections.clean);
  const added = themesWith(key, corrections.added);
  // Nearly every tag is as the table says.
  if (clean.length === 0 && added.length === 0) return byTable;
  const levels = new Map(byTable);
  for (const theme of clean) levels.delete(theme);
  for (const theme of added) levels.set(theme, 'present');
  return levels;
}

const themesWith = (key: string, named: ReadonlyMap<Theme, ReadonlySet<string>> = new Map()): Theme[] => [...named].flatMap(([theme, names]) => (names.has(key) ? theme : []));

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

const nameOfWarning = (code: Warning): string => WARNINGS.find((term) => term.code === code)?.names[0] ?? code;
