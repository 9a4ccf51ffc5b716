import type { Value } from '../../rules/rule';
import { Draft } from '../draft';
import { tagFromAddress, textsOfList } from '../entries';
import { field, isObject, textOf, unwrapped, type JsonObject } from '../json';
import { exact, literal, partsInText, substring, wildcard } from '../patterns';
import type { Format } from '../preview';

/*
 * AO3 Helper, a userscript. Its lists lie in the archive page's localStorage, one key a list:
 * `ao3h.<user>.hideTags`, `...hideTagsWhitelist`, `...hideTagsNope`; before that `ao3h:hideTags` and so on; authors
 * in `userBlocker:list` ("name" or "name/pseud", lower case) with reasons in `userBlocker:reasons`.
 */

const LIST = /^ao3h(?:[.:].+)?[.:](hideTags|hideTagsWhitelist|hideTagsNope)$/;
const AUTHORS = 'userBlocker:list';
const REASONS = 'userBlocker:reasons';

const listOf = (key: string): string | null => (key === AUTHORS || key === REASONS ? key : (LIST.exec(key)?.[1] ?? null));

export const ao3Helper: Format = {
  id: 'ao3-helper',
  stored: (key) => listOf(key) !== null,
  detect: ({ json }) => isObject(json) && Object.keys(json).some((key) => listOf(key) !== null),
  read({ json }) {
    const draft = new Draft('ao3-helper');
    for (const [key, value] of isObject(json) ? Object.entries(json) : []) {
      const list = listOf(key);
      const entries = textsOfList(unwrapped(value), (text) => [text]);
      if (list === 'hideTags') for (const entry of entries) tag(draft, entry, 'fold');
      else if (list === 'hideTagsWhitelist') for (const entry of entries) tag(draft, entry, 'show');
      else if (list === 'hideTagsNope') for (const entry of entries) words(draft, entry);
      else if (list === AUTHORS) authors(draft, entries, asObject(unwrapped(field(json, REASONS))));
    }
    return draft.preview();
  },
};

const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** Names were cut out of addresses and only half decoded, so "J. K. Rowling" stands there as "j*d* k*d* rowling". */
function tag(draft: Draft, entry: string, action: 'fold' | 'show'): void {
  const name = tagFromAddress(entry);
  if (/^\**$/.test(name)) return draft.leave(entry, 'matches_everything');
  const value = name.includes('*') ? wildcard(name) : exact(name);
  draft.add({ action, when: [{ field: 'tag', values: [value] }] }, entry, ...(name === entry ? [] : [['garbled_name', entry] as const]));
}

/** Words to keep away from, looked for in the title, the summary and the notes together. */
function words(draft: Draft, entry: string): void {
  const inSlashes = /^\/(.+)\/$/.exec(entry)?.[1];
  const value: Value | null = inSlashes !== undefined ? { type: 'regex', source: inSlashes } : entry.includes('*') ? partsInText(entry) : substring(entry);
  if (value === null) return draft.leave(entry, 'matches_everything');
  // What can't be said of one field can't be said of the others.
  ['title', 'summary', 'notes'].every((name) => draft.add({ action: 'fold', when: [{ field: name, values: [value] }] }, entry, ['combined_text', entry]));
}

function authors(draft: Draft, entries: string[], reasons: JsonObject): void {
  for (const entry of entries) {
    const [name = '', pseud] = entry.split('/');
    const note = textOf(field(reasons, entry)).trim();
    draft.add(
      {
        action: 'fold',
        when: [{ field: 'creator', values: [{ type: 'creator', name: literal(name), ...(pseud && { pseud: literal(pseud) }) }] }],
        ...(note !== '' && { note }),
      },
      entry,
    );
  }
}
