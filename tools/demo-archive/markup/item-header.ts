import { has } from './era';
import { byline, itemDate, seconds, tagLink } from './formats';
import { html, joined, none, raw, type Html } from './html';
import { categorySymbol, ratingSymbol, warningSymbol } from './names';
import type { RecipientSpec, RenderOptions, UserSpec } from './spec';
import type { Category, Rating, Warning } from '../../../src/domain/vocabulary';

export interface HeaderSpec {
  title: string;
  /** `null` for a title without link. */
  href: string | null;
  /** Creators as markup, or as data for the usual byline. */
  by: Html | { authors: readonly UserSpec[]; anonymous?: boolean; importedFrom?: readonly string[] };
  recipients?: readonly RecipientSpec[];
  restricted?: boolean;
  hiddenByAdmin?: boolean;
  status?: string;
  fandoms: readonly string[];
  fandomLabel: string;
  ratings: readonly Rating[];
  warnings: readonly Warning[];
  categories: readonly Category[];
  /** Fourth symbol: classes and title. */
  completion: [symbol: string, title: string];
  date: string;
}

/** A symbol: its specific class first, then the kind. */
function symbol(kind: string, [specific, title]: [string, string], options: RenderOptions): Html {
  const address = has(options, 'helpAddress') ? '/help/symbols_key' : '/help/symbols-key.html';
  const control = has(options, 'idTokens') ? none : raw(' aria-controls="#modal"');
  const gap = has(options, 'helpAddress') ? '' : ' ';
  const token = kind === '' ? specific : `${specific} ${kind}`;
  return html`<li>${gap}<a class="help symbol question modal" title="Symbols key"${control} href="${address}"><span class="${token}" title="${title}"><span class="text">${title}</span></span></a></li>
`;
}

export function symbols(spec: Pick<HeaderSpec, 'ratings' | 'warnings' | 'categories' | 'completion'>, options: RenderOptions): Html {
  return html`<ul class="required-tags">
${symbol('rating', ratingSymbol(spec.ratings), options)}${symbol('warnings', warningSymbol(spec.warnings, options), options)}${symbol(
    'category',
    categorySymbol(spec.categories),
    options,
  )}${symbol('', spec.completion, options)}</ul>`;
}

export const completion = (complete: boolean, what: 'Work' | 'Series'): [string, string] =>
  complete ? ['complete-yes iswip', `Complete ${what}`] : ['complete-no iswip', what === 'Work' ? 'Work in Progress' : 'Series in Progress'];

const plus = (text: string): string => encodeURIComponent(text).replace(/%20/g, '+');

function recipientLink(recipient: RecipientSpec): Html {
  if ('name' in recipient) return html`<a href="/gifts?recipient=${plus(recipient.name)}">${recipient.name}</a>`;
  const pseud = recipient.pseud ?? recipient.login;
  return html`<a href="/users/${recipient.login}/gifts">${pseud === recipient.login ? pseud : `${pseud} (${recipient.login})`}</a>`;
}

/** The small images behind a title. */
export function locks(spec: { restricted?: boolean; hiddenByAdmin?: boolean }): Html {
  return html`${spec.restricted === true && raw('<img alt="(Restricted)" title="Restricted" src="/images/lockblue.png" width="15" height="15" />')}${
    spec.hiddenByAdmin === true && raw('<img alt="(Hidden by Admin)" title="Hidden by Administrator" src="/images/lockred.png" width="15" height="15" />')
  }`;
}

/** Title, creators, recipients, fandoms, symbols and date of an item. */
export function itemHeader(spec: HeaderSpec, options: RenderOptions): Html {
  const by = 'source' in spec.by ? spec.by : byline(spec.by);
  const hidden = !('source' in spec.by) && spec.by.anonymous === true && has(options, 'anonymousToken');
  const recipients = spec.recipients ?? [];
  const comment = has(options, 'updatedComment') ? raw(`<!-- updated_at=${seconds(spec.date)} -->`) : none;
  return html`
  <div class="${hidden ? 'anonymous header' : 'header'} module">
    ${comment}
    <h4 class="heading">
      ${spec.status !== undefined && html`<span class="status">${spec.status}: </span>`}${spec.href === null ? spec.title : html`<a href="${spec.href}">${spec.title}</a>`}
      by
      ${by}
      ${
        recipients.length > 0 &&
        html`for
      ${joined(recipients.map(recipientLink), ', ')}`
      }
      ${locks(spec)}
    </h4>
    <h5 class="fandoms heading">
      <span class="landmark">${spec.fandomLabel}</span>
      ${joined(
        spec.fandoms.map((fandom) => tagLink(fandom)),
        ', ',
      )}
      &nbsp;
    </h5>
    ${symbols(spec, options)}
    <p class="datetime">${itemDate(spec.date, options)}</p>
  </div>
`;
}
