import { READER } from '../demo-archive/visit';

const AO3 = 'https://archiveofourown.org';

/** What to look at in the demo archive with the starter rules. */
export const PLACES = [
  { file: 'listing', what: 'A listing', address: `${AO3}/works` },
  { file: 'tag', what: 'Works of one tag', address: `${AO3}/tags/Fluff/works` },
  { file: 'oddities', what: 'One of every strange thing', address: `${AO3}/collections/Oddities/works?login=user` },
  { file: 'bookmarks', what: 'Bookmarks', address: `${AO3}/bookmarks` },
  { file: 'history', what: 'Reading history (left alone)', address: `${AO3}/users/${READER}/readings?login=user` },
] as const;
