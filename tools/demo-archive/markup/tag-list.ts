import { tagLink, tagAddress } from './formats';
import { html, none, raw, type Html } from './html';
import { shownWarningName, warningName } from './names';
import type { RenderOptions } from './spec';
import type { Warning } from '../../../src/domain/vocabulary';

export interface TagListSpec {
  warnings: readonly Warning[];
  relationships: readonly string[];
  characters: readonly string[];
  freeforms: readonly string[];
  /** A kind that only Superlove has. */
  media?: readonly string[];
  /** "Any Character" on prompts. */
  any?: readonly string[];
}

/** Whose list it is: the viewer's preferences hide tags of other people's works, series and prompts. */
export interface TagListOwner {
  type: 'Work' | 'Series' | 'Prompt' | 'ExternalWork';
  id: number;
  own: boolean;
}

export const warningLink = (warning: Warning, options: RenderOptions): Html =>
  html`<a class="tag" href="${tagAddress(warningName(warning, options))}/works">${shownWarningName(warning, options)}</a>`;

/** What stands in for tags that the viewer's preferences hide, and is replaced when pressed. */
export function showHidden(owner: TagListOwner, kind: 'warnings' | 'freeforms', token: string): Html {
  const address = `/tags/show_hidden?creation_id=${owner.id}&creation_type=${owner.type}&tag_type=${kind}`;
  const label = kind === 'warnings' ? 'Show warnings' : 'Show additional tags';
  return html`<li${token === '' ? none : html` class="${token}"`} id="${owner.type.toLowerCase()}_${owner.id}_category_${kind}"><strong><a data-remote="true" href="${address}">${label}</a></strong></li>`;
}

export const warningItems = (warnings: readonly Warning[], options: RenderOptions): Html =>
  raw(warnings.map((warning) => html`<li class='warnings'><strong>${warningLink(warning, options)}</strong></li>`.source).join(' '));

export const tagItems = (kind: 'media' | 'relationships' | 'characters' | 'freeforms', names: readonly string[]): Html =>
  raw(names.map((name) => html`<li class='${kind}'>${tagLink(name)}</li>`.source).join(' '));

/** The tag list of an item. Separators are style, not text. */
export function tagList(spec: TagListSpec, owner: TagListOwner, options: RenderOptions): Html {
  const viewer = options.viewer ?? null;
  const hides = (preference: boolean | undefined): boolean => preference === true && !owner.own && owner.type !== 'ExternalWork';
  const warnings = hides(viewer?.hideWarnings) ? showHidden(owner, 'warnings', 'warnings') : warningItems(spec.warnings, options);
  const hidden = hides(viewer?.hideFreeforms) && spec.freeforms.length > 0;
  return html`
  ${owner.type !== 'Series' && raw('<h6 class="landmark heading">Tags</h6>')}
  <ul class="tags commas">
    ${warnings}${options.fork === 'superlove' && tagItems('media', spec.media ?? [])}${tagItems('relationships', spec.relationships)}${tagItems('characters', spec.characters)}${
      hidden ? showHidden(owner, 'freeforms', 'freeforms') : tagItems('freeforms', spec.freeforms)
    }${(spec.any ?? []).map((kind) => html`<li class="tag">${kind}</li>`)}
  </ul>
`;
}
