import type { Creator, Work } from '../../src/domain/work';
import { emptyWork } from '../../src/domain/work';
import { has, type RenderOptions, type UserSpec, type WorkSpec } from '../../tools/demo-archive/markup';
import { HOST } from './specs';

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function creators(work: WorkSpec, numbered: boolean): Creator[] {
  if (work.anonymous === true) return [];
  const single = unique(work.authors.map((author) => author.login)).length === 1;
  const linked = work.authors.map((author: UserSpec) => ({
    name: author.pseud ?? author.login,
    login: author.login,
    pseud: author.pseud ?? author.login,
    id: numbered && single ? String(author.id) : null,
  }));
  return [...(work.importedFrom ?? []).map((name) => ({ name, login: null, pseud: null, id: null })), ...linked];
}

/** The fields that a listing and a work page both state. */
function common(work: WorkSpec, numbered: boolean, options: RenderOptions): Work {
  return {
    ...emptyWork('work'),
    subject: 'work',
    id: String(work.id),
    title: work.title,
    creators: creators(work, numbered),
    creatorIds: numbered && work.anonymous !== true ? unique(work.authors.map((author) => String(author.id))) : [],
    anonymous: work.anonymous === true,
    recipients: (work.recipients ?? []).map((recipient) => ('name' in recipient ? recipient.name : recipient.login)),
    fandoms: work.fandoms,
    ratings: work.rating === null ? [] : [work.rating],
    warnings: work.warnings,
    categories: work.categories,
    complete: work.complete,
    relationships: work.relationships,
    characters: work.characters,
    freeforms: work.freeforms,
    summary: work.summary,
    language: has(options, 'languageCode') ? (work.language?.code ?? null) : null,
    languageName: work.language?.name ?? null,
    words: work.words,
    chapters: work.chapters,
    series: (work.series ?? []).map((part) => ({ ...part, id: String(part.id) })),
    kudos: work.kudos ?? 0,
    comments: work.comments ?? 0,
    bookmarks: work.bookmarks ?? 0,
    hits: work.hits === undefined ? 0 : work.hits,
    restricted: work.restricted === true,
    otherTags: options.fork === 'superlove' ? (work.media ?? []) : [],
  };
}

/** What an item of a listing states, worked out from the spec without any markup. */
export function expectedItem(work: WorkSpec, options: RenderOptions = {}): Work {
  const path = `${work.throughCollection === undefined ? '' : `/collections/${work.throughCollection}`}/works/${work.id}`;
  return {
    ...common(work, has(options, 'idTokens'), options),
    url: HOST + path,
    updated: work.updated.slice(0, 10),
    own: work.own === true,
  };
}

/** What the first page of a work states. */
export function expectedPage(work: WorkSpec, options: RenderOptions = {}): Work {
  const single = work.chapters.posted === 1 && work.chapters.planned === 1;
  return {
    ...common(work, false, options),
    url: `${HOST}/works/${work.id}`,
    collections: (work.collections ?? []).map((collection) => collection.title),
    published: work.published.slice(0, 10),
    updated: (single ? work.published : work.updated).slice(0, 10),
  };
}
