import { collectionLink } from './formats';
import { html, joined, raw } from './html';
import { renderPage } from './page';
import type { CollectionSpec, RenderOptions } from './spec';

/** A work that its collection has not revealed: one sentence, no tags. */
export const renderUnrevealed = (collections: readonly CollectionSpec[], options: RenderOptions = {}): string =>
  renderPage(
    {
      main: 'works-show',
      title: 'Mystery Work',
      content: html`<p class="notice">This work is part of an ongoing challenge and will be revealed soon! You can find details here: ${joined(collections.map(collectionLink), ', ')}</p>`,
    },
    options,
  );

/** The page that a guest sees instead of a restricted work; its address is `/users/login?restricted=true&return_to=...`. */
export const renderLogin = (returnTo: string, options: RenderOptions = {}): string =>
  renderPage(
    {
      main: 'sessions-new',
      title: 'Log in',
      flash: { kind: 'error', text: '' },
      content: html`
<div id="signin" class="prompt module">
  <h2 class="heading">Log in</h2>
  <p class="caution">This work is only available to registered users of the Archive.</p>
  <form class="new_user" id="new_user" action="/users/login?return_to=${encodeURIComponent(returnTo)}" method="post"><dl><dt><label for="user_login">Username</label></dt><dd><input type="text" name="user[login]" id="user_login" /></dd></dl></form>
</div>`,
    },
    options,
  );

/** Error pages made by the site. On a fork, `body` has no class and the title says 404 whatever the error. */
export const renderErrorPage = (status: 404 | 403 | 429 | 500, options: RenderOptions = {}): string =>
  renderPage(
    {
      main: `system errors error-${status}`,
      title: options.fork === 'superlove' ? '404' : String(status),
      ...(options.fork === 'superlove' ? { body: null } : {}),
      content: html`<h2 class="heading">Error ${status}</h2><p>${status === 404 ? 'The page you were looking for could not be found.' : 'Something went wrong.'}</p>`,
    },
    options,
  );

/** What the rate limiter answers: plain text, no page. */
export const tooManyRequests = 'Retry later\n';

/** Static page of the front server while the site is down. */
export const renderStaticError = (status: 502 | 503 | 507): string =>
  html`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8" /><title>${status}</title></head><body><div id="outer" class="wrapper"><div id="inner" class="wrapper"><div id="main" class="errors region" role="main"><h2 class="heading">Error ${status}</h2>${raw('<p>The page was responding too slowly.</p>')}</div></div></div></body></html>`
    .source;
