/** What the pages of works and stories, and saved works, say of the work; the notice in front of an adult one shows it as an item. */
export const WORK_FACTS = '#main :is(dl.work.meta, ol.work.index), #profile_top, body#top #content div.xcontrast_txt, #preface > .meta';
