import { CATEGORIES, namesOf, RATINGS, WARNINGS } from '../../domain/vocabulary';
import type { Work } from '../../domain/work';
import { text } from '../../i18n';

/** What the work behind a gate is, without its words: title, creators and tags. */
export function detailsOf(document: Document, work: Work): HTMLElement {
  const box = document.createElement('div');
  box.className = 'details';
  const title = document.createElement('p');
  const creators = work.anonymous && work.creators.length === 0 ? text('gate_anonymous') : work.creators.map(({ name }) => name).join(text('fold_separator'));
  title.textContent = `${work.title ?? ''} ${text('gate_by', creators)}`;
  title.dir = 'auto';
  const list = document.createElement('dl');
  const rows = [
    ['gate_rating', namesOf(RATINGS, work.ratings)],
    ['gate_warnings', namesOf(WARNINGS, work.warnings)],
    ['gate_categories', namesOf(CATEGORIES, work.categories)],
    ['gate_fandoms', work.fandoms],
    ['gate_relationships', work.relationships],
    ['gate_characters', work.characters],
    ['gate_freeforms', work.freeforms],
    ['gate_series', work.series.map((series) => series.title)],
  ] as const;
  for (const [label, names] of rows) {
    if (names.length === 0) continue;
    const term = document.createElement('dt');
    term.textContent = text(label);
    const value = document.createElement('dd');
    value.textContent = names.join(text('fold_separator'));
    value.dir = 'auto';
    list.append(term, value);
  }
  const covered = document.createElement('p');
  covered.className = 'small';
  covered.textContent = text('gate_covered');
  box.append(title, list, covered);
  return box;
}
