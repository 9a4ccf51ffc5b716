import type { Json } from '../../domain/document';
import { foldName } from '../../domain/fold-name';
import type { Corrections } from './recognise';
import { isTheme, type Theme } from './theme';

/** What the reader says of one tag: it is not about a theme (`clean`), or it is (`added`). */
export interface Correction {
  /** Name of the synced setting that holds it. */
  name: string;
  kind: 'clean' | 'added';
  theme: Theme;
  /** As the reader met it. */
  tag: string;
}

const PREFIX = { clean: 'theme-clean:', added: 'theme-added:' } as const;
/** Archives allow 150 characters to a tag; folding makes few names longer. */
const LONGEST_TAG = 1000;

/**
 * Name of the setting that says this of a tag: `theme-clean:<theme>:<tag, folded>`; its value is the tag as written.
 * Each correction is a setting of its own, so that those made on two devices are all kept. Null for what is no tag.
 */
export function correctionName(kind: Correction['kind'], theme: Theme, tag: string): string | null {
  const folded = foldName(tag);
  return folded === '' || folded.length > LONGEST_TAG ? null : `${PREFIX[kind]}${theme}:${folded}`;
}

export const isCorrection = (setting: string): boolean => setting.startsWith(PREFIX.clean) || setting.startsWith(PREFIX.added);

/** The reader's corrections among the synced settings. Themes of later versions are left out. */
export function listCorrections(settings: Iterable<readonly [string, Json]>): Correction[] {
  const found: Correction[] = [];
  for (const [name, value] of settings) {
    if (!isCorrection(name)) continue;
    const kind = name.startsWith(PREFIX.clean) ? 'clean' : 'added';
    const said = name.slice(PREFIX[kind].length);
    const theme = said.slice(0, said.indexOf(':'));
    if (isTheme(theme) && typeof value === 'string') found.push({ name, kind, theme, tag: value });
  }
  return found;
}

/** What the recogniser takes; undefined when the reader has corrected nothing. The names of the settings count, not their values. */
export function correctionsOf(settings: Iterable<readonly [string, Json]>): Corrections | undefined {
  const all = listCorrections(settings);
  if (all.length === 0) return undefined;
  const corrections = { clean: new Map<Theme, Set<string>>(), added: new Map<Theme, Set<string>>() };
  for (const { name, kind, theme } of all) {
    const tag = name.slice(PREFIX[kind].length + theme.length + 1);
    const tags = corrections[kind].get(theme);
    if (tags === undefined) corrections[kind].set(theme, new Set([tag]));
    else tags.add(tag);
  }
  return corrections;
}
