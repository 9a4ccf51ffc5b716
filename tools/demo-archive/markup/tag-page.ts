import { number, tagLink } from './formats';
import { html, none, raw, type Html } from './html';
import { item } from './item';
import { renderPage } from './page';
import type { ItemSpec, RenderOptions } from './spec';

/** A tag with the tags below it. */
export interface TagTree {
  name: string;
  below?: TagTree[];
}

export interface TagPageSpec {
  name: string;
  type: 'Rating' | 'Archive Warning' | 'Category' | 'Fandom' | 'Relationship' | 'Character' | 'Additional Tags' | 'Media' | 'Unsorted Tag';
  canonical: boolean;
  /** The canonical tag that this one means. */
  synonymOf?: string;
  synonyms?: readonly string[];
  parents?: readonly string[];
  metatags?: readonly TagTree[];
  subtags?: readonly TagTree[];
  children?: Partial<Record<'characters' | 'relationships' | 'freeforms' | 'fandoms', readonly string[]>>;
  /** There are more children than shown: a last entry without link. */
  cut?: boolean;
  /** Items of a tag that nobody sorted; such a page stands in for its listing. */
  works?: readonly ItemSpec[];
  bookmarks?: readonly ItemSpec[];
}

const entry = (name: string): Html => html`<li>${tagLink(name, '')}</li>`;

function listbox(token: string, heading: string, names: readonly string[] | undefined): Html {
  if (names === undefined || names.length === 0) return none;
  return html`
<div class="${token} listbox group">
  <h3 class="heading">${heading}</h3>
  <ul class="tags commas index group">${names.map(entry)}</ul>
</div>`;
}

/** Below a meta tag the nested list stands in an entry of its own; below a sub-tag, inside the entry. */
function tree(tags: readonly TagTree[], nested: 'inside' | 'beside'): Html {
  return html`<ul class='tags tree index'>${tags.map((tag) => {
    const below = tag.below === undefined || tag.below.length === 0 ? none : tree(tag.below, nested);
    if (nested === 'inside') return html`<li>${tagLink(tag.name, '')}${below}</li>`;
    return html`<li>${tagLink(tag.name, '')}</li>${below !== none && html`<li>${below}</li>`}`;
  })}</ul>`;
}

function treebox(token: string, heading: string, tags: readonly TagTree[] | undefined, nested: 'inside' | 'beside'): Html {
  if (tags === undefined || tags.length === 0) return none;
  return html`
<div class="${token} listbox group">
  <h3 class="heading">${heading}</h3>
  ${tree(tags, nested)}
</div>`;
}

function childboxes(spec: TagPageSpec): Html {
  const groups = Object.entries(spec.children ?? {});
  if (groups.length === 0) return none;
  return html`
<div class="child listbox group">
  <h3 class="heading">Child tags (displaying the first 300 of each type):</h3>
  ${groups.map(
    ([kind, names]) => html`
  <div class="${kind} listbox group">
    <h4 class="heading">${kind}:</h4>
    <ul class="tags commas index group">${names.map(entry)}${spec.cut === true && raw('<li>and more</li>')}</ul>
  </div>`,
  )}
</div>`;
}

const items = (kind: 'work' | 'bookmark', list: readonly ItemSpec[] | undefined, options: RenderOptions): Html =>
  list === undefined || list.length === 0
    ? none
    : html`
<div class="${kind} listbox group"><h3 class="heading">${kind === 'work' ? 'Works' : 'Bookmarks'} which have used it as a tag:</h3>
<ul class="index group">${list.map((one) => item(one, options))}</ul></div>`;

/** A tag's own page: canonical, synonym or unsorted. */
export function renderTagPage(spec: TagPageSpec, options: RenderOptions = {}): string {
  const sorted = spec.canonical || spec.synonymOf !== undefined;
  const canonical = spec.canonical
    ? html` It's a <a href="/faq/glossary#canonicaldef">canonical tag</a>. You can use it to ${html`<a href="/works">filter works</a>`}.`
    : none;
  return renderPage(
    {
      main: 'tags-show',
      title: spec.name,
      content: html`
<div class="tag home profile">
  <div class="primary header module">
    <h2 class="heading">${spec.name}</h2>
    <div class="icon"></div>
    ${sorted && html`<ul class="navigation actions" role="navigation"><li>${tagLink(spec.name, 'works', 'Works')}</li><li>${tagLink(spec.name, 'bookmarks', 'Bookmarks')}</li></ul>`}
  </div>
  <p>This tag belongs to the ${spec.type} Category.${canonical}</p>
  ${spec.synonymOf !== undefined && html`<div class="merger module"><h3 class="heading">Mergers</h3><p>${spec.name} has been made a synonym of ${tagLink(spec.synonymOf, '')}. Works and bookmarks tagged with it will show up in its filter.</p></div>`}
  ${!sorted && raw('<p>This tag has not been marked common and can not be filtered on (yet).</p>')}
  ${listbox(spec.type === 'Fandom' ? 'parent fandom' : 'parent', 'Parent tags (more general):', spec.parents)}${listbox(
    'synonym',
    'Tags with the same meaning:',
    spec.synonyms,
  )}${treebox('meta', 'Metatags:', spec.metatags, 'beside')}${treebox('sub', 'Subtags:', spec.subtags, 'inside')}${childboxes(spec)}
  ${items('work', spec.works, options)}${items('bookmark', spec.bookmarks, options)}
</div>`,
    },
    options,
  );
}

export interface TagSearchResult {
  name: string;
  type: string;
  canonical: boolean;
  uses: number;
}

/** Results of the tag search. */
export const renderTagSearch = (results: readonly TagSearchResult[], options: RenderOptions = {}): string =>
  renderPage(
    {
      main: 'tags-search',
      title: 'Search Tags',
      content: html`<h2 class="heading">Tag Search</h2><h3 class="heading">${number(results.length)} Found</h3><ol class="tag index group">${results.map(
        (result) =>
          html`<li><span${result.canonical && html` class="canonical"`}>${result.type}: ${tagLink(result.name, '')} ‎(${number(result.uses)})</span></li>`,
      )}</ol>`,
    },
    options,
  );
