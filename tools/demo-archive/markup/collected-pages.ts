import { authorLink, byline, number, paragraphs } from './formats';
import { html, none, type Html } from './html';
import { item } from './item';
import { dashboard, pagination, sideBar } from './listing-page';
import { renderPage } from './page';
import type { ItemSpec, RenderOptions, SeriesSpec, WorkSpec } from './spec';

function box(id: string, heading: string, tag: 'ol' | 'ul', kind: string, items: readonly ItemSpec[], options: RenderOptions): Html {
  if (items.length === 0) return none;
  const list = html`${items.map((entry) => item(entry, options))}`;
  return html`
<div id="${id}" class="${kind} listbox group">
  <h3 class="heading">${heading}</h3>
  ${tag === 'ol' ? html`<ol class="index group">${list}</ol>` : html`<ul class="index group">${list}</ul>`}
</div>
`;
}

export interface DashboardSpec {
  login: string;
  /** Absent: the page of the account; else of one of its pseuds. */
  pseud?: string;
  works: readonly ItemSpec[];
  series: readonly ItemSpec[];
  bookmarks: readonly ItemSpec[];
}

/** A user's home: a few works, series and bookmarks. */
export const renderDashboard = (spec: DashboardSpec, options: RenderOptions = {}): string =>
  renderPage(
    {
      main: `${spec.pseud === undefined ? 'users' : 'pseuds'}-show dashboard`,
      title: spec.pseud ?? spec.login,
      dashboard: dashboard(spec.login),
      content: html`
<div class="user home profile"><div class="primary header module"><h2 class="heading">${spec.pseud ?? spec.login}</h2></div>
${box('user-works', 'Recent works', 'ul', 'work', spec.works, options)}${box('user-series', 'Recent series', 'ol', 'series', spec.series, options)}${box(
        'user-bookmarks',
        'Recent bookmarks',
        'ol',
        'bookmark',
        spec.bookmarks,
        options,
      )}</div>`,
    },
    options,
  );

/** A collection's home. */
export const renderCollectionHome = (
  spec: { name: string; title: string; works: readonly ItemSpec[]; bookmarks: readonly ItemSpec[] },
  options: RenderOptions = {},
): string =>
  renderPage(
    {
      main: 'collections-show dashboard',
      title: spec.title,
      dashboard: sideBar({ collection: spec }),
      content: html`
<div class="collection home"><div class="primary header module"><h2 class="heading">${spec.title}</h2></div>
${box('collection-works', 'Recent works', 'ul', 'work', spec.works, options)}${box('collection-bookmarks', 'Recent bookmarks', 'ul', 'bookmark', spec.bookmarks, options)}</div>`,
    },
    options,
  );

/** A series with its works. */
export function renderSeriesPage(series: SeriesSpec, works: readonly WorkSpec[], options: RenderOptions = {}): string {
  const bookmarks = series.bookmarks ?? 0;
  return renderPage(
    {
      main: 'series-show',
      title: series.title,
      content: html`
<h2 class="heading">
  ${series.title}
</h2>
<h3 class="landmark heading">Series Metadata</h3>
<div class="wrapper">
  <dl class="series meta group">
    <dt>${series.authors.length === 1 ? 'Creator' : 'Creators'}:</dt>
    <dd>${byline(series)}</dd>
    <dt>Series Begun:</dt>
    <dd>${series.begun ?? series.updated.slice(0, 10)}</dd>
    <dt>Series Updated:</dt>
    <dd>${series.updated.slice(0, 10)}</dd>
    ${series.summary !== null && html`<dt>Description:</dt><dd><blockquote class="userstuff">${paragraphs(series.summary)}</blockquote></dd>`}
    <dt class="stats">Stats:</dt>
    <dd class="stats"><dl class="stats"><dt class="words">Words:</dt><dd class="words">${number(series.words)}</dd><dt class="works">Works:</dt><dd class="works">${number(series.works)}</dd><dt>Complete:</dt><dd>${series.complete ? 'Yes' : 'No'}</dd>${
      bookmarks > 0 && html`<dt class="bookmarks">Bookmarks:</dt><dd class="bookmarks"><a href="/series/${series.id}/bookmarks">${number(bookmarks)}</a></dd>`
    }</dl></dd>
  </dl>
</div>
<h3 class="landmark heading">Listing Series</h3>
<ul class="series work index group">${works.map((work) => item({ kind: 'work', work }, options))}</ul>
${pagination(`/series/${series.id}`, 1, 1, false)}`,
    },
    options,
  );
}

/** The home page: for an account with three works marked for later and unread comments. */
export function renderHome(spec: { readings: readonly ItemSpec[]; unread?: readonly WorkSpec[] }, options: RenderOptions = {}): string {
  const unread = spec.unread ?? [];
  return renderPage(
    {
      main: 'system docs index',
      title: 'Home',
      content: html`
<div class="splash">
  ${spec.readings.length > 0 && html`<div class="random readings module"><h3 class="heading">Is it later already?</h3><p>Some works you've marked for later.</p><ol class="reading work index group">${spec.readings.map((entry) => item(entry, options))}</ol></div>`}
  ${unread.length > 0 && html`<div class="latest messages module"><h3 class="heading">Unread messages</h3><ul class="abbreviated comment index group">${unread.map((work, index) => inboxComment(work, index + 1))}</ul></div>`}
  <div class="news module odd"><h3 class="heading">News</h3></div>
</div>`,
    },
    options,
  );
}

/** A comment in the inbox, which names a work without any tags. */
export function inboxComment(work: WorkSpec, id: number): Html {
  const author = work.authors[0];
  return html`
<li class="unread comment group user-7" id="feedback_comment_${id}" role="article">
  <h4 class="heading byline"><a href="/users/visitor/pseuds/visitor">visitor</a> on <a href="/works/${work.id}">${work.title}</a>${author !== undefined && html` by ${authorLink(author)}`}</h4>
  <blockquote class="userstuff"><p>Thank you for writing this.</p></blockquote>
</li>`;
}
