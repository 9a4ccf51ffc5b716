import { Draft } from '../draft';
import { field, has, isObject, unwrapped, type JsonObject } from '../json';
import type { Format } from '../preview';

/*
 * AO3: Quick Hide, a userscript: works and comments collapsed one by one, `{comments: {workId: {commentId: true}},
 * works: {workId: true}, bookmarksUnlinked: {...}}`. Before 1.0 works were in `blurbs` and `bookmarks`.
 */

const KEY = 'ao3_quick_hide_config';

export const quickHide: Format = {
  id: 'quick-hide',
  stored: (key) => key === KEY,
  detect: ({ json }) => {
    const found = settingsOf(json);
    return found !== null && ['works', 'blurbs', 'bookmarks', 'comments'].some((name) => isObject(field(found, name)));
  },
  read({ json }) {
    const draft = new Draft('quick-hide');
    const settings = settingsOf(json) ?? {};
    for (const name of ['works', 'blurbs', 'bookmarks']) {
      for (const id of marked(field(settings, name))) {
        if (/^\d{1,15}$/.test(id)) draft.add({ action: 'fold', when: [{ field: 'work', values: [{ type: 'id', id }] }] }, id);
        else draft.leave(id, 'not_a_work');
      }
    }
    for (const id of marked(field(settings, 'bookmarksUnlinked'))) draft.leave(id, 'not_a_work');
    const comments = field(settings, 'comments');
    for (const work of isObject(comments) ? Object.keys(comments) : []) draft.leave(`${work}: ${marked(field(comments, work)).length}`, 'comments');
    return draft.preview();
  },
};

function settingsOf(json: unknown): JsonObject | null {
  const found = has(json, KEY) ? unwrapped(field(json, KEY)) : json;
  return isObject(found) ? found : null;
}

/** Names of the entries that are switched on. */
const marked = (value: unknown): string[] => (isObject(value) ? Object.keys(value).filter((name) => field(value, name) !== false) : []);
