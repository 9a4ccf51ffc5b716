import type { Category, Rating, Warning } from '../../../src/domain/vocabulary';
import { has } from './era';
import type { RenderOptions } from './spec';

/** Names and symbol classes as the archive writes them; kept apart from the extension's own table on purpose. */
const RATING: Record<Rating, [name: string, symbol: string]> = {
  'not-rated': ['Not Rated', 'rating-notrated'],
  general: ['General Audiences', 'rating-general-audience'],
  teen: ['Teen And Up Audiences', 'rating-teen'],
  mature: ['Mature', 'rating-mature'],
  explicit: ['Explicit', 'rating-explicit'],
  other: ['Everyone Welcome', 'rating-notrated'],
};

const WARNING: Record<Exclude<Warning, 'cntw' | 'underage'>, string> = {
  none: 'No Archive Warnings Apply',
  violence: 'Graphic Depictions Of Violence',
  death: 'Major Character Death',
  noncon: 'Rape/Non-Con',
  other: 'Flashing Images',
};

const CATEGORY: Record<Category, [name: string, symbol: string]> = {
  ff: ['F/F', 'category-femslash'],
  fm: ['F/M', 'category-het'],
  gen: ['Gen', 'category-gen'],
  mm: ['M/M', 'category-slash'],
  multi: ['Multi', 'category-multi'],
  other: ['Other', 'category-other'],
};

export const ratingName = (rating: Rating): string => RATING[rating][0];

export const categoryName = (category: Category): string => CATEGORY[category][0];

/** The stored name, used in addresses. */
export function warningName(warning: Warning, options: RenderOptions): string {
  if (warning === 'cntw') return 'Choose Not To Use Archive Warnings';
  if (warning === 'underage') return has(options, 'underageSex') ? 'Underage Sex' : 'Underage';
  return WARNING[warning];
}

/** The name that pages show in tag lists since 2014. */
export const shownWarningName = (warning: Warning, options: RenderOptions): string =>
  warning === 'cntw' ? 'Creator Chose Not To Use Archive Warnings' : warningName(warning, options);

/** Name in the symbol, which kept the stored name until 2025. */
const symbolWarningName = (warning: Warning, options: RenderOptions): string =>
  has(options, 'creatorChoseSymbol') ? shownWarningName(warning, options) : warningName(warning, options);

export function ratingSymbol(ratings: readonly Rating[]): [symbol: string, title: string] {
  const first = ratings[0];
  if (first === undefined) return ['rating-notrated', 'No rating'];
  return [RATING[first][1], ratings.map(ratingName).join(', ')];
}

/** An item without warnings shows the symbol of a creator who chose not to warn. */
export function warningSymbol(warnings: readonly Warning[], options: RenderOptions): [symbol: string, title: string] {
  const shown: readonly Warning[] = warnings.length > 0 ? warnings : ['cntw'];
  const title = shown.map((warning) => symbolWarningName(warning, options)).join(', ');
  if (shown.length === 1 && shown[0] === 'none') return ['warning-no', title];
  const undecided = shown.includes('cntw') && shown.every((warning) => warning === 'cntw' || warning === 'none');
  return [undecided ? 'warning-choosenotto' : 'warning-yes', title];
}

export function categorySymbol(categories: readonly Category[]): [symbol: string, title: string] {
  const first = categories[0];
  if (first === undefined) return ['category-none', 'No category'];
  const title = categories.map(categoryName).join(', ');
  return [categories.length > 1 ? 'category-multi' : CATEGORY[first][1], title];
}
