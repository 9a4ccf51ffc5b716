import { CATEGORIES, codeOf, RATINGS, WARNINGS, type Category, type Rating, type Term, type Warning } from '../../domain/vocabulary';
import type { Work } from '../../domain/work';
import { clean } from '../reading/text';

/** Symbol classes, which a fork keeps when it gives a rating or a category another name. */
const RATING_CLASSES: Record<string, Rating> = {
  'rating-notrated': 'not-rated',
  'rating-general-audience': 'general',
  'rating-teen': 'teen',
  'rating-mature': 'mature',
  'rating-explicit': 'explicit',
};
const CATEGORY_CLASSES: Record<string, Category> = {
  'category-femslash': 'ff',
  'category-het': 'fm',
  'category-gen': 'gen',
  'category-slash': 'mm',
};

/** Codes for names; each once, and `other` for a name that this version does not know. */
export function codes<Code extends string>(terms: readonly Term<Code>[], names: readonly string[], fallback: Code): Code[] {
  return [...new Set(names.map((name) => codeOf(terms, name) ?? fallback))];
}

function byClass<Code>(symbol: Element, classes: Record<string, Code>): Code | undefined {
  for (const token of symbol.classList) if (Object.hasOwn(classes, token)) return classes[token];
  return undefined;
}

/** A symbol's names, from its title or from the text that styles hide. */
const namesOf = (symbol: Element): string[] => clean(symbol.getAttribute('title') || symbol.textContent || '').split(', ');

/** A single unknown name is settled by the symbol's class. */
function read<Code extends string>(symbol: Element, terms: readonly Term<Code>[], fallback: Code, classes: Record<string, Code>): Code[] {
  const names = namesOf(symbol);
  return codes(terms, names, names.length === 1 ? (byClass(symbol, classes) ?? fallback) : fallback);
}

/**
 * Reads the block of four symbols. Completion is what the symbol says, as in the archive's own filter, also where
 * the number of chapters says otherwise.
 * @returns whether rating and warnings were there, without which an item cannot be judged
 */
export function readSymbols(list: Element, work: Work): boolean {
  let rated = false;
  let warned = false;
  for (const symbol of list.querySelectorAll('span[class]')) {
    const { classList } = symbol;
    if (classList.contains('rating')) {
      rated = true;
      work.ratings = /^No rating$/i.test(namesOf(symbol)[0] ?? '') ? [] : read(symbol, RATINGS, 'other', RATING_CLASSES);
    } else if (classList.contains('warnings')) {
      warned = true;
      work.warnings = codes<Warning>(WARNINGS, namesOf(symbol), 'other');
    } else if (classList.contains('category')) {
      work.categories = classList.contains('category-none') ? [] : read(symbol, CATEGORIES, 'other', CATEGORY_CLASSES);
    } else if (classList.contains('iswip')) work.complete = classList.contains('complete-yes');
  }
  return rated && warned;
}
