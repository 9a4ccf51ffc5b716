import { has } from './era';
import { collectionLink, longDate, number, paragraphs, tagLink, userAddress, userLabel, userTokens } from './formats';
import { html, none, raw, type Html } from './html';
import { externalContents, externalTokens, seriesContents, seriesTokens } from './other-items';
import type { BookmarkedSpec, BookmarkSpec, RenderOptions, UserSpec } from './spec';
import { mysteryContents, workContents, workTokens } from './work-item';

function subject(of: BookmarkedSpec, options: RenderOptions): { contents: Html; tokens: string; users: readonly UserSpec[]; address: string; id: number } {
  switch (of.kind) {
    case 'work': {
      const hidden = of.work.anonymous === true;
      return {
        contents: workContents(of.work, options),
        tokens: workTokens(of.work, options),
        users: hidden ? [] : of.work.authors,
        address: `/works/${of.work.id}`,
        id: of.work.id,
      };
    }
    case 'series':
      return {
        contents: seriesContents(of.series, options),
        tokens: seriesTokens(of.series, options),
        users: of.series.anonymous === true ? [] : of.series.authors,
        address: `/series/${of.series.id}`,
        id: of.series.id,
      };
    case 'external':
      return {
        contents: externalContents(of.external, options, false),
        tokens: externalTokens(of.external, options),
        users: [],
        address: `/external_works/${of.external.id}`,
        id: of.external.id,
      };
    case 'mystery':
      return {
        contents: mysteryContents([]),
        tokens: has(options, 'idTokens') ? ` work-${of.id}` : '',
        users: [],
        address: '',
        id: of.id,
      };
  }
}

function kindOf(bookmark: BookmarkSpec): [token: string, title: string] {
  if (bookmark.private === true) return ['private', 'Private Bookmark'];
  if (bookmark.hiddenByAdmin === true) return ['hidden', 'Bookmark Hidden by Admin'];
  return bookmark.rec === true ? ['rec', 'Rec'] : ['public', 'Public Bookmark'];
}

function statusSymbol(bookmark: BookmarkSpec | null): Html {
  if (bookmark === null) return none;
  const [token, title] = kindOf(bookmark);
  return html`<span class="${token}" title="${title}"><span class="text">${title}</span></span>`;
}

/** Symbol and number of bookmarks; from 100 on the number is a star. */
function status(bookmark: BookmarkSpec | null, count: number, address: string): Html {
  const shown = count < 100 ? number(count) : '*';
  return html`
  <p class="status" title="${number(count)} Bookmarks">
    ${statusSymbol(bookmark)}
    <span class="count">${address === '' ? shown : html`<a href="${address}/bookmarks">${shown}</a>`}</span>
  </p>
`;
}

function tagsAndCollections(bookmark: BookmarkSpec, tagLabel: string, collectionLabel: string): Html {
  const collections = bookmark.collections ?? [];
  return html`${
    bookmark.tags.length > 0 &&
    html`<h6 class="meta heading">${tagLabel}</h6>
    <ul class="meta tags commas">${bookmark.tags.map((name) => html`<li>${tagLink(name, 'bookmarks')}</li> `)}</ul>`
  }${
    collections.length > 0 &&
    html`<h6 class="meta heading">${collectionLabel}</h6>
    <ul class="meta commas">${collections.map((collection) => html`<li>${collectionLink(collection)}</li> `)}</ul>`
  }`;
}

function notes(text: string | null, token: 'notes' | 'summary'): Html {
  if (text === null) return none;
  return html`
    <h6 class="landmark heading">Bookmark Notes:</h6>
    <blockquote class="userstuff ${token}">${paragraphs(text)}</blockquote>`;
}

const userModule = (bookmark: BookmarkSpec): Html => html`
  <div class="${bookmark.own === true && 'own '}user module group">
    <h5 class="byline heading">Bookmarked by <a href="${userAddress(bookmark.bookmarker)}/bookmarks">${userLabel(bookmark.bookmarker)}</a></h5>
    <p class="datetime">${longDate(bookmark.date)}</p>
    ${tagsAndCollections(bookmark, "Bookmarker's Tags:", "Bookmarker's Collections:")}${notes(bookmark.notes, 'notes')}
  </div>
`;

/** One person's bookmark of a work, a series, an external or an unrevealed work. */
export function bookmarkItem(bookmark: BookmarkSpec, of: BookmarkedSpec, count: number, options: RenderOptions): Html {
  const { contents, tokens, users, address } = subject(of, options);
  const known = new Set(users.map((user) => user.id));
  const bookmarker = known.has(bookmark.bookmarker.id) ? '' : userTokens([bookmark.bookmarker], options);
  return html`
<li id="bookmark_${bookmark.id}" class="bookmark blurb group${tokens}${bookmarker}" role="article">
${status(bookmark, count, address)}${contents}
  <div class="new dynamic" id="bookmark_form_placement_for_${bookmark.id}"></div>
${userModule(bookmark)}
</li>
`;
}

export const deletedBookmarkItem = (bookmark: BookmarkSpec, options: RenderOptions): Html => html`
<li id="bookmark_${bookmark.id}" class="bookmark blurb group${userTokens([bookmark.bookmarker], options)}" role="article">
  <p class="status" title="0 Bookmarks">${statusSymbol(bookmark)}</p>
  <p class="message">This has been deleted, sorry!</p>
${userModule(bookmark)}
</li>
`;

/** A bookmark in the list below one thing; its notes use the class of summaries. */
export const shortBookmarkItem = (bookmark: BookmarkSpec, options: RenderOptions): Html => html`
<li class="${bookmark.own === true && 'own '}user short blurb group${userTokens([bookmark.bookmarker], options)}" role="article">
  <div class="header module">
    <h5 class="byline heading">Bookmarked by <a href="${userAddress(bookmark.bookmarker)}">${userLabel(bookmark.bookmarker)}</a></h5>
    <p class="datetime">${longDate(bookmark.date)}</p>
    <p class="status">${statusSymbol(bookmark)}</p>
  </div>
  ${tagsAndCollections(bookmark, 'Bookmark Tags:', 'Bookmark Collections:')}${notes(bookmark.notes, 'summary')}
</li>
`;

/** One thing with several people's bookmarks below, as in the bookmarks of a tag. */
export function bookmarkableItem(of: BookmarkedSpec, count: number, recent: readonly BookmarkSpec[], options: RenderOptions): Html {
  const { contents, tokens, address, id } = subject(of, options);
  return html`
<li id="bookmark_${id}" class="bookmark blurb group${tokens}" role="article">
${status(null, count, address)}${contents}
  <div class="new dynamic" id="bookmark_form_placement_for_${id}"></div>
  <div class="recent dynamic module" id="recent_${id}">
    <h5 class="heading">Recent bookmarks</h5>
    <ul class="bookmark index group">${recent.map((bookmark) => shortBookmarkItem(bookmark, options))}</ul>
    ${raw('<!-- more -->')}
  </div>
</li>
`;
}
