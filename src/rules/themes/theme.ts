/** The subjects that readers avoid, in the order in which a picker shows them. What each covers: docs/themes.md. */
export const THEMES = [
  'non-consent',
  'dubious-consent',
  'underage',
  'incest',
  'character-death',
  'suicide',
  'self-harm',
  'abuse',
  'domestic-violence',
  'gore-and-torture',
  'eating-disorders',
  'pregnancy',
  'miscarriage',
  'substance-abuse',
  'infidelity',
  'omegaverse',
  'bigotry',
  'animal-harm',
  'vomit',
  'medical',
  'kidnapping',
  'mind-control',
  'unhappy-ending',
  'character-bashing',
  'reader-insert',
  'real-people',
  'ai-generated',
] as const;

export type Theme = (typeof THEMES)[number];

/** `referenced`: past, implied, mentioned, attempted ...; `negated`: the tag says that it does not occur. */
export type Level = 'present' | 'referenced' | 'negated';

/** Kinds of tag. The kind decides which phrases are looked for: a character called Death is no death. */
export type TagKind = 'freeform' | 'relationship' | 'character' | 'fandom' | 'warning' | 'category';

/** One theme of a work, at the strongest level found, with the tags that say so as the page spells them. */
export interface ThemeMatch {
  theme: Theme;
  level: Level;
  words: string[];
}

const known: ReadonlySet<string> = new Set(THEMES);

export const isTheme = (name: string): name is Theme => known.has(name);

/** The stronger of two levels: what occurs outweighs what is mentioned, and either outweighs a denial elsewhere. */
export function stronger(a: Level, b: Level): Level {
  if (a === 'present' || b === 'present') return 'present';
  return a === 'referenced' || b === 'referenced' ? 'referenced' : 'negated';
}
