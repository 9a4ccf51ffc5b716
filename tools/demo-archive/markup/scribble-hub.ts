import { html, raw, type Html } from './html';

/**
 * Listings of Scribble Hub from plain data, written by hand. Evidence for the shapes: `.search_main_box`, `.search_title a`
 * and `.search_genre .fic_genre` in some twenty parsers of 2019 to 2026, one with tests against the site in September 2026;
 * the words behind the numbers, on phones in front of them, in the extensions of a reader for phones; `.a_un_st a` in four; the marks of
 * a complete story and of the last update in a user script of 2025; the collapsed text in the tests of two readers.
 */
export interface SeriesSpec {
  id: number;
  title: string;
  author: { id: number; name: string };
  genres: string[];
  complete: boolean;
  /** As the site writes them: "1.2M" from a thousand on. */
  stats: { views: string; favorites: string; chapters: string; readers: string; reviews: string; words: string };
  /** "Sep 27, 2026" or "3 days ago". */
  updated: string;
  /** Markup; what is behind the fold, if anything is. */
  text: string;
  more?: string;
}

const HOST = 'https://www.scribblehub.com';

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || '-';

const description = ({ text, more }: SeriesSpec): Html =>
  html`${raw(text)}${more !== undefined && html`<span class="dots">... </span><span class="morelink list">more&gt;&gt;</span><span class="testhide" style="display:none"><p></p> ${raw(more)} <span class="morelink list"> &lt;&lt;less</span></span>`}`;

/** @param phone numbers stand behind their words there, and the text in an element of its own */
export function renderSeries(series: SeriesSpec, phone = false): Html {
  const { stats } = series;
  const stat = (value: string, word: string): Html => html`<span class="nl_stat destp"> ${phone ? `${word}: ${value}` : `${value} ${word}`}</span>`;
  return html`<div class="search_main_box"><div class="search_img"><img src="/cover.jpg"><span class="search_ratings"> (4.5)</span></div>
<div class="search_body"><div class="search_title"><a href="${HOST}/series/${series.id}/${slug(series.title)}/">${series.title}</a></div>
<div class="search_stats${phone && ' mb'}">${stat(stats.views, 'Views')}${stat(stats.favorites, 'Favorites')}${stat(stats.chapters, 'Chapters')}${stat('3', 'Chapters/Week')}${stat(stats.readers, 'Readers')}${stat(stats.reviews, 'Reviews')}${stat(stats.words, 'Words')}${phone ? html`<span class="nl_stat">Updated: ${series.updated}</span>` : html`<span class="nl_stat" title="Last Updated"> ${series.updated}</span>`}<span class="nl_stat" title="Author"><span class="a_un_st"><a href="${HOST}/profile/${series.author.id}/${slug(series.author.name)}/">${series.author.name}</a></span></span></div>
<div class="search_genre">${series.genres.map((genre) => html`<a class="fic_genre" href="${HOST}/genre/${slug(genre)}/">${genre}</a> `)}${series.complete && html`<a class="fic_genre completed" href="${HOST}/series-finder/?sf=1&amp;cp=completed">Completed</a>`}</div>
${phone ? html`<div>${description(series)}</div>` : description(series)}</div></div>
`;
}

/** A page of entries. @param next number of the next page, if there is one */
export const renderFinder = (items: readonly Html[], next?: number): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Series Finder | Scribble Hub</title></head><body><div id="page"><div class="wi_fic_wrap">
${items.join('')}</div>${next === undefined ? '' : `<a class="page-link next" href="?pg=${next}">»</a>`}</div></body></html>`;
