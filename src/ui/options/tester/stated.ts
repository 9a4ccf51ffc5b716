import { CATEGORIES, nameOf, RATINGS, WARNINGS, type Term } from '../../../domain/vocabulary';
import type { Creator, Work } from '../../../domain/work';
import { text } from '../../../i18n';
import { joined } from '../../parts/joined';
import { numberText } from '../../parts/number-text';

/** What the page states about a work, field by field as rules name them; what it does not state is left out. */
export function statedBy(work: Work): [field: string, value: string][] {
  const { bookmark, chapters } = work;
  const all: [string, string][] = [
    ['creator', work.anonymous ? text('rule_anonymous') : list(work.creators.map(creatorName))],
    ['recipient', list(work.recipients)],
    ['fandom', list(work.fandoms)],
    ['rating', names(RATINGS, work.ratings)],
    ['warning', names(WARNINGS, work.warnings)],
    ['category', names(CATEGORIES, work.categories)],
    ['relationship', list(work.relationships)],
    ['character', list(work.characters)],
    ['freeform', list(work.freeforms)],
    ['tag', list(work.otherTags)],
    ['genre', list(work.genres)],
    ['language', work.languageName ?? work.language ?? ''],
    ['words', number(work.words)],
    ['chapters', chapters === null ? '' : `${number(chapters.posted)}/${chapters.planned === null ? '?' : number(chapters.planned)}`],
    ['complete', work.complete === null ? '' : text(work.complete ? 'rule_yes' : 'rule_no')],
    ['series', list(work.series.map(({ title }) => title))],
    ['collection', list(work.collections)],
    ['kudos', number(work.kudos)],
    ['hits', number(work.hits)],
    ['comments', number(work.comments)],
    ['bookmarks', number(work.bookmarks)],
    ['updated', work.updated ?? ''],
    ['published', work.published ?? ''],
    ['restricted', work.restricted ? text('rule_yes') : ''],
    ['summary', work.summary ?? ''],
    ['bookmarker', bookmark?.bookmarker == null ? '' : creatorName(bookmark.bookmarker)],
    ['bookmark-tag', list(bookmark?.tags ?? [])],
    ['notes', bookmark?.notes ?? ''],
  ];
  return all.filter(([, value]) => value !== '');
}

const list = (parts: string[]): string => joined(parts, 'unit');

const number = (value: number | null): string => (value === null ? '' : numberText(value));

const names = <Code extends string>(terms: readonly Term<Code>[], codes: readonly Code[]): string => list(codes.map((code) => nameOf(terms, code) ?? code));

const creatorName = ({ name, login }: Creator): string => (login === null || login === name ? name : `${name} (${login})`);
