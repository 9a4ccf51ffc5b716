/**
 * The archive's closed vocabularies as codes. Names are configuration on each site and have changed over
 * the years, so nothing but this file compares them as text.
 * Source: otwarchive's config.yml and its history; names seen on saved pages from 2018 to 2026.
 */

/** One member of a closed vocabulary: its code, the word used in rules, and every name it has had. */
export interface Term<Code extends string> {
  readonly code: Code;
  /** The word that the text form of a rule prints. */
  readonly word: string;
  /** Names on archives, today's first. Compared without case. */
  readonly names: readonly string[];
}

export type Rating = 'not-rated' | 'general' | 'teen' | 'mature' | 'explicit' | 'other';
export type Warning = 'cntw' | 'none' | 'violence' | 'death' | 'noncon' | 'underage' | 'other';
export type Category = 'ff' | 'fm' | 'gen' | 'mm' | 'multi' | 'other';

/** Ratings from mild to severe; a series shows several, and the most severe one decides its symbol. */
export const RATINGS: readonly Term<Rating>[] = [
  { code: 'not-rated', word: 'not-rated', names: ['Not Rated'] },
  { code: 'general', word: 'general', names: ['General Audiences', 'General', 'K', 'K+'] },
  { code: 'teen', word: 'teen', names: ['Teen And Up Audiences', 'Teen', 'T'] },
  { code: 'mature', word: 'mature', names: ['Mature', 'M'] },
  { code: 'explicit', word: 'explicit', names: ['Explicit', 'MA'] },
];

/** Archive warnings. "Choose Not ..." is the stored name, "Creator Chose Not ..." what pages show today. */
export const WARNINGS: readonly Term<Warning>[] = [
  {
    code: 'cntw',
    word: 'chose-not-to-warn',
    names: [
      'Creator Chose Not To Use Archive Warnings',
      'Choose Not To Use Archive Warnings',
      'Author Chose Not To Use Archive Warnings',
      'Author Has Chosen Not To Warn',
      'Choose Not To Warn',
      'Choose Not To Warn For Some Content',
      'cntw',
    ],
  },
  { code: 'none', word: 'no-warnings', names: ['No Archive Warnings Apply', 'None Of These Warnings Apply'] },
  { code: 'violence', word: 'violence', names: ['Graphic Depictions Of Violence', 'Extreme Violence'] },
  { code: 'death', word: 'major-character-death', names: ['Major Character Death', 'death'] },
  { code: 'noncon', word: 'non-con', names: ['Rape/Non-Con', 'noncon'] },
  { code: 'underage', word: 'underage', names: ['Underage Sex', 'Underage'] },
];

export const CATEGORIES: readonly Term<Category>[] = [
  { code: 'ff', word: 'F/F', names: ['F/F', 'ff'] },
  { code: 'fm', word: 'F/M', names: ['F/M', 'M/F', 'fm'] },
  { code: 'gen', word: 'gen', names: ['Gen'] },
  { code: 'mm', word: 'M/M', names: ['M/M', 'mm'] },
  { code: 'multi', word: 'multi', names: ['Multi'] },
  { code: 'other', word: 'other', names: ['Other'] },
];

/** What archives call a code today; `undefined` for one that no archive has a name for, as `other` of ratings and warnings. */
export const nameOf = <Code extends string>(terms: readonly Term<Code>[], code: Code): string | undefined => terms.find((term) => term.code === code)?.names[0];

/** Today's name of each code that has one. */
export const namesOf = <Code extends string>(terms: readonly Term<Code>[], codes: readonly Code[]): string[] =>
  codes.flatMap((code) => nameOf(terms, code) ?? []);

/**
 * The code for a name of a closed vocabulary, by any of its names, its word or its code; without regard to
 * case and surrounding space. `undefined` when the name is none of them.
 */
export function codeOf<Code extends string>(terms: readonly Term<Code>[], name: string): Code | undefined {
  const wanted = name.trim().replace(/\s+/g, ' ').toLowerCase();
  return terms.find((term) => term.code === wanted || term.word.toLowerCase() === wanted || term.names.some((known) => known.toLowerCase() === wanted))?.code;
}
