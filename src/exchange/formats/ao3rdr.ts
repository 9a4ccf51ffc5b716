import type { NewRule } from '../draft';
import { Draft } from '../draft';
import { bylineValue, splitCommas, textsOfList } from '../entries';
import { field, flag, has, isObject } from '../json';
import { contains } from '../patterns';
import type { Format } from '../preview';

/*
 * AO3rdr, an extension: `{ficdict: {workId: {rating, ...}}, prefs: {tags, autofilter}, version}`. A text of its one
 * list hid works with it anywhere in a tag, also inside a word, or as the whole name of a creator. It compared
 * with the page's markup, so `&` was only found as `&amp;`.
 */
export const ao3rdr: Format = {
  id: 'ao3rdr',
  detect: ({ json }) => has(json, 'ficdict') || (has(json, 'prefs') && has(field(json, 'prefs'), 'tags')),
  read({ json }) {
    const draft = new Draft('ao3rdr');
    const prefs = field(json, 'prefs');
    const off: Partial<NewRule> = flag(prefs, 'autofilter', true) ? {} : { off: true };
    if (off.off === true) draft.remark('switched_off', 'autofilter');
    for (const written of textsOfList(field(prefs, 'tags'), splitCommas)) {
      const entry = written.replaceAll('&amp;', '&');
      draft.add({ action: 'fold', when: [{ field: 'tag', values: [contains(entry)] }], ...off }, written, ['contains_anywhere', entry]);
      draft.add({ action: 'fold', when: [{ field: 'creator', values: [bylineValue(entry).value] }], ...off }, written, ['name_or_tag', entry]);
    }
    works(draft, field(json, 'ficdict'));
    return draft.preview();
  },
};

/** A work rated -1 was hidden; the others are a reading list. */
function works(draft: Draft, list: unknown): void {
  let others = 0;
  for (const id of isObject(list) ? Object.keys(list) : []) {
    const work = field(list, id);
    const isWork = /^\d{1,15}$/.test(id);
    if (isWork && Number(field(work, 'rating')) === -1 && field(work, 'deleted') !== true) {
      draft.add({ action: 'fold', when: [{ field: 'work', values: [{ type: 'id', id }] }] }, id, ['disliked_work', id]);
    } else others++;
  }
  if (others > 0) draft.leave(`ficdict: ${others}`, 'not_a_filter');
}
