import { addressCondition, isArchiveAddress } from '../addresses';
import { Draft } from '../draft';
import { splitCommas } from '../entries';
import { items, textOf } from '../json';
import { wildcard } from '../patterns';
import type { Format } from '../preview';

/*
 * A plain list of names, one a line or with commas between, as people keep in notes and post for others; also a
 * JSON array of texts. Addresses of the archive are what they point to. The last resort, so it takes any text that
 * looks like names.
 */

/** Tag names have 150 characters at most, titles 255; a line of prose is longer. */
const LONGEST_NAME = 255;

export const names: Format = {
  id: 'names',
  detect: ({ text, json }) =>
    json === undefined ? !/^\s*[[{<]/.test(text.slice(0, 1000)) : Array.isArray(json) && json.every((item) => typeof item === 'string'),
  read({ text, json }) {
    const draft = new Draft('names');
    const lines = json === undefined ? text.split(/\r\n|\r|\n/) : items(json).map(textOf);
    for (const line of lines) {
      // A `#` inside a name belongs to it; comments begin a line.
      if (/^\s*(?:#|\/\/|;)/.test(line)) continue;
      for (const entry of splitCommas(line).map(withoutMarks)) add(draft, entry);
    }
    return draft.preview();
  },
};

/** Without bullets and the quotes around the whole. */
const withoutMarks = (entry: string): string =>
  entry
    .replace(/^[-*\u2013\u2014\u2022\u00b7]\s+/, '')
    .replace(/^(["'\u201c\u2018])(.+)["'\u201d\u2019]$/, '$2')
    .trim();

function add(draft: Draft, entry: string): void {
  if (entry.length > LONGEST_NAME) return draft.leave(entry, 'too_long');
  if (/^\**$/.test(entry)) return draft.leave(entry, 'matches_everything');
  const condition = /\//.test(entry) ? addressCondition(entry) : null;
  if (condition === null && /^https?:\/\//i.test(entry)) return draft.leave(entry, isArchiveAddress(entry) ? 'whole_pages' : 'other_site');
  draft.add({ action: 'fold', when: [condition ?? { field: 'tag', values: [wildcard(entry)] }] }, entry);
}
