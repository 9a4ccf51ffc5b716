import { CATEGORIES, codeOf, RATINGS, WARNINGS, type Category, type Rating, type Term } from '../../domain/vocabulary';
import type { Work } from '../../domain/work';
import { all, has } from '../reading/dom';
import { clean } from '../reading/text';

/** Ends of symbol classes, which a fork keeps when it gives a rating or a category another name. */
const RATING_CLASSES: Record<string, Rating> = { notrated: 'not-rated', 'general-audience': 'general', teen: 'teen', mature: 'mature', explicit: 'explicit' };
const CATEGORY_CLASSES: Record<string, Category> = { femslash: 'ff', het: 'fm', gen: 'gen', slash: 'mm' };

/** Codes for names; each once, and `fallback` for a name that is in no vocabulary. */
export function codes<Code extends string>(terms: readonly Term<Code>[], names: readonly string[], fallback: NoInfer<Code>): Code[] {
  return [...new Set(names.map((name) => codeOf(terms, name) ?? fallback))];
}

/** The code that the symbol's class stands for, for a single name that is unknown. */
function byClass<Code>(symbol: Element, names: readonly string[], classes: Record<string, Code>, fallback: NoInfer<Code>): Code {
  const [, end = ''] = /\b(?:rating|category)-([\w-]+)/.exec(symbol.className) ?? [];
  return names.length === 1 && Object.hasOwn(classes, end) ? (classes[end] ?? fallback) : fallback;
}

/**
 * Reads the block of four symbols. Completion is what the symbol says, as in the archive's own filter, also where
 * the number of chapters says otherwise.
 * @returns whether rating and warnings were there, without which an item cannot be judged
 */
export function readSymbols(list: Element, work: Work): boolean {
  let needed = 0;
  for (const symbol of all(list, 'span[class]')) {
    // The text is there for screen readers, and says the same as the title.
    const names = clean(symbol.getAttribute('title') || symbol.textContent || '').split(', ');
    if (has(symbol, 'rating')) {
      needed |= 1;
      work.ratings = names[0] === 'No rating' ? [] : codes(RATINGS, names, byClass(symbol, names, RATING_CLASSES, 'other'));
    } else if (has(symbol, 'warnings')) {
      needed |= 2;
      work.warnings = codes(WARNINGS, names, 'other');
    } else if (has(symbol, 'category')) {
      work.categories = has(symbol, 'category-none') ? [] : codes(CATEGORIES, names, byClass(symbol, names, CATEGORY_CLASSES, 'other'));
    } else if (has(symbol, 'iswip')) work.complete = has(symbol, 'complete-yes');
  }
  return needed === 3;
}
