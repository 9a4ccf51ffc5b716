import type { ItemSpec } from '../../tools/demo-archive/markup';
import type { StorySpec } from '../../tools/demo-archive/markup/fanfiction-net';
import { ana, bo, workSpec, zed } from './specs';

/* Items that state everything there is to state, from which tests cut pieces. */

export const work = workSpec({ authors: [ana, bo], series: [{ id: 1, title: 'S', position: 2 }], recipients: [{ name: 'Cat' }], kudos: 3, comments: 2 });
const bookmark = { id: 4, bookmarker: zed, tags: ['t'], notes: 'n', date: '2026-01-01' };
export const items: ItemSpec[] = [
  { kind: 'work', work },
  { kind: 'bookmark', bookmark, of: { kind: 'work', work }, count: 2 },
  { kind: 'bookmarkable', of: { kind: 'work', work }, count: 2, recent: [bookmark] },
  { kind: 'reading', work, visited: '2026-01-01' },
  { kind: 'collection-item', id: 3, collection: { name: 'c', title: 'C' }, work },
];
export const story: StorySpec = {
  id: 5,
  title: 'T',
  author: { id: 7, name: 'Ana' },
  fandoms: ['A', 'B'],
  rating: 'M',
  language: 'English',
  genres: ['Horror'],
  chapters: 2,
  words: 10,
  reviews: 1,
  favs: 1,
  follows: 1,
  updated: 1_521_586_282,
  published: 1_512_086_245,
  characters: [['A', 'B'], 'C'],
  complete: true,
  summary: 's',
};
