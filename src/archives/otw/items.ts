/** Elements that may be items, by their start tag alone; lists of people, collections, tag sets and skins are not. */
const KINDS = [
  'li.work.blurb',
  'li.series.blurb',
  'li.bookmark.blurb',
  'li.short.blurb',
  'li.blurb[id^="external_work_"]',
  'li.collection.item.blurb',
  '.prompt.index > li.blurb',
];

/** Writers may put elements with any class into the text of a work, hence the exception. */
export const OTW_ITEMS = `#main :is(${KINDS.join(', ')}):not(.userstuff *)`;
