import { byline } from './formats';
import { html } from './html';
import { inboxComment } from './collected-pages';
import { dashboard } from './listing-page';
import { renderPage } from './page';
import type { RenderOptions, SeriesSpec, UserSpec, WorkSpec } from './spec';

/** Pages that name works by title only, without tags. */

export type SubscriptionSpec = { work: WorkSpec } | { series: SeriesSpec } | { user: UserSpec };

export const renderSubscriptions = (login: string, subscriptions: readonly SubscriptionSpec[], options: RenderOptions = {}): string =>
  renderPage(
    {
      main: 'subscriptions-index dashboard',
      title: 'Subscriptions',
      dashboard: dashboard(login),
      content: html`
<h2 class="heading">My Subscriptions</h2>
<dl class="subscription index group">${subscriptions.map((entry) => {
        const named =
          'work' in entry
            ? html`<a href="/works/${entry.work.id}">${entry.work.title}</a> (Work) by ${byline(entry.work)}`
            : 'series' in entry
              ? html`<a href="/series/${entry.series.id}">${entry.series.title}</a> (Series) by ${byline(entry.series)}`
              : html`<a href="/users/${entry.user.login}">${entry.user.login}</a>`;
        return html`<dt>${named}</dt><dd><form action="/users/${login}/subscriptions/1" method="post"><input type="submit" value="Unsubscribe" /></form></dd>`;
      })}</dl>`,
    },
    options,
  );

export const renderRelatedWorks = (
  login: string,
  spec: { translations: readonly WorkSpec[]; inspired: readonly [WorkSpec, WorkSpec][] },
  options: RenderOptions = {},
): string =>
  renderPage(
    {
      main: 'related_works-index dashboard',
      title: 'Related Works',
      dashboard: dashboard(login),
      content: html`
<h2 class="heading">Related Works</h2>
<table id="translationsofme"><tbody>${spec.translations.map((work) => html`<tr><th><a href="/works/${work.id}">${work.title}</a> by ${byline(work)}</th><td>From English to Deutsch</td></tr>`)}</tbody></table>
<dl class="inspired index group">${spec.inspired.map(([parent, child]) => html`<dt class="parent"><a href="/works/${parent.id}">${parent.title}</a> by ${byline(parent)}</dt><dd class="child"><a href="/works/${child.id}">${child.title}</a> by ${byline(child)}</dd>`)}</dl>`,
    },
    options,
  );

export const renderInbox = (login: string, works: readonly WorkSpec[], options: RenderOptions = {}): string =>
  renderPage(
    {
      main: 'inbox-show dashboard',
      title: 'Inbox',
      dashboard: dashboard(login),
      content: html`<h2 class="heading">My Inbox</h2><ol class="comment index group">${works.map((work, index) => inboxComment(work, index + 1))}</ol>`,
    },
    options,
  );
