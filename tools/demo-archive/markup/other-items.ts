import { has } from './era';
import { collectionLink, longDate, number, summaryBlock, tagLink, userAddress, userLabel, userTokens } from './formats';
import { html, raw, type Html } from './html';
import { completion, itemHeader } from './item-header';
import { externalStats, seriesStats } from './item-stats';
import type { CollectionSpec, ExternalSpec, PromptSpec, RenderOptions, SeriesSpec, UserSpec, WorkSpec } from './spec';
import { tagList } from './tag-list';
import { workAddress, workContents, workItem } from './work-item';

export function seriesContents(series: SeriesSpec, options: RenderOptions): Html {
  const header = itemHeader(
    {
      title: series.title,
      href: `/series/${series.id}`,
      by: series,
      restricted: series.restricted === true,
      fandoms: series.fandoms,
      fandomLabel: 'Fandom',
      ratings: series.ratings,
      warnings: series.warnings,
      categories: series.categories,
      completion: completion(series.complete, 'Series'),
      date: series.updated,
    },
    options,
  );
  return html`${header}${tagList(series, { type: 'Series', id: series.id, own: series.own === true }, options)}${summaryBlock(series.summary)}${seriesStats(series)}`;
}

export const seriesTokens = (series: SeriesSpec, options: RenderOptions): string =>
  `${has(options, 'idTokens') ? ` series-${series.id}` : ''}${series.anonymous === true ? '' : userTokens(series.authors, options)}`;

export function seriesItem(series: SeriesSpec, options: RenderOptions): Html {
  const leading = `${series.own === true ? 'own ' : ''}${series.anonymous === true && has(options, 'anonymousToken') ? 'anonymous ' : ''}`;
  return html`
<li id="series_${series.id}" class="${leading}series blurb group${seriesTokens(series, options)}" role="article">
${seriesContents(series, options)}
</li>
`;
}

/** @param offSite the title leads to the other site, as on the pages of external works */
export function externalContents(external: ExternalSpec, options: RenderOptions, offSite: boolean): Html {
  const header = itemHeader(
    {
      title: external.title,
      href: offSite ? external.url : `/external_works/${external.id}`,
      by: html`${external.author}`,
      fandoms: external.fandoms,
      fandomLabel: 'Fandoms:',
      ratings: external.rating === null ? [] : [external.rating],
      warnings: [],
      categories: external.categories,
      completion: ['external-work', 'External Work'],
      date: external.updated,
    },
    options,
  );
  const tags = { warnings: [], relationships: external.relationships, characters: external.characters, freeforms: [] };
  return html`${header}
  <p class="notice">This work isn't hosted on the Archive so this blurb might not be complete or accurate.</p>
${tagList(tags, { type: 'ExternalWork', id: external.id, own: false }, options)}${summaryBlock(external.summary)}${externalStats(external, options)}`;
}

export const externalTokens = (external: ExternalSpec, options: RenderOptions): string => (has(options, 'idTokens') ? ` external-work-${external.id}` : '');

export const externalItem = (external: ExternalSpec, options: RenderOptions): Html => html`
<li id="external_work_${external.id}" class="blurb group${externalTokens(external, options)}" role="article">
${externalContents(external, options, true)}
</li>
`;

/** A wish in a prompt meme, with the works that fulfil it inside. */
export function promptItem(prompt: PromptSpec, options: RenderOptions): Html {
  const done: [string, string] = prompt.fulfilled ? ['complete-yes iswip', 'Request Fulfilled'] : ['complete-no iswip', 'Request Unfulfilled'];
  const header = itemHeader(
    {
      title: prompt.title ?? 'Request 1',
      href: null,
      by: html`${prompt.by ?? 'Anonymous'}`,
      fandoms: prompt.fandoms,
      fandomLabel: 'Fandom:',
      ratings: prompt.rating === null ? [] : [prompt.rating],
      warnings: prompt.warnings,
      categories: prompt.categories,
      completion: done,
      date: prompt.date,
    },
    options,
  );
  const optional = prompt.optional ?? [];
  const fills = prompt.fills.map((work) => workItem(work, options));
  return html`
<li class="${prompt.own === true && 'own'} blurb group" role="article">
${header}${tagList(prompt, { type: 'Prompt', id: prompt.id, own: prompt.own === true }, options)}${
    optional.length > 0 &&
    html`<h6 class="landmark heading">Optional Tags</h6>
  <ul class="optional tags commas">${optional.map((name) => html`<li>${tagLink(name)}</li>`)}</ul>`
  }${summaryBlock(prompt.summary)}
  ${
    fills.length > 0 &&
    html`<div class="work listbox group">
    <h5 class="heading">Fulfilled By</h5>
    <ul class="index group">${fills}</ul>
  </div>`
  }
</li>
`;
}

/** A work that waits for approval by a collection; the site's script hides the work until it is asked for. */
export function collectionItem(id: number, collection: CollectionSpec, work: WorkSpec, options: RenderOptions): Html {
  return html`
<li class="collection item picture blurb group" role="article">
  <div class="header module">
    <h4 class="heading" id="collection_item_${id}"><a href="${workAddress(work)}">${work.title}</a></h4>
    <h5 class="heading">${collectionLink(collection)}</h5>
    <p class="datetime">${longDate(work.updated)}</p>
  </div>
  <blockquote id="blurb_Work_${work.id}_${collection.name}" class="work blurb toggled">
${workContents(work, options)}
  </blockquote>
  <ul class="actions"><li><input type="checkbox" name="collection_items[${id}][remove]" value="1" /> Remove</li></ul>
</li>
`;
}

export const collectionListItem = (collection: CollectionSpec, maintainer: string, works: number, summary: string): Html => html`
<li class="collection picture blurb group" role="article">
  <div class="header module">
    <h4 class="heading"><a href="/collections/${collection.name}">${collection.title}</a> <span class="name">(${collection.name})</span></h4>
    <h5 class="heading"><a class="owner" href="/users/${maintainer}">${maintainer}</a></h5>
    <div class="icon"></div>
    <p class="datetime">01 Jan 2026</p>
  </div>
  <h6 class="landmark heading">Summary</h6>
  <blockquote class="userstuff summary"><p>${summary}</p></blockquote>
  <p class="type">(Open, Unmoderated)</p>
  <dl class="stats"><dt class="works">Works:</dt><dd class="works"><a href="/collections/${collection.name}/works">${number(works)}</a></dd></dl>
</li>
`;

export const userListItem = (user: UserSpec, works: number): Html => html`
<li class="user pseud picture blurb group" role="article">
  <div class="header module">
    <h4 class="heading"><a href="${userAddress(user)}">${userLabel(user)}</a></h4>
    <h5 class="heading"><a href="${userAddress(user)}/works">${number(works)} works</a></h5>
    <div class="icon"></div>
  </div>
  ${raw('<p class="datetime"></p>')}
</li>
`;
