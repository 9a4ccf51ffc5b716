import { has } from './era';
import { number } from './formats';
import { html, none, raw, type Html } from './html';
import type { ExternalSpec, RenderOptions, SeriesSpec, WorkSpec } from './spec';

type Language = WorkSpec['language'];

const pair = (name: string, label: string, value: Html | string): Html => html`<dt class="${name}">${label}:</dt>
    <dd class="${name}">${value}</dd>
    `;

/** A number with a link, left out when zero. */
const count = (name: string, label: string, value: number | undefined, address: string): Html =>
  value === undefined || value === 0 ? none : pair(name, label, html`<a href="${address}">${number(value)}</a>`);

export const languageCode = (language: NonNullable<Language>, options: RenderOptions): Html =>
  has(options, 'languageCode') ? html` lang="${language.code}"` : none;

const languagePair = (language: Language, options: RenderOptions): Html =>
  language === null
    ? none
    : html`<dt class="language">Language:</dt>
      <dd class="language"${languageCode(language, options)}>${language.name}</dd>
    `;

export const planned = (chapters: WorkSpec['chapters']): string => (chapters.planned === null ? '?' : number(chapters.planned));

/** "3/9", with a link to the last chapter when there are several. */
function chapterCount(work: WorkSpec): Html {
  const posted = number(work.chapters.posted);
  const link = html`<a href="/works/${work.id}/chapters/${chapterId(work, work.chapters.posted)}">${posted}</a>`;
  return html`${work.chapters.posted > 1 ? link : posted}/${planned(work.chapters)}`;
}

/** Number of a chapter in addresses, the same for the same work everywhere. */
export const chapterId = (work: { id: number }, position: number): number => work.id * 100 + position;

export const wordCount = (work: WorkSpec): Html => html`${work.words === null ? '' : number(work.words)}${raw(work.wordsSuffixHtml ?? '')}`;

export function workStats(work: WorkSpec, options: RenderOptions): Html {
  const base = `/works/${work.id}`;
  return html`
  <dl class="stats">
    ${languagePair(work.language, options)}${pair('words', 'Words', wordCount(work))}${pair('chapters', 'Chapters', chapterCount(work))}${count(
      'collections',
      'Collections',
      work.collections?.length,
      `${base}/collections`,
    )}${count('comments', 'Comments', work.comments, `${base}?show_comments=true#comments`)}${count('kudos', 'Kudos', work.kudos, `${base}#kudos`)}${count(
      'bookmarks',
      'Bookmarks',
      work.bookmarks,
      `${base}/bookmarks`,
    )}${work.hits !== null && pair('hits', 'Hits', number(work.hits ?? 0))}
  </dl>
`;
}

export function seriesStats(series: SeriesSpec): Html {
  return html`
  <dl class="stats">
    ${pair('words', 'Words', number(series.words))}${pair('works', 'Works', number(series.works))}${count(
      'bookmarks',
      'Bookmarks',
      series.bookmarks,
      `/series/${series.id}/bookmarks`,
    )}
  </dl>
`;
}

export function externalStats(external: ExternalSpec, options: RenderOptions): Html {
  return html`
  <dl class="stats">
    ${languagePair(external.language, options)}${count('bookmarks', 'Bookmarks', external.bookmarks, `/external_works/${external.id}/bookmarks`)}
  </dl>
`;
}
