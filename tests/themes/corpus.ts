import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTheme, THEMES, themesOfTag, type Level, type TagKind, type Theme } from '../../src/rules/themes/recognise';

/** One labelled tag: what a careful reader would say that it is about. */
export interface Labelled {
  tag: string;
  kind: TagKind;
  themes: ReadonlyMap<Theme, Level>;
  /** File and line, to find it again. */
  source: string;
}

const LEVELS: readonly string[] = ['present', 'referenced', 'negated'];
const KINDS: readonly string[] = ['freeform', 'relationship', 'character', 'fandom', 'warning', 'category'];
const FOLDER = join(import.meta.dirname, 'corpus');

/** The part that phrases are written against, or the part that is only measured. */
export type Part = 'build' | 'held-out';

/**
 * The labelled tags of a part: lines of tag, kind and labels, with tabs between; labels are `theme:level` with spaces, or `clean`.
 * @throws Error with file and line on anything else.
 */
export function readCorpus(part: Part): Labelled[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith(part) && file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n');
      return lines.flatMap((line, i) => (line === '' ? [] : [readLine(line, `${file}:${i + 1}`)]));
    });
}

function readLine(line: string, source: string): Labelled {
  const [tag = '', kind = '', labels = ''] = line.split('\t');
  if (tag === '' || !KINDS.includes(kind) || labels === '') throw new Error(`${source}: expected tag, kind and labels, found "${line}"`);
  const themes = new Map<Theme, Level>();
  for (const label of labels === 'clean' ? [] : labels.split(' ')) {
    const [theme = '', level = ''] = label.split(':');
    if (!isTheme(theme) || !LEVELS.includes(level)) throw new Error(`${source}: unknown label "${label}"`);
    themes.set(theme, level as Level);
  }
  return { tag, kind: kind as TagKind, themes, source };
}

/** How often the recogniser is right about one theme, or about all. */
export class Tally {
  hits = 0;
  falseAlarms = 0;
  misses = 0;
  /** Hits with the right level, present or referenced. */
  rightLevel = 0;
  negated = 0;
  /** Labelled negated, and said to be so or left out. */
  quietOnNegated = 0;

  /** Of what it reports, the share that is so; 1 when it reports nothing. */
  get precision(): number {
    return this.hits + this.falseAlarms === 0 ? 1 : this.hits / (this.hits + this.falseAlarms);
  }

  /** Of what is there, the share that it reports. */
  get recall(): number {
    return this.hits + this.misses === 0 ? 1 : this.hits / (this.hits + this.misses);
  }
}

export interface Score {
  overall: Tally;
  byTheme: ReadonlyMap<Theme, Tally>;
  /** Every disagreement, for reading: tag, label, answer. */
  faults: string[];
}

const matches = (level: Level | undefined): boolean => level === 'present' || level === 'referenced';

/** Holds the recogniser against labels. A pair of tag and theme counts as matching when its level is present or referenced. */
export function scoreOf(corpus: readonly Labelled[]): Score {
  const overall = new Tally();
  const byTheme = new Map<Theme, Tally>(THEMES.map((theme) => [theme, new Tally()]));
  const faults: string[] = [];
  for (const { tag, kind, themes, source } of corpus) {
    const answers = new Map(themesOfTag(tag, kind).map(({ theme, level }) => [theme, level]));
    for (const theme of THEMES) {
      const label = themes.get(theme);
      const answer = answers.get(theme);
      for (const tally of [overall, byTheme.get(theme)!]) count(tally, label, answer);
      if (matches(label) !== matches(answer) || (label !== undefined && answer !== undefined && label !== answer)) {
        faults.push(
          `${matches(label) === matches(answer) ? 'level' : matches(label) ? 'MISS ' : 'FALSE'} ${theme}: ${tag} [${kind}] label ${label ?? '-'}, answer ${answer ?? '-'} (${source})`,
        );
      }
    }
  }
  return { overall, byTheme, faults };
}

function count(tally: Tally, label: Level | undefined, answer: Level | undefined): void {
  if (matches(label) && matches(answer)) {
    tally.hits++;
    if (label === answer) tally.rightLevel++;
  } else if (matches(answer)) tally.falseAlarms++;
  else if (matches(label)) tally.misses++;
  if (label === 'negated') {
    tally.negated++;
    if (!matches(answer)) tally.quietOnNegated++;
  }
}
