import { html, none, raw, type Html } from './html';
import type { RenderOptions } from './spec';

export interface PageSpec {
  /** Classes of `#main` before `region`: controller and action, `dashboard`, `filtered`. */
  main: string;
  title: string;
  /** Side bar of a user or a collection. */
  dashboard?: Html;
  /** Content of `#main`. */
  content: Html;
  /** Messages above the content: text of a notice or an error. */
  flash?: { kind: 'notice' | 'error'; text: string };
  /** Accounts that the viewer muted: the site hides them by a style of its own. */
  muted?: readonly number[];
  /** Further markup for the head: speculation rules, a site skin. */
  head?: Html;
  /** Classes of `body`; absent: `logged-in` or `logged-out`. `null`: no class, as on error pages of a fork. */
  body?: string | null;
}

/** A page cut where a server may pause: before the content, the content, after it. */
export interface PageParts {
  head: Html;
  content: Html;
  foot: Html;
}

function mutedStyle(muted: readonly number[]): Html {
  if (muted.length === 0) return none;
  return raw(`<style>${muted.map((id) => `.user-${id}`).join(', ')} { display: none !important; visibility: hidden !important; }</style>\n`);
}

function siteHeader(options: RenderOptions): Html {
  const viewer = options.viewer ?? null;
  const account =
    viewer === null
      ? html`<div id="login" class="dropdown"><p class="user actions"><a id="login-dropdown" href="/users/login">Log In</a></p></div>`
      : html`<nav id="greeting" aria-label="User"><ul class="user navigation actions"><li class="dropdown"><a href="/users/${viewer.login}">Hi, ${viewer.login}!</a></li></ul></nav>`;
  const inner = html`
    <h1 class="heading"><a href="/"><span>Archive of Our Own</span></a></h1>
    ${account}
    <nav aria-label="Site">
      <ul class="primary navigation actions">
        <li class="dropdown"><a href="/media">Fandoms</a></li>
        <li class="dropdown"><a href="/works">Browse</a></li>
        <li class="dropdown"><a href="/works/search">Search</a></li>
        <li class="search"><form class="search" id="search" role="search" aria-label="Work" action="/works/search" accept-charset="UTF-8" method="get"><label class="landmark" for="site_search">Work Search</label><input class="text" id="site_search" type="text" name="work_search[query]" /><input type="submit" value="Search" class="button" /></form></li>
      </ul>
    </nav>
    <div class="clear"></div>
`;
  return options.fork === 'superlove' ? html`<div id="header" class="region">${inner}</div>` : html`<header id="header" class="region">${inner}</header>`;
}

/** The archive's page around `content`. */
export function pageParts(page: PageSpec, options: RenderOptions): PageParts {
  const viewer = options.viewer ?? null;
  const body = page.body === undefined ? (viewer === null ? 'logged-out' : 'logged-in') : page.body;
  const site = options.fork === 'superlove' ? 'Superlove' : 'Archive of Our Own';
  const title = html`<title>${page.title} [${site}]</title>`;
  const flash = page.flash;
  const head = html`<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0"/>
    ${title}${options.fork === 'superlove' && title}
    <link rel="stylesheet" type="text/css" media="screen" href="/stylesheets/skins/skin_1_default/1_site_screen_.css" />
    <link rel="stylesheet" type="text/css" media="only screen and (max-width: 42em), handheld" href="/stylesheets/skins/skin_1_default/5_site_narrow.handheld_.css" />
    <script src="/javascripts/livevalidation_standalone.js"></script>
    <meta name="csrf-param" content="authenticity_token" />
    <meta name="csrf-token" content="token" />
    ${mutedStyle(page.muted ?? [])}${page.head}
  </head>
  <body${body === null ? none : html` class="${body}"`}>
    <div id="outer" class="wrapper">
      <ul id="skiplinks"><li><a href="#main">Main Content</a></li></ul>
      <noscript><p id="javascript-warning">The site works better with JavaScript.</p></noscript>
${siteHeader(options)}
      <div id="inner" class="wrapper">
${page.dashboard}
        <div id="main" class="${page.main} region" role="main">
<div class="flash${flash !== undefined && ` ${flash.kind}`}">${flash?.text}</div>
`;
  const foot = html`
<div class="clear"></div>
        </div>
      </div>
      <div id="footer" role="contentinfo" class="region">
        <h3 class="landmark heading">Footer</h3>
        <ul class="navigation actions"><li class="module group"><ul class="menu"><li><a href="/tos">Terms of Service</a></li></ul></li>${
          options.fork !== 'superlove' &&
          raw(
            '<li class="module group"><ul class="menu"><li><a href="https://github.com/otwcode/otwarchive/commits/v0.9.470.1">otwarchive v0.9.470.1</a></li></ul></li>',
          )
        }</ul>
      </div>
    </div>
    <script src="/javascripts/application.js"></script>
  </body>
</html>
`;
  return { head, content: page.content, foot };
}

export function renderPage(page: PageSpec, options: RenderOptions): string {
  const { head, content, foot } = pageParts(page, options);
  return `${head}${content}${foot}`;
}
