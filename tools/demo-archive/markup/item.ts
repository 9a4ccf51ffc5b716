import { bookmarkableItem, bookmarkItem, deletedBookmarkItem, shortBookmarkItem } from './bookmark-item';
import type { Html } from './html';
import { collectionItem, collectionListItem, externalItem, promptItem, seriesItem, userListItem } from './other-items';
import type { ItemSpec, RenderOptions } from './spec';
import { deletedReadingItem, mysteryItem, readingItem, workItem } from './work-item';

/** An item as markup for further use in a page. */
export function item(spec: ItemSpec, options: RenderOptions): Html {
  switch (spec.kind) {
    case 'work':
      return workItem(spec.work, options);
    case 'gift':
      return workItem(spec.work, options, 'gift ');
    case 'reading':
      return readingItem(spec.work, spec, options);
    case 'deleted-reading':
      return deletedReadingItem(spec.visited);
    case 'bookmark':
      return bookmarkItem(spec.bookmark, spec.of, spec.count, options);
    case 'deleted-bookmark':
      return deletedBookmarkItem(spec.bookmark, options);
    case 'bookmarkable':
      return bookmarkableItem(spec.of, spec.count, spec.recent, options);
    case 'short-bookmark':
      return shortBookmarkItem(spec.bookmark, options);
    case 'series':
      return seriesItem(spec.series, options);
    case 'external':
      return externalItem(spec.external, options);
    case 'prompt':
      return promptItem(spec.prompt, options);
    case 'collection-item':
      return collectionItem(spec.id, spec.collection, spec.work, options);
    case 'mystery':
      return mysteryItem(spec.id, spec.collections, options);
    case 'collection':
      return collectionListItem(spec.collection, spec.maintainer, spec.works, spec.summary);
    case 'user':
      return userListItem(spec.user, spec.works);
  }
}
