import { html, joined, none, raw, type Html } from './html';
import { number } from './formats';

/**
 * Pages of FanFiction.net and FictionPress from plain data. Shapes: saved listings of 2018, and for profiles, story
 * pages and the site for phones what parsers of other readers' tools expect (2023-2026).
 */

export interface StorySpec {
  id: number;
  title: string;
  author: { id: number; name: string };
  /** One fandom, or the two of a crossover; on FictionPress the section that it is in. */
  fandoms: string[];
  rating: 'K' | 'K+' | 'T' | 'M';
  language: string;
  genres: string[];
  chapters: number;
  words: number;
  reviews: number;
  favs: number;
  follows: number;
  /** Unix time in seconds; left out when equal to `published`. */
  updated: number;
  published: number;
  /** Names that share a pairing are a list of their own. */
  characters: (string | string[])[];
  complete: boolean;
  summary: string;
  cover?: boolean;
}

/** Both have the same pages. */
export type StorySite = 'FanFiction' | 'FictionPress';

/** `fandom`: the list of one fandom, whose items do not name it. */
export type StoryList = 'fandom' | 'mixed' | 'own-stories' | 'favourites';

const slug = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || '-';

const storyAddress = (story: StorySpec, chapter: number): string => `/s/${story.id}/${chapter}/${slug(story.title)}`;

const authorLink = (story: StorySpec): Html => html`<a href="/u/${story.author.id}/${slug(story.author.name)}">${story.author.name}</a>`;

/** The date as the site writes it for people; the Unix time beside it is what counts. */
const date = (seconds: number): Html => html`<span data-xutime='${seconds}'>${new Date(seconds * 1000).toISOString().slice(5, 10).replace('-', '/')}</span>`;

function characters(story: StorySpec): string {
  const pairings = story.characters.flatMap((entry) => (typeof entry === 'string' ? [] : [`[${entry.join(', ')}]`]));
  const single = story.characters.filter((entry) => typeof entry === 'string');
  return [pairings.join(' '), single.join(', ')].filter((part) => part !== '').join(' ');
}

function prefix(story: StorySpec, list: StoryList): string {
  if (list === 'fandom' || story.fandoms.length === 0) return '';
  return story.fandoms.length > 1 ? `Crossover - ${story.fandoms.join(' & ')}` : (story.fandoms[0] ?? '');
}

function counts(story: StorySpec): string[] {
  const some = (label: string, value: number): string[] => (value === 0 ? [] : [`${label}: ${number(value)}`]);
  return [...some('Reviews', story.reviews), ...some('Favs', story.favs), ...some('Follows', story.follows)];
}

const dates = (story: StorySpec): Html[] => [
  ...(story.updated === story.published ? [] : [html`Updated: ${date(story.updated)}`]),
  html`Published: ${date(story.published)}`,
];

const text = (parts: readonly string[]): Html[] => parts.filter((part) => part !== '').map((part) => html`${part}`);

function facts(story: StorySpec, list: StoryList): Html {
  const first = [
    prefix(story, list),
    `Rated: ${story.rating}`,
    story.language,
    story.genres.join('/'),
    `Chapters: ${story.chapters}`,
    `Words: ${number(story.words)}`,
    ...counts(story),
  ];
  return joined([...text(first), ...dates(story), ...text([characters(story), story.complete ? 'Complete' : ''])], ' - ');
}

