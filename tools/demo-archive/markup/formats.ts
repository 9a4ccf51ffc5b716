import { html, joined, none, raw, type Html } from './html';
import { has } from './era';
import type { CollectionSpec, RenderOptions, UserSpec } from './spec';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1234` as "1,234". */
export const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** ISO date as "05 Mar 2026". */
export function longDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${day} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** Date of an item: in full, or the way Rails puts distances of up to 30 days into words. */
export function itemDate(iso: string, options: RenderOptions): string {
  if (options.relativeTo === undefined) return longDate(iso);
  const minutes = Math.round((options.relativeTo.getTime() - Date.parse(iso)) / 60_000);
  if (minutes > 30 * 24 * 60) return longDate(iso);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 45) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  if (minutes < 90) return 'about 1 hour';
  if (minutes < 1_440) return `about ${Math.round(minutes / 60)} hours`;
  if (minutes < 2_520) return '1 day';
  return minutes < 43_200 ? `${Math.round(minutes / 1_440)} days` : 'about 1 month';
}

export const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/** Percent-encoding of a path segment as Rails does it: the sub-delimiters stay. */
const segment = (text: string): string => encodeURIComponent(text).replace(/%(?:2B|24|3A|3B|40)/g, (code) => decodeURIComponent(code));

const SLUG: Record<string, string> = { '/': '*s*', '&': '*a*', '.': '*d*', '?': '*q*', '#': '*h*' };

/** A tag's name as the part of an address. */
export const slug = (name: string): string => segment(name.replace(/[/&.?#]/g, (character) => SLUG[character] ?? character));

export const tagAddress = (name: string): string => `/tags/${slug(name)}`;

/** Link to a tag. @param list what the link leads to: the tag's works, its bookmarks, or the tag's own page */
export function tagLink(name: string, list: 'works' | 'bookmarks' | '' = 'works', shown = name): Html {
  return html`<a class="tag" href="${tagAddress(name)}${list === '' ? '' : `/${list}`}">${shown}</a>`;
}

export const pseudOf = (user: UserSpec): string => user.pseud ?? user.login;

export const userAddress = (user: { login: string; pseud?: string }): string => `/users/${segment(user.login)}/pseuds/${segment(user.pseud ?? user.login)}`;

/** "Pseud", or "Pseud (login)" where they differ. */
export const userLabel = (user: UserSpec): string => (pseudOf(user) === user.login ? user.login : `${pseudOf(user)} (${user.login})`);

export const authorLink = (user: UserSpec): Html => html`<a rel="author" href="${userAddress(user)}">${userLabel(user)}</a>`;

export const collectionLink = (collection: CollectionSpec): Html => html`<a href="/collections/${collection.name}">${collection.title}</a>`;

/** Creators as a byline: links, "Anonymous", or the imported name with the archivist. */
export function byline(creators: { authors: readonly UserSpec[]; anonymous?: boolean; importedFrom?: readonly string[] }, own = false): Html {
  const links = joined(creators.authors.map(authorLink), ', ');
  if (creators.anonymous === true) return own ? html`Anonymous [${links}]` : html`Anonymous`;
  if (creators.importedFrom !== undefined)
    return joined(
      creators.importedFrom.map((name) => html`${name} [archived by ${links}]`),
      ', ',
    );
  return links;
}

/** Class tokens with the accounts behind an item, each once. */
export function userTokens(users: readonly UserSpec[], options: RenderOptions): string {
  if (!has(options, 'idTokens')) return '';
  return [...new Set(users.map((user) => ` user-${user.id}`))].join('');
}

/** Plain text as the archive stores it: a paragraph for each line. */
export const paragraphs = (text: string): Html =>
  raw(
    text
      .split('\n')
      .map((line) => html`<p>${line}</p>`.source)
      .join(''),
  );

export function summaryBlock(summary: string | null, summaryHtml?: string): Html {
  if (summary === null && summaryHtml === undefined) return none;
  const content = summaryHtml === undefined ? paragraphs(summary ?? '') : raw(summaryHtml);
  return html`
    <h6 class="landmark heading">Summary</h6>
    <blockquote class="userstuff summary">
      ${content}
    </blockquote>
`;
}
