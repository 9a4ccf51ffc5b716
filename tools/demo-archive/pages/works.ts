import {
  chapterId,
  renderAdultNotice,
  renderChapterIndex,
  renderLogin,
  renderUnrevealed,
  renderWorkPage,
  tagItems,
  warningItems,
  type WorkSpec,
} from '../markup/index';
import { seeded } from '../random';
import type { Reply } from '../server';
import { ADULT_COOKIE, asSeen, type Visit } from '../visit';
import { makeChapter } from '../world/titles';

const ADULT: readonly WorkSpec['rating'][] = ['mature', 'explicit', 'not-rated', null];
const LONGEST = 30;

/** Two works in a hundred bring a style of their own for their text. */
const STYLE = '#workskin p { text-indent: 1.5em; } #workskin .blurb { color: inherit; }';

const redirect = (location: string, headers: Record<string, string> = {}): Reply => ({ status: 302, headers: { location, ...headers }, body: '' });

const find = (visit: Visit, id: string): WorkSpec | undefined => visit.world.works.find((work) => work.id === Number(id));

/** What stands in front of a work for this visitor, or null when the work itself may be shown. */
function instead(visit: Visit, work: WorkSpec, chapter?: number): Reply | null {
  if (visit.world.unrevealed.has(work.id)) return { body: renderUnrevealed(work.collections ?? [], visit.options) };
  if (work.restricted === true && visit.viewer === null) return redirect(`/users/login?restricted=true&return_to=${encodeURIComponent(visit.url.pathname)}`);
  if (visit.query.get('view_adult') === 'true' && visit.viewer === null && !visit.url.searchParams.has('agreed')) {
    const to = new URL(visit.url);
    to.searchParams.set('agreed', '1');
    return redirect(to.pathname + to.search, { 'set-cookie': `${ADULT_COOKIE}=true; Path=/` });
  }
  if (ADULT.includes(work.rating) && !visit.adult) return { body: renderAdultNotice(work, chapter === undefined ? {} : { chapter }, visit.options) };
  return null;
}

/** The text is made when it is read: the same for the same work, at no cost for the rest. */
function withText(work: WorkSpec): WorkSpec {
  const posted = Math.min(work.chapters.posted, LONGEST);
  return { ...work, text: Array.from({ length: posted }, (_, at) => makeChapter(seeded(work.id + at), work.characters)) };
}

/** `/works/N`, also through a collection. A work of several chapters opens on its first. */
export function workPage(visit: Visit, id: string): Reply | null {
  const work = find(visit, id);
  if (work === undefined) return null;
  const blocked = instead(visit, work);
  if (blocked !== null) return blocked;
  if (work.chapters.posted > 1 && visit.query.get('view_full_work') !== 'true')
    return redirect(`/works/${id}/chapters/${chapterId(work, 1)}${visit.url.search}`);
  const style = work.id % 50 === 0 ? { workStyle: STYLE } : {};
  return { body: renderWorkPage(withText(asSeen(visit, work)), style, visit.options) };
}

/** `/works/N/chapters/M` */
export function chapterPage(visit: Visit, id: string, number: string): Reply | null {
  const work = find(visit, id);
  const chapter = work === undefined ? 0 : Number(number) - chapterId(work, 0);
  if (work === undefined || !(chapter >= 1 && chapter <= work.chapters.posted)) return null;
  return instead(visit, work, chapter) ?? { body: renderWorkPage(withText(asSeen(visit, work)), { chapter, prerenderNext: true }, visit.options) };
}

/** `/chapters/M` */
export function chapterAlone(visit: Visit, number: string): Reply | null {
  const id = Math.floor(Number(number) / 100);
  return chapterPage(visit, String(id), number);
}

/** `/works/N/navigate` */
export function chapterIndex(visit: Visit, id: string): Reply | null {
  const work = find(visit, id);
  return work === undefined ? null : (instead(visit, work) ?? { body: renderChapterIndex(work, visit.options) });
}

/** `/users/login` */
export const loginPage = (visit: Visit): Reply => ({ body: renderLogin(visit.query.get('return_to') ?? '/', visit.options) });

/**
 * `/tags/show_hidden`: the entries that the archive's script puts in the place of "Show additional tags". The real
 * one answers with a script; here it is the markup, and the page's own script does the rest.
 */
export function hiddenTags(visit: Visit): Reply | null {
  const id = Number(visit.query.get('creation_id'));
  const owner =
    visit.query.get('creation_type') === 'Series'
      ? visit.world.series.find(({ spec }) => spec.id === id)?.spec
      : visit.world.works.find((work) => work.id === id);
  if (owner === undefined) return null;
  const items = visit.query.get('tag_type') === 'warnings' ? warningItems(owner.warnings, visit.options) : tagItems('freeforms', owner.freeforms);
  return { body: items.source };
}
