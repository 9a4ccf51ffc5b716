import { CATEGORIES, RATINGS, WARNINGS } from '../../domain/vocabulary';
import { emptyWork, type Work } from '../../domain/work';
import { chapterCounts, firstNumber } from '../reading/numbers';
import { clean } from '../reading/text';
import { codes } from '../otw/symbols';

/** A work outside of its archive, of which nothing is known yet. */
export function startSaved(): Work {
  return { ...emptyWork('work'), subject: 'work' };
}

/** A label in front of tags, as downloads and copies write it: in the singular or the plural, with a colon. */
const LABEL = /^(rating|(?:archive )?warning|categor(?:y|ie)|fandom|relationship|character|additional tag|freeform|language|stat)s?:\s*$/i;

export const labelOf = (line: string): string | null => LABEL.exec(line.trim())?.[1]?.toLowerCase() ?? null;

/** Puts a group of names where it belongs; an unknown label is passed over. */
export function takeGroup(work: Work, label: string, names: readonly string[]): void {
  const kept = names.map(clean).filter((name) => name !== '');
  switch (label) {
    case 'rating':
      work.ratings = codes(RATINGS, kept, 'other');
      break;
    case 'warning':
    case 'archive warning':
      work.warnings = codes(WARNINGS, kept, 'other');
      break;
    case 'category':
    case 'categorie':
      work.categories = codes(CATEGORIES, kept, 'other');
      break;
    case 'fandom':
      work.fandoms = kept;
      break;
    case 'relationship':
      work.relationships = kept;
      break;
    case 'character':
      work.characters = kept;
      break;
    case 'freeform':
    case 'additional tag':
      work.freeforms = kept;
      break;
    case 'language':
      work.languageName = kept[0] ?? null;
      break;
    case 'stat':
      takeStats(work, kept.join(' '));
  }
}

/** The first day in a text; downloads write them as YYYY-MM-DD only. */
export const dayIn = (text: string): string | null => /\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null;

/** "Published: 2020-01-29 Completed: 2020-02-02 Words: 12,861 Chapters: 2/2", any of it. */
function takeStats(work: Work, text: string): void {
  const after = (name: string): string => new RegExp(`${name}:\\s*([\\d,/?-]+)`).exec(text)?.[1] ?? '';
  work.published = dayIn(after('Published'));
  work.updated = dayIn(after('Completed') || after('Updated')) ?? work.published;
  work.words = firstNumber(after('Words'));
  work.chapters = chapterCounts(after('Chapters'));
  work.complete = work.chapters === null ? null : work.chapters.posted === work.chapters.planned;
}

/**
 * Sets right what copies mislabel: a "fandom" between whose `/` or ` & ` stand the same names as in one of the
 * relationships is that relationship.
 */
export function settleGroups(work: Work): Work {
  const known = new Set(work.relationships.map(partners));
  work.fandoms = work.fandoms.filter((name) => !/\/| & /.test(name) || !known.has(partners(name)));
  return work;
}

const partners = (name: string): string =>
  name
    .toLowerCase()
    .split(/\/| & /)
    .map((part) => part.trim())
    .toSorted()
    .join('\n');
