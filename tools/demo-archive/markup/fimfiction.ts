import { number } from './formats';
import { html, raw, type Html } from './html';

/**
 * Listings of Fimfiction from plain data, written by hand. Evidence for the shapes: a public user script that puts copies
 * of the site's own full view and card into its pages, an exporter that reads title and author from both on listings, and
 * FanFicFare, which reads the names of the full view on story pages. Cards with all tags are in the first of these only.
 */
export interface FimStorySpec {
  id: number;
  title: string;
  author: { id: number; name: string };
  rating: 'everyone' | 'teen' | 'mature';
  tags: FimTag[];
  words: number;
  status: 'complete' | 'incomplete' | 'hiatus' | 'cancelled';
  /** Unix time in seconds. */
  published: number;
  /** Markup in the full view, text on a card. */
  description: string;
}

export interface FimTag {
  type: 'series' | 'genre' | 'content' | 'character' | 'warning';
  /** As shown. */
  short: string;
  /** In the title of the link. */
  long: string;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || '-';

const address = (story: FimStorySpec): string => `/story/${story.id}/${slug(story.title)}`;

/** @param count how many stories have the tag, which most lists of tags say */
const tag = ({ type, short, long }: FimTag, count: number | null): Html =>
  html`<li><a href="/tag/${slug(long)}" class="tag-${type}" title="${long}${count !== null && ` ( ${number(count)} )`}" data-tag="${slug(long)}" data-tag-id="7">${short}</a></li>`;

const author = ({ author: { id, name } }: FimStorySpec): string => `/user/${id}/${encodeURIComponent(name)}`;

/** The full view of a story, as its own page has it too. */
export const renderFullStory = (
  story: FimStorySpec,
): Html => html`<div class="story_container" data-story="${story.id}"><div class="story_content_box" id="story_${story.id}">
<header class="title"><a href="/stories?content_rating=0" class="content-rating-${story.rating}" title="Rated" data-tag="">${story.rating.slice(0, 1).toUpperCase()}</a>
<div><a class="story_name" href="${address(story)}">${story.title}</a><div class="author"><span class="by">by</span> <a href="${author(story)}">${story.author.name}</a></div></div></header>
<div class="padding"><ul class="story-tags">${story.tags.map((each) => tag(each, 134_241))}</ul>
<section class="description story-description"><span class="description-text bbcode"><p>${raw(story.description)}</p></span></section>
<form><ul class="chapters"><li><div class="title-box"><a class="chapter-title" href="/story/${story.id}/1/x/one">One</a></div><div class="word_count"><span class="word-count-number">12</span></div></li></ul>
<div class="chapters-footer"><span class="completed-status-${story.status}" title="${story.status}"> ${story.status}</span>
<span class="approved-date"><span class="desktop"><b>Published:</b> </span><span data-time="${story.published}">Oct 25th, 2011</span></span>
<div class="word_count"><b>${number(story.words)}</b> words</div></div></form></div></div></div>
`;

/** Numbers on cards are rounded from a thousand on. */
const rounded = (words: number): string => (words < 1000 ? String(words) : `${Math.floor(words / 1000)}k`);

/** A card: series and genres above the text, the other tags below it. */
export function renderStoryCard(story: FimStorySpec): Html {
  const above = story.tags.filter(({ type }) => type === 'series' || type === 'genre');
  return html`<div class="story-card-container" id="story-card-container-${story.id}" data-story-id="${story.id}"><div class="story-card">
<div class="story-card__title"><span title="Rated" class="content_rating_${story.rating}">E</span> <a class="story_link" href="${address(story)}" title="${story.title}">${story.title}</a></div>
<div class="story-card-content"><span class="short_description"><ul class="story-tags">${above.map((each) => tag(each, 23_600))}</ul>
${story.description}
<ul class="story-card__tags">${story.tags.filter((each) => !above.includes(each)).map((each) => tag(each, null))}</ul></span></div>
<span class="story-card__info"><a href="${author(story)}" class="story-card__author">${story.author.name}</a> <b>·</b> ${rounded(story.words)} words&nbsp; <b>·</b> <i class="fa fa-thumbs-up"></i>&nbsp;13,180 <b>·</b> 546k views</span>
</div></div>
`;
}

/** A page with stories. */
export const renderStories = (items: readonly Html[]): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Stories - Fimfiction</title></head><body><div class="content">
${items.join('')}</div></body></html>`;