/** Values in attributes of a profile have backslashes in front of quotes. */
const escaped = (value: string): string => value.replace(/(['"\\])/g, '\\$1');

function profileData(story: StorySpec): Html {
  return html` data-category="${escaped(story.fandoms.join(' & '))}" data-storyid="${story.id}" data-title="${escaped(story.title)}" data-wordcount="${story.words}" data-datesubmit="${story.published}" data-dateupdate="${story.updated}" data-ratingtimes="${story.reviews}" data-chapters="${story.chapters}" data-statusid="${story.complete ? 2 : 1}"`;
}

/** A story in a list of the desktop site. */
export function renderStory(story: StorySpec, list: StoryList): string {
  const profile = list === 'own-stories' || list === 'favourites';
  const token = list === 'own-stories' ? ' mystories' : list === 'favourites' ? ' favstories' : '';
  const cover = story.cover === true && raw("<img class='lazy cimage ' src='/static/images/d_60_90.jpg' width=50 height=66>");
  const last = story.chapters > 1 && html` <a href="${storyAddress(story, story.chapters)}"><span class='icon-chevron-right xicon-section-arrow'></span></a>`;
  return html`<div class='z-list zhover zpointer${token}' style='min-height:77px;border-bottom:1px #cdcdcd solid;'${profile ? profileData(story) : none}><a class=stitle href="${storyAddress(story, 1)}">${cover}${story.title}</a>${last} ${
    list !== 'own-stories' && html` by ${authorLink(story)} `
  } ${story.reviews > 0 && html`<a class=reviews href='/r/${story.id}/'>reviews</a>`}
	<div class='z-indent z-padtop'>${story.summary}<div class='z-padtop2 xgray'>${facts(story, list)}</div></div></div>
`.source;
}

const page = (title: string, content: Html): string =>
  html`<!DOCTYPE html><html><head><meta charset='utf-8'><title>${title}</title><link rel='stylesheet' href='/static/styles/xss25.css'></head><body style='margin-top:0px;'><div id=top style='width:100%'><a href='/'>FanFiction</a></div><div style='width:100%;' class=xcontrast_outer id=content_parent><div class='xcontrast maxwidth' id=content_wrapper><div id=content_wrapper_inner style='padding:0.5em;'>${content}</div></div></div></body></html>`
    .source;

const list = (stories: readonly StorySpec[], kind: StoryList): Html => raw(stories.map((story) => renderStory(story, kind)).join(''));

const SECTIONS = { FanFiction: { path: '/anime/', name: 'Anime/Manga' }, FictionPress: { path: '/fiction/', name: 'Fiction' } };

/** The list of one fandom, or with several names of their crossovers. */
export function renderFandomList(
  fandoms: readonly string[],
  stories: readonly StorySpec[],
  next: string | null = null,
  site: StorySite = 'FanFiction',
): string {
  const title = fandoms.length > 1 ? `${fandoms.join(' and ')} Crossover` : (fandoms[0] ?? '');
  const pages = next === null ? none : html`<center style='margin-top:5px'>21.9K | Page <b>1</b> <a href='${next}'>2</a> <a href='${next}'>Next »</a></center>`;
  return page(
    site === 'FanFiction' ? `${title} FanFiction Archive | FanFiction` : `${title} | FictionPress`,
    html`<a href='${SECTIONS[site].path}'>${SECTIONS[site].name}</a><span class='xcontrast_txt icon-chevron-right xicon-section-arrow'></span>${title}${list(stories, 'fandom')}${pages}`,
  );
}

/** A search, a community, what is new: each story names its fandom. */
export const renderMixedList = (stories: readonly StorySpec[], site: StorySite = 'FanFiction'): string => page(`Search | ${site}`, list(stories, 'mixed'));

/** A profile with its own stories and its favourites in two tabs, of which the first is open. */
export const renderProfile = (name: string, own: readonly StorySpec[], favourites: readonly StorySpec[]): string =>
  page(
    `${name} | FanFiction`,
    html`<span>${name}</span><ul id=tabs><li id=l_st><a href='#st'>Stories</a></li><li id=l_fs><a href='#fs'>Favorite Stories</a></li></ul><div id=st><div id=st_inside>${list(own, 'own-stories')}</div></div><div id=fs style='display:none;'><div id=fs_inside>${list(favourites, 'favourites')}</div></div>`,
  );

/** A chapter of a story. */
export function renderStoryPage(story: StorySpec, chapter = 1, site: StorySite = 'FanFiction'): string {
  const { path, name } = SECTIONS[site];
  const crossover = story.fandoms.length > 1;
  const links = crossover
    ? html`<a class=xcontrast_txt href='/crossovers/1/2/'>${story.fandoms.join(' + ')} Crossover</a>`
    : html`<a class=xcontrast_txt href='${path}'>${name}</a><span class='xcontrast_txt icon-chevron-right xicon-section-arrow'></span><a class=xcontrast_txt href='${path}${slug(story.fandoms[0] ?? '')}/'>${story.fandoms[0]}</a>`;
  const first = text([
    story.language,
    story.genres.join('/'),
    characters(story),
    ...(story.chapters > 1 ? [`Chapters: ${story.chapters}`] : []),
    `Words: ${number(story.words)}`,
    ...counts(story),
  ]);
  const meta = joined([...first, ...dates(story), ...text([story.complete ? 'Status: Complete' : '', `id: ${story.id}`])], ' - ');
  return page(
    `${story.title} Chapter ${chapter}, a ${story.fandoms.join(' + ')} ${site === 'FanFiction' ? 'fanfic' : 'fiction'} | ${site}`,
    html`<div id=pre_story_links><span class=lc-left>${story.fandoms.length > 0 && links}</span></div>
<div id=profile_top style='min-height:112px;'><button class='btn'>Follow/Fav</button><b class='xcontrast_txt'>${story.title}</b> <span class='xcontrast_txt'>By:</span> <a class='xcontrast_txt' href='/u/${story.author.id}/${slug(story.author.name)}'>${story.author.name}</a><div style='margin-top:2px' class='xcontrast_txt'>${story.summary}</div><span class='xgray xcontrast_txt'>Rated: <a class='xcontrast_txt' href='https://www.fictionratings.com/' target='rating'>Fiction  ${story.rating}</a> - ${meta}</span></div>
<div role='main' aria-label='story content'><div class='storytextp' id='storytextp'><div class='storytext xcontrast_txt nocopy' id='storytext'><p>“Well,” she said.</p></div></div></div>`,
  );
}

/** What the site sends about: a table of links, with nothing else of a story. */
export const renderAlerts = (stories: readonly StorySpec[]): string =>
  page(
    'Story Alerts | FanFiction',
    html`<table>${joined(
      stories.map((story) => html`<tr><td><a href='${storyAddress(story, 1)}'>${story.title}</a></td><td>${authorLink(story)}</td></tr>`),
      '',
    )}</table>`,
  );

export const renderMissingStory = (): string =>
  page('Story Not Found | FanFiction', html`<div class='panel_warning'><span class='gui_warning'>Story Not Found</span></div>`);

/** Numbers on the site for phones: "226k+" from a thousand on. */
const rough = (value: number): string => (value < 1000 ? String(value) : `${Math.floor(value / 1000)}k+`);

function phoneFacts(story: StorySpec, mixed: boolean): Html {
  const some = (label: string, value: number): string[] => (value === 0 ? [] : [`${label}: ${rough(value)}`]);
  const parts = [
    ...(mixed ? [prefix(story, 'mixed')] : []),
    story.rating,
    story.language,
    story.genres.join(' & '),
    ...(story.chapters > 1 ? [`chapters: ${story.chapters}`] : []),
    `words: ${rough(story.words)}`,
    ...some('favs', story.favs),
    ...some('follows', story.follows),
  ].filter((part) => part !== '');
  const updated = story.updated === story.published ? none : html`updated: ${date(story.updated)} `;
  const names = characters(story);
  return html`${parts.join(', ')}, ${updated}published: ${date(story.published)}${names !== '' && `, ${names}`}`;
}

const phonePage = (title: string, content: Html): string =>
  html`<!DOCTYPE html><html><head><meta charset='utf-8'><title>${title}</title></head><body id=top><div id=content>${content}</div></body></html>`.source;

/** A list on the site for phones. */
export function renderPhoneList(title: string, stories: readonly StorySpec[], mixed: boolean): string {
  const rows = stories.map(
    (story) =>
      html`<div class='bs brb'>${story.reviews > 0 && html`<a href='/r/${story.id}/'>${story.reviews}</a> `}${story.complete && raw("<img class='pull-right' src='/static/ficons/tick.png'>")}<a href='${storyAddress(story, 1)}'>${story.title}</a>${
        story.chapters > 1 && html` <a href='${storyAddress(story, story.chapters)}'>»</a>`
      }  by ${authorLink(story)} ${story.summary}<div class='gray'>${phoneFacts(story, mixed)}</div></div>`,
  );
  return phonePage(title, html`${rows}`);
}

/** A chapter on the site for phones. */
export const renderPhoneStoryPage = (story: StorySpec, site: StorySite = 'FanFiction'): string =>
  html`<!DOCTYPE html><html><head><meta charset='utf-8'><title>${story.title} Ch 1, ${story.fandoms[0]} | ${site}</title></head><body id=top><div id=content><a href='${SECTIONS[site].path}'>${SECTIONS[site].name}</a> » <a href='${SECTIONS[site].path}${slug(story.fandoms[0] ?? '')}/'>${story.fandoms[0]}</a><div align=center><b>${story.title}</b> by ${authorLink(story)}</div><div class=xcontrast_txt>${story.summary}</div>Rated: ${phoneFacts(story, false)}<br>Ch 1 of ${story.chapters}<br>Chapter 1: Beginnings</div><div role=main aria-label='story content'><div class='storycontent nocopy' id='storycontent'><p>“Well,” she said.</p></div></div></body></html>`
    .source;

/** Reviews on the site for phones, in the markup of lists. */
export const renderPhoneReviews = (): string => phonePage('Reviews', html`<div class='bs brb'><a href='/u/9/reader'>reader</a> Nice.</div>`);
