import { has } from './era';
import { filters } from './filters';
import { number, tagAddress } from './formats';
import { html, none, raw, type Html } from './html';
import { item } from './item';
import { LISTINGS, type ListingName, type ListingShape } from './listings';
import { pageParts, type PageParts, type PageSpec } from './page';
import type { ItemSpec, RenderOptions } from './spec';

export interface ListingPageSpec {
  listing: ListingName;
  items: readonly ItemSpec[];
  /** Address of the first page without its page number: `/tags/Fluff/works`. */
  path: string;
  page?: number;
  pages?: number;
  /** Works in the whole listing, for the heading. */
  total?: number;
  /** The canonical tag that is listed; the heading links it. */
  tag?: string;
  /** Whose listing it is: the login in the side bar and the heading. */
  owner?: string;
  /** Side bar of a collection in place of a user's. */
  collection?: { name: string; title: string };
  flash?: PageSpec['flash'];
  muted?: readonly number[];
  head?: Html;
}

/** Links to the pages of a listing. The newer pagination gives no `rel=next`. */
export function pagination(path: string, page: number, pages: number, newer: boolean): Html {
  if (pages < 2) return none;
  const address = (to: number): string => `${path}${path.includes('?') ? '&' : '?'}page=${to}`;
  const rel = (value: string): Html => (newer ? none : html` rel="${value}"`);
  const step = (name: string, label: string, to: number, value: string): Html =>
    to < 1 || to > pages
      ? html`<li class="${name}"><span class="disabled">${label}</span></li>`
      : html`<li class="${name}"><a${rel(value)} href="${address(to)}">${label}</a></li>`;
  const numbers = Array.from({ length: Math.min(pages, 7) }, (_, index) => index + 1).map((to) =>
    to === page ? html`<li><span class="current">${to}</span></li>` : html`<li><a href="${address(to)}">${to}</a></li>`,
  );
  return html`<h4 class="landmark heading">Navigation</h4><ol class="pagination actions${newer && ' pagy'}" role="navigation" title="pagination">${step(
    'previous',
    '← Previous',
    page - 1,
    'prev',
  )}${numbers}${step('next', 'Next →', page + 1, 'next')}</ol>
`;
}

export function dashboard(owner: string): Html {
  const base = `/users/${owner}`;
  const link = (path: string, label: string): Html => html`<li><a href="${base}${path}">${label}</a></li>`;
  return html`
        <div id="dashboard" class="region" role="navigation region">
          <h4 class="landmark heading">Choices</h4>
          <ul class="navigation actions">${link('', 'Dashboard')}${link('/profile', 'Profile')}</ul>
          <ul class="navigation actions">${link('/works', 'Works')}${link('/series', 'Series')}${link('/bookmarks', 'Bookmarks')}${link('/gifts', 'Gifts')}${link(
            '/readings',
            'History',
          )}${link('/preferences', 'Preferences')}</ul>
        </div>
`;
}

const collectionDashboard = (collection: { name: string; title: string }): Html => html`
        <div id="dashboard" class="collection region" role="navigation region">
          <h4 class="heading">${collection.title}</h4>
          <ul class="navigation actions"><li><a href="/collections/${collection.name}">Dashboard</a></li><li><a href="/collections/${collection.name}/works">Works</a></li></ul>
        </div>
`;

function heading(spec: ListingPageSpec, shape: ListingShape): Html {
  const first = ((spec.page ?? 1) - 1) * 20 + 1;
  const range = spec.total === undefined ? '' : `${number(first)} - ${number(Math.min(first + 19, spec.total))} of ${number(spec.total)} `;
  const of = spec.tag === undefined ? (spec.owner ?? spec.collection?.title ?? '') : html`<a class="tag" href="${tagAddress(spec.tag)}">${spec.tag}</a>`;
  return html`
<h2 class="heading">
  ${range}${shape.heading} ${of}
</h2>
`;
}

const searchForm = raw(
  '<form id="new_work_search" class="advanced search" action="/works/search" method="get"><dl><dt><label for="work_search_query">Any Field</label></dt><dd><input type="text" name="work_search[query]" id="work_search_query" /></dd></dl></form>\n',
);

/** Side bar that goes with a listing. */
export function sideBar(spec: { owner?: string; collection?: { name: string; title: string } }): Html {
  if (spec.collection !== undefined) return collectionDashboard(spec.collection);
  return spec.owner === undefined ? none : dashboard(spec.owner);
}

/** A listing cut into its head, each item, and its foot, so that a server can stream it. */
export function listingParts(spec: ListingPageSpec, options: RenderOptions = {}): { head: string; items: string[]; foot: string } {
  const shape: ListingShape = LISTINGS[spec.listing];
  const pages = pagination(spec.path, spec.page ?? 1, spec.pages ?? 1, shape.pagy === true && has(options, 'pagy'));
  const parts: PageParts = pageParts(
    {
      main: shape.main,
      title: `${shape.heading} ${spec.tag ?? spec.owner ?? spec.collection?.title ?? ''}`.trim(),
      dashboard: sideBar(spec),
      content: none,
      ...(spec.flash === undefined ? {} : { flash: spec.flash }),
      muted: spec.muted ?? [],
      ...(spec.head === undefined ? {} : { head: spec.head }),
    },
    options,
  );
  const search = spec.listing === 'work-search' || spec.listing === 'bookmark-search';
  const open = html`${heading(spec, shape)}${search && searchForm}${pages}
<h3 class="landmark heading">Listing</h3>
${shape.around === 'form' && raw('<form action="/collections/items/update_multiple" method="post">')}<${raw(shape.tag)} class="${shape.list}">
`;
  const close = html`</${raw(shape.tag)}>${shape.around === 'form' && raw('</form>')}
${shape.filters !== undefined && filters(shape.filters, spec, options)}${pages}`;
  return { head: `${parts.head}${open}`, items: spec.items.map((entry) => item(entry, options).source), foot: `${close}${parts.foot}` };
}

/** A page that is one list of items. */
export function renderListingPage(spec: ListingPageSpec, options: RenderOptions = {}): string {
  const { head, items, foot } = listingParts(spec, options);
  return head + items.join('') + foot;
}
