import { CATEGORIES, codeOf, RATINGS, WARNINGS } from '../../../src/domain/vocabulary';
import { renderTagPage, renderTagSearch, type TagPageSpec, tagAddress, type WorkSpec } from '../markup/index';
import type { Reply } from '../server';
import { listed, type Visit } from '../visit';
import type { World } from '../world/index';
import { listingReply } from './listing';

/** Tags that mean the same as another; their listing is that of the other. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['Omegaverse', 'Alpha/Beta/Omega Dynamics'],
  ['HE', 'Angst with a Happy Ending'],
  ['Second Person Pov', 'POV Second Person'],
]);

/** Nobody has sorted these; the address of their listing leads to their own page. */
const UNSORTED = /^(i don|no non-con|i tagged|mentions of|therapist|short & sweet|"let me|woke up|As for)/;

const DECODED: Record<string, string> = { '*s*': '/', '*a*': '&', '*d*': '.', '*q*': '?', '*h*': '#' };

/** The name of a tag from its part of an address. */
const nameFromSlug = (slug: string): string => decodeURIComponent(slug).replace(/\*[sadqh]\*/g, (code) => DECODED[code] ?? code);

/** The works that carry a tag of any kind, by its exact name. */
function worksTagged(works: readonly WorkSpec[], name: string): WorkSpec[] {
  const warning = codeOf(WARNINGS, name);
  const rating = codeOf(RATINGS, name);
  const category = codeOf(CATEGORIES, name);
  return works.filter(
    (work) =>
      work.freeforms.includes(name) ||
      work.relationships.includes(name) ||
      work.characters.includes(name) ||
      work.fandoms.includes(name) ||
      (warning !== undefined && work.warnings.includes(warning)) ||
      (rating !== undefined && work.rating === rating) ||
      (category !== undefined && work.categories.includes(category)),
  );
}

const synonymsOf = (name: string): string[] => [...SYNONYMS].filter(([, canonical]) => canonical === name).map(([synonym]) => synonym);

/** Works under a canonical tag: its own and those of the tags that mean the same. */
const worksFiled = (works: readonly WorkSpec[], name: string): WorkSpec[] => {
  const all = [name, ...synonymsOf(name)].flatMap((one) => worksTagged(works, one));
  return works.filter((work) => all.includes(work));
};

function typeOf(world: World, name: string): TagPageSpec['type'] | undefined {
  if (codeOf(WARNINGS, name) !== undefined) return 'Archive Warning';
  if (codeOf(RATINGS, name) !== undefined) return 'Rating';
  if (codeOf(CATEGORIES, name) !== undefined) return 'Category';
  const kinds = [
    ['Fandom', 'fandoms'],
    ['Relationship', 'relationships'],
    ['Character', 'characters'],
    ['Additional Tags', 'freeforms'],
  ] as const;
  return (
    kinds.find(([, field]) => world.works.some((work) => work[field].includes(name)))?.[0] ??
    ([...SYNONYMS.values()].includes(name) ? 'Additional Tags' : undefined)
  );
}

/** `/tags/T/works` */
export function tagWorks(visit: Visit, slug: string, collection?: { name: string; title: string }): Reply | null {
  const name = nameFromSlug(slug);
  if (typeOf(visit.world, name) === undefined) return null;
  if (UNSORTED.test(name)) return { status: 302, headers: { location: `${tagAddress(name)}${visit.url.search}` }, body: '' };
  const canonical = SYNONYMS.get(name) ?? name;
  const works = listed(visit, worksFiled(visit.world.works, canonical)).filter(
    (work) => collection === undefined || work.collections?.some((one) => one.name === collection.name),
  );
  return listingReply(visit, { listing: 'tag-works', tag: canonical, ...(collection === undefined ? {} : { collection }) }, works, (work) => ({
    kind: 'work',
    work,
  }));
}

/** `/tags/T/bookmarks`: one entry for each thing, with the bookmarks of it inside. */
export function tagBookmarks(visit: Visit, slug: string): Reply | null {
  const name = nameFromSlug(slug);
  const tagged = new Set(listed(visit, worksFiled(visit.world.works, name)).map((work) => work.id));
  const found = visit.world.bookmarks.filter(({ bookmark, of }) => (of.kind === 'work' && tagged.has(of.work.id)) || bookmark.tags.includes(name));
  if (found.length === 0) return null;
  return listingReply(visit, { listing: 'tag-bookmarks', tag: name }, found, ({ bookmark, of }) => ({
    kind: 'bookmarkable',
    of,
    count: 1,
    recent: [bookmark],
  }));
}

/** `/tags/T` */
export function tagPage(visit: Visit, slug: string): Reply | null {
  const name = nameFromSlug(slug);
  const type = typeOf(visit.world, name);
  if (type === undefined) return null;
  const works = listed(visit, worksTagged(visit.world.works, name));
  const synonymOf = SYNONYMS.get(name);
  const children = <T>(of: (work: WorkSpec) => readonly T[]): T[] => [...new Set(works.flatMap(of))].slice(0, 300);
  return {
    body: renderTagPage(
      {
        name,
        type,
        canonical: synonymOf === undefined && !UNSORTED.test(name),
        ...(synonymOf === undefined ? {} : { synonymOf }),
        synonyms: synonymsOf(name),
        ...(type === 'Fandom' ? { children: { characters: children((work) => work.characters), relationships: children((work) => work.relationships) } } : {}),
        ...(type === 'Character' || type === 'Relationship' ? { parents: [...new Set(works.flatMap((work) => work.fandoms))].slice(0, 1) } : {}),
        ...(UNSORTED.test(name) ? { works: works.slice(0, visit.perPage).map((work) => ({ kind: 'work' as const, work })) } : {}),
      },
      visit.options,
    ),
  };
}

/** `/tags/search` */
export function tagSearch(visit: Visit): Reply {
  const wanted = (visit.query.get('tag_search[name]') ?? '').toLowerCase();
  const uses = new Map<string, number>();
  for (const work of visit.world.works) for (const name of [...work.freeforms, ...work.relationships]) uses.set(name, (uses.get(name) ?? 0) + 1);
  const found = [...uses].filter(([name]) => name.toLowerCase().includes(wanted)).slice(0, 50);
  return {
    body: renderTagSearch(
      found.map(([name, count]) => ({ name, type: 'Additional Tags', canonical: !SYNONYMS.has(name), uses: count })),
      visit.options,
    ),
  };
}
