import { number } from './formats';
import { html, raw, type Html } from './html';

/**
 * Listings of Royal Road from plain data, written by hand. Evidence for the shapes: search results of September 2026,
 * trimmed, in the tests of a public reader, and since then the same names in a dozen parsers of 2023 to 2026 (item,
 * title, `span.label`, `a.fiction-tag`, `#description-N`); the status in capitals, on best rated and other lists, in four of
 * those; numbers before their words inside `.stats` in three; rows of `/my/follows` in the test of a fourth. The two classes
 * of an item change their order from list to list.
 */
export interface FictionSpec {
  id: number;
  title: string;
  type: 'Original' | 'Fan Fiction';
  /** In capitals; left out in search results of some years. */
  status: string | null;
  tags: string[];
  /** Left out in search results. */
  stats: { followers: number; pages: number; views: number; chapters: number } | null;
  /** Markup, one entry a paragraph. */
  description: string[];
}

const address = ({ id, title }: FictionSpec): string =>
  `/fiction/${id}/${
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'untitled'
  }`;

const heading = (fiction: FictionSpec): Html =>
  html`<h2 class="fiction-title"><a href="${address(fiction)}" class="font-red-sunglo bold">${fiction.title}</a></h2>`;

const cover = (fiction: FictionSpec): Html =>
  html`<figure class="col-sm-2 col-md-3 col-lg-2 text-center"><a href="${address(fiction)}"><img data-type="cover" alt="${fiction.title}" src="/cover.png" /></a></figure>`;

const label = (text: string): Html => html`<span class="label label-default label-sm bg-blue-hoki"> ${text} </span>`;

const tag = (name: string): Html =>
  html`<a class="label label-default label-sm bg-blue-dark fiction-tag" href="/fictions/search?tagsAdd=${encodeURIComponent(name)}">${name}</a>`;

function stats({ stats: counts }: FictionSpec): Html | null {
  if (counts === null) return null;
  const parts = [
    `${number(counts.followers)} Followers`,
    `${number(counts.pages)} Pages`,
    `${number(counts.views)} Views`,
    `${number(counts.chapters)} Chapters`,
  ];
  return html`<div class="row stats">${parts.map(
    (part) => html`<div class="col-sm-6"><i class="fa"></i><span>${part}</span></div>
`,
  )}</div>`;
}

/** One fiction of a list. @param search the order of its classes in search results */
export const renderFiction = (fiction: FictionSpec, search = false): Html => html`<div class="${search ? 'row fiction-list-item' : 'fiction-list-item row'}">
${cover(fiction)}
<div class="col-sm-10 col-md-8 col-lg-9 col-xs-12 search-content">
${heading(fiction)}
<div class="margin-bottom-10">${label(fiction.type)} ${fiction.status !== null && label(fiction.status)} <span class="tags">${fiction.tags.map(tag)}</span></div>
${stats(fiction)}
<div id="description-${fiction.id}" class="margin-top-10 col-xs-12" style="display: none">${fiction.description.map((paragraph) => html`<p>${raw(paragraph)}</p>`)}</div>
</div>
</div>
`;

/** A row of the viewer's own list: no labels, no tags. */
export const renderFollowed = (fiction: FictionSpec): Html => html`<div class="fiction-list-item row">
${cover(fiction)}
<div>${heading(fiction)}<ul class="list-unstyled"><li class="list-item">Last Update: <a href="${address(fiction)}/chapter/9/nine" class="bold">Nine</a></li></ul></div>
</div>
`;

/** A page with a list. @param next number of the next page */
export const renderFictions = (items: readonly Html[], next: number | null = null): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Best Rated | Royal Road</title></head><body>
<div class="fiction-list">
${items.join('')}</div>
${next === null ? '' : `<ul class="pagination"><li class="page-active"><a data-page='${next - 1}' href="?page=${next - 1}">${next - 1}</a></li><li><a data-page='${next}' href="?page=${next}">Next &gt;</a></li></ul>`}
</body></html>`;
