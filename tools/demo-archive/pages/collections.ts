import { type CollectionSpec, type ItemSpec, renderCollectionHome, type WorkSpec } from '../markup/index';
import type { Reply } from '../server';
import { asSeen, listed, type Visit } from '../visit';
import { listingReply } from './listing';

export const collectionNamed = (visit: Visit, name: string): CollectionSpec | undefined =>
  visit.world.collections.find((collection) => collection.name === name);

const within =
  (name: string) =>
  (work: WorkSpec): boolean =>
    work.collections?.some((collection) => collection.name === name) === true;

/** Works of a collection; those that it has not revealed are there, but say nothing. */
function itemsOf(visit: Visit, collection: CollectionSpec): ItemSpec[] {
  const hidden = visit.world.works.filter((work) => visit.world.unrevealed.has(work.id) && within(collection.name)(work));
  const shown = listed(visit, visit.world.works).filter(within(collection.name));
  return [
    ...hidden.map((work): ItemSpec => ({ kind: 'mystery', id: work.id, collections: [collection] })),
    ...shown.map((work): ItemSpec => ({ kind: 'work', work: { ...work, throughCollection: collection.name } })),
  ];
}

export function collectionWorks(visit: Visit, name: string): Reply | null {
  const collection = collectionNamed(visit, name);
  return collection === undefined ? null : listingReply(visit, { listing: 'collection-works', collection }, itemsOf(visit, collection), (item) => item);
}

export function collectionHome(visit: Visit, name: string): Reply | null {
  const collection = collectionNamed(visit, name);
  if (collection === undefined) return null;
  const bookmarks = visit.world.bookmarks.filter(({ bookmark }) => bookmark.collections?.includes(collection)).slice(0, 5);
  return {
    body: renderCollectionHome(
      {
        ...collection,
        works: itemsOf(visit, collection).slice(0, 5),
        bookmarks: bookmarks.map(({ bookmark, of }) => ({ kind: 'bookmark', bookmark, of, count: 1 })),
      },
      visit.options,
    ),
  };
}

/** Works that wait for approval. */
export function collectionItems(visit: Visit, name: string): Reply | null {
  const collection = collectionNamed(visit, name);
  if (collection === undefined) return null;
  const works = visit.world.works.filter(within(name));
  return listingReply(visit, { listing: 'collection-items', collection }, works, (work) => ({
    kind: 'collection-item',
    id: work.id,
    collection,
    work: asSeen(visit, work),
  }));
}

/** Prompts of a prompt meme, with the works that fulfil them. */
export function prompts(visit: Visit, name: string): Reply | null {
  const collection = collectionNamed(visit, name);
  if (collection === undefined) return null;
  const wanted = visit.world.prompts.filter((prompt) => prompt.collection === name);
  return listingReply(visit, { listing: 'prompts', collection }, wanted, (prompt) => ({ kind: 'prompt', prompt }));
}

export const allCollections = (visit: Visit): Reply =>
  listingReply(visit, { listing: 'collections' }, visit.world.collections, (collection) => ({
    kind: 'collection',
    collection,
    maintainer: visit.world.people[0]?.login ?? 'nobody',
    works: visit.world.works.filter(within(collection.name)).length,
    summary: 'A collection of the demo archive.',
  }));
