import { html, raw, type Html } from './html';

/**
 * Listings of Ficbook from plain data, written by hand. Evidence for the shapes: the description of a list's elements in the
 * source of a search tool, an API library with a parser for cards, two user scripts that filter lists (2021 and later), and a
 * reader of 2026 that reads `.fanfic-badges` with labels of another name. All agree on `article.fanfic-inline`,
 * `.fanfic-inline-title a`, `dl.fanfic-inline-info` with links to `/authors/`, `/fanfiction/` and `/pairings/`, `.tags a.tag`
 * and `.fanfic-description-text`.
 */
export interface FanficSpec {
  /** A number, or letters and hyphens for works of today. */
  id: string;
  title: string;
  author: { id: number; name: string };
  rating: 'G' | 'PG-13' | 'R' | 'NC-17' | 'NC-21';
  direction: 'gen' | 'het' | 'slash' | 'femslash' | 'mixed' | 'other' | 'article';
  status: 'finished' | 'in-progress' | 'frozen';
  fandoms: string[];
  /** "A/B" or "A". */
  pairings: string[];
  tags: string[];
  size: string;
  likes: number;
  description: string;
}

type Era = 'badges' | 'labels';

const labels = ({ rating, direction, status, likes }: FanficSpec, era: Era): Html =>
  era === 'badges'
    ? html`<div class="badge-with-icon direction direction-before-${direction} small-direction-${direction}"><span class="badge-text">Слэш</span></div>
<div class="badge-with-icon badge-rating-${rating}"><span class="badge-text">${rating}</span></div><div class="badge-with-icon badge-status-${status}"></div>
<div class="badge-with-icon badge-secondary badge-like"><svg></svg><span class="badge-text">${likes}</span></div>`
    : html`<div class="fanfic-badges"><div class="ds-label direction direction-${direction}"></div><div class="ds-label ds-label-rating-${rating}">${rating}</div>
<div class="ds-label ds-label-status-${status}"></div></div><span class="js-like-count">${likes}</span>`;

const info = (term: string, links: readonly Html[] | string): Html =>
  html`<dl class="fanfic-inline-info"><dt>${term}:</dt><dd>${typeof links === 'string' ? links : links.map((link, index) => html`${index > 0 && ', '}${link}`)}</dd></dl>`;

/** An entry of a list. @param era which names the labels have */
export const renderFanfic = (
  fanfic: FanficSpec,
  era: Era = 'badges',
): Html => html`<article class="fanfic-inline"><div class="js-toggle-description"><h3 class="fanfic-inline-title"><a class="visit-link" href="/readfic/${fanfic.id}?premiumVisit=1">${fanfic.title}</a></h3>
<div class="fanfic-main-info">${labels(fanfic, era)}
${info('Автор', [html`<span class="author word-break"><a href="/authors/${fanfic.author.id}">${fanfic.author.name}</a></span>`])}
${info(
  'Фэндом',
  fanfic.fandoms.map((fandom) => html`<a href="/fanfiction/books/x">${fandom}</a>`),
)}
${info(
  'Пэйринг и персонажи',
  fanfic.pairings.map((pairing) => html`<a class="pairing-link" href="/pairings/x">${pairing}</a>`),
)}
${info('Размер', fanfic.size)}
<div class="tags"><strong>Метки:</strong> ${fanfic.tags.map((tag) => html`<a class="tag" href="/tags/7">${tag}</a> `)}</div>
<div class="fanfic-description"><div class="wrap word-break urlize-links fanfic-description-text">${raw(fanfic.description)}</div></div></div></div></article>
`;

/** A page of entries. @param next number of the next page, if there is one */
export const renderFanfics = (items: readonly Html[], next?: number): string => `<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Книга фанфиков</title></head><body><section class="fanfic-thumb-block">
${items.join('')}</section>${next === undefined ? '' : `<nav class="pagenav"><a class="page-arrow page-arrow-next" href="?p=${next}">»</a></nav>`}</body></html>`;
