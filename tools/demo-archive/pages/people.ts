import { type ItemSpec, renderDashboard, renderInbox, renderSubscriptions, type WorkSpec } from '../markup/index';
import { seeded } from '../random';
import type { Reply } from '../server';
import { listed, type Visit } from '../visit';
import type { Shelved } from '../world/shelves';
import { isoDay } from '../world/works';
import { listingReply } from './listing';

const SHORT = 5;

const workItem = (work: WorkSpec): ItemSpec => ({ kind: 'work', work });

/** A bookmark in a list of bookmarks; the viewer's own are marked, private ones of others are not shown at all. */
const bookmarkItem =
  (visit: Visit) =>
  ({ bookmark, of }: Shelved): ItemSpec =>
    of.kind === 'work' && visit.world.unrevealed.has(of.work.id)
      ? { kind: 'deleted-bookmark', bookmark }
      : { kind: 'bookmark', bookmark: { ...bookmark, own: bookmark.bookmarker.login === visit.viewer?.login }, of, count: ofCount(of) };

const ofCount = (of: Shelved['of']): number => (of.kind === 'work' ? Math.max(1, of.work.bookmarks ?? 0) : 1);

const visible = (visit: Visit, shelved: readonly Shelved[]): Shelved[] =>
  shelved.filter(({ bookmark }) => bookmark.private !== true || bookmark.bookmarker.login === visit.viewer?.login);

const exists = (visit: Visit, login: string): boolean =>
  login === visit.viewer?.login || login === 'orphan_account' || visit.world.people.some((user) => user.login === login);

const worksBy = (visit: Visit, login: string, pseud?: string): WorkSpec[] =>
  listed(visit, visit.world.works).filter(
    (work) =>
      work.anonymous !== true && work.authors.some((author) => author.login === login && (pseud === undefined || (author.pseud ?? author.login) === pseud)),
  );

const bookmarksBy = (visit: Visit, login: string): Shelved[] =>
  visible(visit, visit.world.bookmarks).filter(({ bookmark }) => bookmark.bookmarker.login === login);

export const userWorks = (visit: Visit, login: string, pseud?: string): Reply | null =>
  exists(visit, login) ? listingReply(visit, { listing: 'user-works', owner: login }, worksBy(visit, login, pseud), workItem) : null;

export const userBookmarks = (visit: Visit, login: string): Reply | null =>
  exists(visit, login) ? listingReply(visit, { listing: 'user-bookmarks', owner: login }, bookmarksBy(visit, login), bookmarkItem(visit)) : null;

export const userSeries = (visit: Visit, login: string): Reply | null => {
  const own = visit.world.series.filter(({ spec }) => spec.authors.some((author) => author.login === login));
  return exists(visit, login) ? listingReply(visit, { listing: 'series-list', owner: login }, own, ({ spec }) => ({ kind: 'series', series: spec })) : null;
};

export const userGifts = (visit: Visit, login: string): Reply | null => {
  const gifts = listed(visit, visit.world.works).filter((work) => work.recipients?.some((recipient) => 'login' in recipient && recipient.login === login));
  return exists(visit, login) ? listingReply(visit, { listing: 'gifts', owner: login }, gifts, (work) => ({ kind: 'gift', work })) : null;
};

/** `/gifts?recipient=NAME` */
export const giftsFor = (visit: Visit): Reply => {
  const name = visit.query.get('recipient') ?? '';
  const gifts = listed(visit, visit.world.works).filter((work) => work.recipients?.some((recipient) => 'name' in recipient && recipient.name === name));
  return listingReply(visit, { listing: 'gifts', owner: name }, gifts, (work) => ({ kind: 'gift', work }));
};

/** `/users/U` and `/users/U/pseuds/P` */
export function dashboardPage(visit: Visit, login: string, pseud?: string): Reply | null {
  if (!exists(visit, login)) return null;
  const series = visit.world.series.filter(({ spec }) => spec.authors.some((author) => author.login === login));
  return {
    body: renderDashboard(
      {
        login,
        ...(pseud === undefined ? {} : { pseud }),
        works: worksBy(visit, login, pseud).slice(0, SHORT).map(workItem),
        series: series.slice(0, SHORT).map(({ spec }) => ({ kind: 'series', series: spec })),
        bookmarks: bookmarksBy(visit, login).slice(0, SHORT).map(bookmarkItem(visit)),
      },
      visit.options,
    ),
  };
}

/** What the viewer has read, and in between works that are gone: a private page, for the viewer only. */
export function readings(visit: Visit, login: string): Reply {
  if (visit.viewer?.login !== login) return { status: 302, headers: { location: '/users/login' }, body: '' };
  const later = visit.query.get('show') === 'to-read';
  const random = seeded(login.length + (later ? 1 : 0));
  const read = listed(visit, visit.world.works).filter(() => random.chance(0.08));
  return listingReply(visit, { listing: later ? 'marked-for-later' : 'history', owner: login }, read, (work) =>
    work.id % 17 === 0
      ? { kind: 'deleted-reading', visited: isoDay(work.id % 90) }
      : { kind: 'reading', work, visited: isoDay(work.id % 90), times: 1 + (work.id % 5), ...(later ? { later: true } : {}) },
  );
}

/** Other private pages, which name works by title only. */
export const subscriptions = (visit: Visit, login: string): Reply => ({
  body: renderSubscriptions(
    login,
    [
      ...listed(visit, visit.world.works)
        .slice(0, 12)
        .map((work) => ({ work })),
      ...visit.world.series.slice(0, 5).map(({ spec }) => ({ series: spec })),
      ...visit.world.people.slice(0, 5).map((user) => ({ user })),
    ],
    visit.options,
  ),
});

export const inbox = (visit: Visit, login: string): Reply => ({ body: renderInbox(login, listed(visit, visit.world.works).slice(0, 10), visit.options) });

/** `/bookmarks` and `/bookmarks/search` */
export const allBookmarks = (visit: Visit): Reply => listingReply(visit, { listing: 'bookmarks' }, visible(visit, visit.world.bookmarks), bookmarkItem(visit));

/** `/bookmarks/N` */
export function oneBookmark(visit: Visit, id: string): Reply | null {
  const found = visible(visit, visit.world.bookmarks).filter(({ bookmark }) => bookmark.id === Number(id));
  return found.length === 0 ? null : listingReply(visit, { listing: 'single-bookmark' }, found, bookmarkItem(visit));
}

/** `/works/N/bookmarks`, `/series/N/bookmarks`: the thing first, then short bookmarks of it. */
export function bookmarksOf(visit: Visit, kind: 'work' | 'series' | 'external', id: string): Reply | null {
  const number = Number(id);
  const idOf = (of: Shelved['of']): number =>
    of.kind === 'work' ? of.work.id : of.kind === 'series' ? of.series.id : of.kind === 'external' ? of.external.id : 0;
  const found = visible(visit, visit.world.bookmarks).filter(({ of }) => of.kind === kind && idOf(of) === number);
  const of = found[0]?.of;
  if (of === undefined) return null;
  const head: ItemSpec =
    of.kind === 'work'
      ? { kind: 'work', work: of.work }
      : of.kind === 'series'
        ? { kind: 'series', series: of.series }
        : of.kind === 'external'
          ? { kind: 'external', external: of.external }
          : { kind: 'mystery', id: of.id, collections: [] };
  const items: ItemSpec[] = [head, ...found.map(({ bookmark }) => ({ kind: 'short-bookmark' as const, bookmark }))];
  return listingReply(visit, { listing: 'item-bookmarks' }, items, (item) => item);
}
