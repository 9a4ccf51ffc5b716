import { renderHome, renderSeriesPage, tagAddress, type WorkSpec } from '../markup/index';
import { html } from '../markup/html';
import { renderPage } from '../markup/page';
import type { Reply } from '../server';
import { CHOICES_COOKIE, listed, READER, type Visit } from '../visit';
import { FANDOMS } from '../world/fandoms';
import { FREEFORMS } from '../world/freeforms';
import { LANGUAGES } from '../world/tags';
import { isoDay } from '../world/works';
import { listingReply } from './listing';

const link = (address: string, text: string) => html`<li><a href="${address}">${text}</a></li>`;

/** `/`: three works marked for later for an account, a way in for a guest. */
export function home(visit: Visit): Reply {
  if (visit.viewer !== null) {
    const later = listed(visit, visit.world.works).slice(0, 3);
    return {
      body: renderHome(
        { readings: later.map((work) => ({ kind: 'reading', work, visited: isoDay(3), later: true })), unread: listed(visit, visit.world.works).slice(3, 5) },
        visit.options,
      ),
    };
  }
  return demo(visit);
}

/** `/demo`: where to go, and how the archive is to look from now on. Nothing on the real archive corresponds to it. */
export function demo(visit: Visit): Reply {
  const chosen = visit.url.searchParams;
  const keep = new URLSearchParams([...chosen].filter(([name]) => ['login', 'skin', 'era', 'hide', 'stream', 'per_page'].includes(name)));
  const oddities = '/collections/Oddities/works';
  const content = html`
<h2 class="heading">Demo archive</h2>
<p>Everything here is made up by a program: ${visit.world.works.length} works that nobody wrote. Nothing leaves this machine.</p>
<h3 class="heading">Listings</h3>
<ul>${link('/works', 'Recent works')}${link(tagAddress('Fluff') + '/works', 'Works tagged Fluff')}${link(tagAddress(FANDOMS[0]?.name ?? '') + '/works', FANDOMS[0]?.name ?? '')}${link(oddities, 'One of every strange thing')}${link(
    '/collections/SecretLanterns/works',
    'Unrevealed works',
  )}${link('/bookmarks', 'Bookmarks')}${link('/media', 'Fandoms and tags')}${link('/collections', 'Collections')}${link('/external_works', 'External works')}${link(`/users/${READER}/readings?login=user`, 'History, logged in')}</ul>
<h3 class="heading">Looks</h3>
<ul>${link('/demo?', 'As it comes')}${link('/demo?skin=dark', 'Dark')}${link('/demo?login=user', 'Logged in')}${link('/demo?login=user&hide=warnings,freeforms', 'Logged in, warnings and tags hidden by preference')}${link(
    '/demo?stream=slow',
    'Sent slowly',
  )}${link('/demo?era=2018-03-01', 'Markup of 2018')}</ul>`;
  return {
    body: renderPage({ main: 'home demo', title: 'Demo', content }, visit.options),
    ...(visit.url.pathname === '/demo' ? { headers: { 'set-cookie': `${CHOICES_COOKIE}=${encodeURIComponent(keep.toString())}; Path=/` } } : {}),
  };
}

/** `/media` and `/tags`: fandoms and tags to start from. */
export const media = (visit: Visit): Reply => ({
  body: renderPage(
    {
      main: 'media-index',
      title: 'Fandoms',
      content: html`<h2 class="heading">Fandoms</h2><ul class="tags index group">${FANDOMS.map(({ name }) => link(`${tagAddress(name)}/works`, name))}</ul>
<h2 class="heading">Additional tags</h2><ul class="tags cloud index group">${FREEFORMS.map((name) => html`<li><a class="tag" href="${tagAddress(name)}/works">${name}</a> </li>`)}</ul>`,
    },
    visit.options,
  ),
});

export const recentWorks = (visit: Visit): Reply =>
  listingReply(visit, { listing: 'works' }, listed(visit, visit.world.works), (work) => ({ kind: 'work', work }));

/** `/works/search?work_search[query]=...`: in titles, summaries, tags and names of creators. */
export function search(visit: Visit): Reply {
  const wanted = (visit.query.get('work_search[query]') ?? '').trim().toLowerCase();
  const tagsOf = (work: WorkSpec): string[] => [...work.fandoms, ...work.relationships, ...work.characters, ...work.freeforms];
  const textOf = (work: WorkSpec): string =>
    [work.title, work.summary ?? '', ...tagsOf(work), ...work.authors.map((author) => author.login)].join('\n').toLowerCase();
  const found = wanted === '' ? [] : listed(visit, visit.world.works).filter((work) => textOf(work).includes(wanted));
  return listingReply(visit, { listing: 'work-search' }, found, (work) => ({ kind: 'work', work }));
}

export function languageWorks(visit: Visit, code: string): Reply | null {
  if (!LANGUAGES.some((language) => language.code === code)) return null;
  return listingReply(
    visit,
    { listing: 'language-works' },
    listed(visit, visit.world.works).filter((work) => work.language?.code === code),
    (work) => ({ kind: 'work', work }),
  );
}

export function series(visit: Visit, id: string): Reply | null {
  const found = visit.world.series.find(({ spec }) => spec.id === Number(id));
  return found === undefined ? null : { body: renderSeriesPage(found.spec, listed(visit, found.works), visit.options) };
}

export const externalWorks = (visit: Visit): Reply =>
  listingReply(visit, { listing: 'external-works' }, visit.world.externals, (external) => ({ kind: 'external', external }));

export function externalWork(visit: Visit, id: string): Reply | null {
  const found = visit.world.externals.filter((external) => external.id === Number(id));
  return found.length === 0 ? null : listingReply(visit, { listing: 'external-work' }, found, (external) => ({ kind: 'external', external }));
}

export const people = (visit: Visit): Reply => listingReply(visit, { listing: 'people' }, visit.world.people, (user) => ({ kind: 'user', user, works: 3 }));
