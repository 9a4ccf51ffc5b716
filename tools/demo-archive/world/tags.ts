import type { Category, Rating, Warning } from '../../../src/domain/vocabulary';
import type { Random } from '../random';
import { ANYONES, type Fandom, FANDOMS } from './fandoms';
import { FREEFORMS } from './freeforms';

export const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'zh', name: '中文-普通话 國語' },
  { code: 'ru', name: 'Русский' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'ptBR', name: 'Português brasileiro' },
  { code: 'de', name: 'Deutsch' },
  { code: 'it', name: 'Italiano' },
  { code: 'pl', name: 'Polski' },
  { code: 'ko', name: '한국어' },
  { code: 'he', name: 'עברית' },
  { code: 'ar', name: 'العربية' },
  { code: 'cop', name: 'ϯⲙⲉⲧⲣⲉⲙⲛ̀ⲭⲏⲙⲓ' },
  { code: 'qya', name: 'Quenya' },
] as const;

const RATINGS: readonly Rating[] = ['teen', 'general', 'explicit', 'mature', 'not-rated'];
const WARNINGS: readonly Warning[] = ['violence', 'death', 'noncon', 'underage'];
const CATEGORIES: readonly Category[] = ['mm', 'fm', 'gen', 'ff', 'multi', 'other'];

export interface Tags {
  fandoms: string[];
  rating: Rating;
  warnings: Warning[];
  categories: Category[];
  relationships: string[];
  characters: string[];
  freeforms: string[];
  /** Whom the work is about, for its summary. */
  people: string[];
}

/** Tags in the proportions of a busy archive: one fandom mostly, few relationships, many additional tags. */
export function makeTags(random: Random): Tags {
  const main = random.popular(FANDOMS);
  const fandoms = random.chance(0.12) ? [main, ...random.several(FANDOMS, random.int(1, 3)).filter((fandom) => fandom !== main)] : [main];
  const cast = castOf(random, fandoms);
  const relationships = Array.from({ length: random.chance(0.15) ? 0 : random.chance(0.6) ? 1 : random.int(2, 6) }, () => makeRelationship(random, cast, main));
  return {
    fandoms: fandoms.map((fandom) => fandom.name),
    rating: random.popular(RATINGS),
    warnings: makeWarnings(random),
    categories: random.chance(0.08) ? [] : random.several(CATEGORIES, random.chance(0.85) ? 1 : random.int(2, 4)),
    relationships: [...new Set(relationships)],
    characters: random.chance(0.05) ? [] : cast,
    freeforms: random.chance(0.03) ? [] : random.several(FREEFORMS, random.chance(0.04) ? random.int(40, 66) : random.int(1, 12)),
    people: cast,
  };
}

function castOf(random: Random, fandoms: readonly Fandom[]): string[] {
  const all = fandoms.flatMap((fandom) => random.several(fandom.characters, random.int(2, 6)));
  return random.chance(0.1) ? [...all, random.pick(ANYONES)] : all;
}

function makeRelationship(random: Random, cast: readonly string[], fandom: Fandom): string {
  const [one = 'Reader', two = 'You', three = 'Everyone'] = [...new Set([random.popular(cast), random.pick(cast), random.pick(cast), ...cast])];
  const shapes: [number, () => string][] = [
    [0.66, () => `${one}/${two}`],
    [0.86, () => `${one} & ${two}`],
    [0.9, () => `${one}/${two}/${three}`],
    [0.93, () => `${one}/Reader`],
    [0.95, () => `Past ${one}/${two}`],
    [0.965, () => `${one} & ${two} & ${three}`],
    [0.975, () => `${one}/${two} (${fandom.name.replace(/ \(.*| - .*/, '')})`],
    [0.985, () => `${one}♦${two}`],
    [0.99, () => 'Minor or Background Relationship(s)'],
    [1, () => `${one} x ${two} - briefly`],
  ];
  const draw = random.next();
  return (shapes.find(([upTo]) => draw < upTo) ?? shapes[0])?.[1]() ?? '';
}

function makeWarnings(random: Random): Warning[] {
  const draw = random.next();
  if (draw < 0.5) return ['none'];
  if (draw < 0.74) return ['cntw'];
  if (draw < 0.77) return ['cntw', 'none'];
  if (draw < 0.775) return ['cntw', 'violence', 'death', 'none', 'noncon', 'underage'];
  const some = random.several(WARNINGS, random.chance(0.7) ? 1 : random.int(2, 3));
  return random.chance(0.2) ? ['cntw', ...some] : some;
}
