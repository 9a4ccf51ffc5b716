import { html, type Html } from './html';
import { categoryName, ratingName, shownWarningName } from './names';
import type { ItemSpec, RenderOptions } from './spec';

/** Numbers of the closed tags on AO3. */
const RATING_IDS = { 'not-rated': 9, general: 10, teen: 11, mature: 12, explicit: 13 } as const;
const WARNING_IDS = { cntw: 14, none: 16, violence: 17, death: 18, noncon: 19, underage: 20 } as const;
const CATEGORY_IDS = { ff: 116, fm: 22, gen: 21, mm: 23, multi: 2246, other: 24 } as const;

type Side = 'include' | 'exclude';

function checkboxes(side: Side, search: string, field: string, label: string, options: readonly [id: number, name: string][]): Html {
  const name = `${side}_${search}[${field}_ids][]`;
  return html`
        <dt class="filter-toggle ${field} tags"><button type="button" class="expander">${label}</button></dt>
        <dd id="${side}_${field}_tags" class="expandable ${field} tags"><ul>${options.map(
          ([id, shown]) =>
            html`<li><label for="${side}_${search}_${field}_ids_${id}"><input type="checkbox" name="${name}" id="${side}_${search}_${field}_ids_${id}" value="${id}" /><span class="indicator" aria-hidden="true"></span><span>${shown} (1)</span></label></li>`,
        )}</ul></dd>`;
}

/** The tags that occur on the page, as the filter offers the most frequent ones. Numbers are made up. */
function frequent(items: readonly ItemSpec[], pick: 'fandoms' | 'relationships' | 'characters' | 'freeforms'): [number, string][] {
  const counts = new Map<string, number>();
  for (const entry of items) {
    if (!('work' in entry)) continue;
    for (const name of entry.work[pick]) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts.entries()]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([name], index) => [9_000_000 + index, name]);
}

/** The form beside a listing with the archive's own filters. */
export function filters(
  id: 'work-filters' | 'bookmark-filters',
  spec: { items: readonly ItemSpec[]; tag?: string; owner?: string },
  options: RenderOptions,
): Html {
  const search = id === 'work-filters' ? 'work_search' : 'bookmark_search';
  const keys = <Key extends string>(ids: Record<Key, number>): Key[] => Object.keys(ids) as Key[];
  const side = (which: Side, heading: string): Html => html`
      <dt class="${which} heading">${heading}</dt>
      <dd class="${which}"><dl>${checkboxes(
        which,
        search,
        'rating',
        'Ratings',
        keys(RATING_IDS).map((code) => [RATING_IDS[code], ratingName(code)]),
      )}${checkboxes(
        which,
        search,
        'archive_warning',
        'Warnings',
        keys(WARNING_IDS).map((code) => [WARNING_IDS[code], shownWarningName(code, options)]),
      )}${checkboxes(
        which,
        search,
        'category',
        'Categories',
        keys(CATEGORY_IDS).map((code) => [CATEGORY_IDS[code], categoryName(code)]),
      )}${checkboxes(which, search, 'fandom', 'Fandoms', frequent(spec.items, 'fandoms'))}${checkboxes(
        which,
        search,
        'character',
        'Characters',
        frequent(spec.items, 'characters'),
      )}${checkboxes(which, search, 'relationship', 'Relationships', frequent(spec.items, 'relationships'))}${checkboxes(
        which,
        search,
        'freeform',
        'Additional Tags',
        frequent(spec.items, 'freeforms'),
      )}
        ${
          which === 'include'
            ? html`<dt><label for="${search}_other_tag_names">Other tags to include</label></dt><dd><input type="text" name="${search}[other_tag_names]" id="${search}_other_tag_names" /></dd>`
            : html`<dt><label for="${search}_excluded_tag_names">Other tags to exclude</label></dt><dd><input type="text" name="${search}[excluded_tag_names]" id="${search}_excluded_tag_names" /></dd>`
        }
      </dl></dd>`;
  const radios = (field: string, values: readonly [string, string][]): Html =>
    html`<ul>${values.map(
      ([value, label]) =>
        html`<li><label><input type="radio" name="${search}[${field}]" value="${value}" /><span class="indicator" aria-hidden="true"></span><span>${label}</span></label></li>`,
    )}</ul>`;
  return html`
<form class="narrow-hidden filters" id="${id}" action="${id === 'work-filters' ? '/works' : '/bookmarks'}" accept-charset="UTF-8" method="get">
  <h3 class="landmark heading">Filters</h3>
  <fieldset><legend>Filter results:</legend>
    <dl>${side('include', 'Include')}${side('exclude', 'Exclude')}
      <dt class="more heading">More Options</dt>
      <dd class="more group"><dl>
        <dt>Crossovers</dt><dd>${radios('crossover', [
          ['', 'Include crossovers'],
          ['F', 'Exclude crossovers'],
          ['T', 'Show only crossovers'],
        ])}</dd>
        <dt>Completion Status</dt><dd>${radios('complete', [
          ['', 'All works'],
          ['T', 'Complete works only'],
          ['F', 'Works in progress only'],
        ])}</dd>
        <dt>Word Count</dt><dd><input type="text" name="${search}[words_from]" aria-label="From" /><input type="text" name="${search}[words_to]" aria-label="To" /></dd>
        <dt>Date Updated</dt><dd><input type="text" name="${search}[date_from]" aria-label="From" /><input type="text" name="${search}[date_to]" aria-label="To" /></dd>
        <dt><label for="${search}_query">Search within results</label></dt><dd><input type="text" name="${search}[query]" id="${search}_query" /></dd>
        <dt><label for="${search}_language_id">Language</label></dt><dd><select name="${search}[language_id]" id="${search}_language_id"><option value=""></option><option lang="en" value="en">English</option><option lang="de" value="de">Deutsch</option><option lang="ptBR" value="ptBR">Português brasileiro</option></select></dd>
      </dl></dd>
      <dt class="landmark">Submit</dt>
      <dd class="submit actions"><input type="submit" name="commit" value="Sort and Filter" /></dd>
    </dl>
    <div>${spec.tag !== undefined && html`<input type="hidden" name="tag_id" id="tag_id" value="${spec.tag}" />`}${
      spec.owner !== undefined && html`<input type="hidden" name="user_id" id="user_id" value="${spec.owner}" />`
    }</div>
  </fieldset>
</form>
`;
}
