import type { Action } from '../../domain/verdict';
import { Draft } from '../draft';
import { splitCommas, textsOfList } from '../entries';
import { field, flag, has, isObject, unwrapped } from '../json';
import type { Format } from '../preview';
import { addSaviorLists, SAVIOR_LISTS, type SaviorList } from '../savior-lists';

/*
 * AO3 Blocker, a userscript. Its fields are comma lists, kept where no extension can read them, so they are pasted:
 * as its stored JSON, or field by field ("Tag Blacklist: a, b").
 */

const KEY = 'ao3Blocker';
/** "Tag Blacklist", "tag-blacklist", "tagBlacklist": the same field. */
const LABEL = /^[\s>*#-]*(tag|author|title|summary)[\s_-]*(blacklist|whitelist|highlights?)\s*[:=]\s*(.*)$/i;

export const ao3Blocker: Format = {
  id: 'ao3-blocker',
  detect: ({ text, json }) =>
    json === undefined
      ? text
          .slice(0, 100_000)
          .split('\n')
          .some((line) => LABEL.test(line))
      : SAVIOR_LISTS.some((list) => has(settingsOf(json), list)),
  read({ text, json }) {
    const draft = new Draft('ao3-blocker');
    const settings = settingsOf(json);
    const fields =
      settings === undefined ? readFields(text) : new Map(SAVIOR_LISTS.map((list) => [list as string, textsOfList(field(settings, list), splitCommas)]));
    const action: Action = flag(settings, 'showPlaceholders', true) ? 'fold' : 'hide';
    const reason = flag(settings, 'showReasons', true) ? {} : ({ reason: 'none' } as const);
    addSaviorLists(draft, (list: SaviorList) => fields.get(list) ?? [], { action, ...reason });
    return draft.preview();
  },
};

function settingsOf(json: unknown): unknown {
  const found = has(json, KEY) ? unwrapped(field(json, KEY)) : json;
  return isObject(found) ? found : undefined;
}

/** Fields with their labels; a field goes on until the next label. */
function readFields(text: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let current: string[] | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, kind, list, value] = LABEL.exec(line) ?? [];
    if (kind !== undefined && list !== undefined) {
      const name = kind.toLowerCase() + (/^high/i.test(list) ? 'Highlights' : list.charAt(0).toUpperCase() + list.slice(1).toLowerCase());
      current = fields.get(name) ?? [];
      fields.set(name, current);
    }
    for (const entry of splitCommas(value ?? line)) current?.push(entry);
  }
  return fields;
}
