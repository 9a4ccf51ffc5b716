import { has } from './era';
import { collectionLink, longDate, number, summaryBlock, userTokens } from './formats';
import { html, joined, none, raw, type Html } from './html';
import { completion, itemHeader } from './item-header';
import { workStats } from './item-stats';
import type { CollectionSpec, RenderOptions, WorkSpec } from './spec';
import { tagList } from './tag-list';

export const workAddress = (work: WorkSpec): string =>
  `${work.throughCollection === undefined ? '' : `/collections/${work.throughCollection}`}/works/${work.id}`;

const workHeader = (work: WorkSpec, options: RenderOptions): Html =>
  itemHeader(
    {
      title: work.title,
      href: workAddress(work),
      by: work,
      ...(work.recipients === undefined ? {} : { recipients: work.recipients }),
      restricted: work.restricted === true,
      hiddenByAdmin: work.hiddenByAdmin === true,
      ...(work.status === undefined ? {} : { status: work.status }),
      fandoms: work.fandoms,
      fandomLabel: 'Fandoms:',
      ratings: work.rating === null ? [] : [work.rating],
      warnings: work.warnings,
      categories: work.categories,
      completion: completion(work.complete, 'Work'),
      date: work.updated,
    },
    options,
  );

function seriesParts(work: WorkSpec): Html {
  const series = work.series ?? [];
  if (series.length === 0) return none;
  const parts = series.map(
    (part) => html`
        <li>
          Part <strong>${number(part.position)}</strong> of <a href="/series/${part.id}">${part.title}</a>
        </li>`,
  );
  return html`
    <h6 class="landmark heading">Series</h6>
    <ul class="series">${parts}
    </ul>
`;
}

/** What a work item holds inside its element; bookmarks hold the same. */
export function workContents(work: WorkSpec, options: RenderOptions): Html {
  const draft = work.draftUntil;
  return html`${workHeader(work, options)}${
    draft !== undefined && html`<p class="caution notice">This draft will be <strong>scheduled for deletion</strong> on ${longDate(draft)}.</p>`
  }${tagList(work, { type: 'Work', id: work.id, own: work.own === true }, options)}${summaryBlock(work.summary, work.summaryHtml)}${seriesParts(work)}${workStats(work, options)}`;
}

/** Class tokens that name the work and the accounts behind it. */
export const workTokens = (work: WorkSpec, options: RenderOptions): string =>
  `${has(options, 'idTokens') ? ` work-${work.id}` : ''}${work.anonymous === true ? '' : userTokens(work.authors, options)}`;

const leading = (work: WorkSpec, options: RenderOptions): string =>
  `${work.own === true ? 'own ' : ''}${work.anonymous === true && has(options, 'anonymousToken') ? 'anonymous ' : ''}`;

/** A work in a listing. @param token put before `work`: `gift`, `reading` */
export function workItem(work: WorkSpec, options: RenderOptions, token = '', after: Html = none): Html {
  return html`
<li id="work_${work.id}" class="${leading(work, options)}${token}work blurb group${workTokens(work, options)}" role="article">
${workContents(work, options)}${after}
</li>
`;
}

export interface Visit {
  visited: string;
  times?: number;
  later?: boolean;
  skip?: boolean;
}

export function readingItem(work: WorkSpec, visit: Visit, options: RenderOptions): Html {
  const times = visit.times ?? 1;
  const version = visit.visited >= work.updated.slice(0, 10) ? '(Latest version.)' : '(Update available.)';
  return workItem(
    work,
    options,
    'reading ',
    html`
  <div class="user module group">
    <h4 class="viewed heading">
      <span>Last visited:</span> ${longDate(visit.visited)} ${version} ${times === 1 ? 'Visited once' : `Visited ${number(times)} times`} ${visit.later === true && '(Marked for Later.)'} ${visit.skip === true && '(Flagged to skip.)'}
    </h4>
    <ul class="actions" role="menu">
      <li><form class="ajax-remove" action="/users/${options.viewer?.login ?? 'reader'}/readings/${work.id}" method="post"><input type="hidden" name="_method" value="delete" /><input type="submit" value="Delete from History" /></form></li>
    </ul>
  </div>`,
  );
}

export const deletedReadingItem = (visited: string): Html => html`
<li class="deleted reading work blurb group" role="article">
  <div class="user module group">
    <h4 class="viewed heading">(Deleted work, last visited ${longDate(visited)})</h4>
  </div>
</li>
`;

const stockSentence = raw('<p>This work is part of an ongoing challenge and will be revealed soon!</p>');

/** What an unrevealed work shows in place of its contents. */
export const mysteryContents = (collections: readonly CollectionSpec[]): Html => html`
  <div class="mystery header picture module">
    <h4 class="heading">Mystery Work</h4>
    ${collections.length > 0 && html`<h5 class="heading">Part of ${joined(collections.map(collectionLink), ', ')}</h5>`}
    <div class="icon"></div>
  </div>
  <blockquote class="userstuff summary">
    ${stockSentence}
  </blockquote>
`;

export const mysteryItem = (id: number, collections: readonly CollectionSpec[], options: RenderOptions): Html => html`
<li id="work_${id}" class="mystery work blurb group${has(options, 'idTokens') && ` work-${id}`}" role="article">
${mysteryContents(collections)}
</li>
`;
