import { collectionLink, number, tagLink } from './formats';
import { html, joined, none, raw, type Html } from './html';
import { languageCode, planned, wordCount } from './item-stats';
import { categoryName, ratingName } from './names';
import type { RenderOptions, WorkSpec } from './spec';
import { showHidden, warningLink } from './tag-list';

function tagPair(token: string, label: Html | string, entries: readonly Html[]): Html {
  if (entries.length === 0) return none;
  return html`
          <dt class="${token} tags">
            ${label}:
          </dt>
          <dd class="${token} tags">
            <ul class="commas">
               ${entries}
            </ul>
          </dd>`;
}

const links = (names: readonly string[]): Html[] => names.map((name) => html`<li>${tagLink(name)}</li>`);

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Series of a work with links to its neighbours, as in the meta block and below the text. */
export function seriesSpans(work: WorkSpec): Html[] {
  return (work.series ?? []).map(
    (part) =>
      html`<span class="series">${
        part.position > 1 && html`<a class="previous" href="/works/${work.id - 1}">← Previous Work</a><span class="divider"> </span>`
      }<span class="position">Part ${number(part.position)} of <a href="/series/${part.id}">${part.title}</a></span></span>`,
  );
}

function stats(work: WorkSpec): Html {
  const pair = (name: string, label: string, value: Html | string): Html => html`<dt class="${name}">${label}:</dt><dd class="${name}">${value}</dd>`;
  const count = (name: string, label: string, value: number | undefined): Html =>
    value === undefined || value === 0 ? none : pair(name, label, number(value));
  const single = work.chapters.posted === 1 && work.chapters.planned === 1;
  return html`<dl class="stats">${pair('published', 'Published', work.published.slice(0, 10))}${
    !single && pair('status', work.complete ? 'Completed' : 'Updated', work.updated.slice(0, 10))
  }${pair('words', 'Words', wordCount(work))}${pair('chapters', 'Chapters', `${number(work.chapters.posted)}/${planned(work.chapters)}`)}${count(
    'comments',
    'Comments',
    work.comments,
  )}${count('kudos', 'Kudos', work.kudos)}${
    work.bookmarks !== undefined &&
    work.bookmarks > 0 &&
    pair('bookmarks', 'Bookmarks', html`<a href="/works/${work.id}/bookmarks">${number(work.bookmarks)}</a>`)
  }${work.hits !== null && pair('hits', 'Hits', number(work.hits ?? 0))}</dl>`;
}

/** The block with all tags and numbers at the top of a work page. */
export function workMeta(work: WorkSpec, options: RenderOptions): Html {
  const viewer = options.viewer ?? null;
  const owner = { type: 'Work', id: work.id, own: work.own === true } as const;
  const hides = (preference: boolean | undefined): boolean => preference === true && !owner.own;
  const warnings = hides(viewer?.hideWarnings)
    ? [showHidden(owner, 'warnings', '')]
    : work.warnings.map((warning) => html`<li>${warningLink(warning, options)}</li>`);
  const freeforms = hides(viewer?.hideFreeforms) && work.freeforms.length > 0 ? [showHidden(owner, 'freeforms', '')] : links(work.freeforms);
  const collections = work.collections ?? [];
  const series = seriesSpans(work);
  return html`
<div class="wrapper">
  <dl class="work meta group">${tagPair('rating', 'Rating', work.rating === null ? [] : links([ratingName(work.rating)]))}${tagPair(
    'warning',
    html`<a href="/tos_faq#tags">${plural(work.warnings.length, 'Archive Warning', 'Archive Warnings')}</a>`,
    warnings,
  )}${tagPair('category', plural(work.categories.length, 'Category', 'Categories'), links(work.categories.map(categoryName)))}${
    options.fork === 'superlove' && tagPair('medium', 'Medium', links(work.media ?? []))
  }${tagPair('fandom', plural(work.fandoms.length, 'Fandom', 'Fandoms'), links(work.fandoms))}${tagPair(
    'relationship',
    plural(work.relationships.length, 'Relationship', 'Relationships'),
    links(work.relationships),
  )}${tagPair('character', plural(work.characters.length, 'Character', 'Characters'), links(work.characters))}${tagPair('freeform', 'Additional Tags', freeforms)}
    ${
      work.language !== null &&
      html`<dt class="language">
        Language:
      </dt>
      <dd class="language"${languageCode(work.language, options)}>
        ${work.language.name}
      </dd>`
    }
    ${series.length > 0 && html`<dt class="series">Series:</dt><dd class="series">${joined(series, ', ')}</dd>`}
    ${collections.length > 0 && html`<dt class="collections">Collections:</dt><dd class="collections">${joined(collections.map(collectionLink), ', ')}</dd>`}
    <dt class="stats">Stats:</dt>
    <dd class="stats">
      ${raw(stats(work).source)}
    </dd>
  </dl>
</div>
`;
}
