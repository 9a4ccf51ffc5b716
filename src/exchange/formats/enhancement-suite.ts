import type { Condition } from '../../rules/rule';
import { closedValues } from '../closed';
import { Draft } from '../draft';
import { bylineValue, splitCommas, textsOfList } from '../entries';
import { field, has, isObject, unwrapped } from '../json';
import { exact } from '../patterns';
import type { Format } from '../preview';

/*
 * enhancement-suite, an extension; files end in .ao3es. One array of names for each kind: hidelistAuthors,
 * hidelistFandoms ... The other keys are settings, saved comments and searches.
 */

const LISTS = {
  hidelistAuthors: 'creator',
  hidelistFandoms: 'fandom',
  hidelistWarnings: 'warning',
  hidelistRelationships: 'relationship',
  hidelistCharacters: 'character',
  hidelistFreeforms: 'freeform',
} as const;

const OTHERS = ['savedComments', 'searchPresets', 'settings'];

export const enhancementSuite: Format = {
  id: 'enhancement-suite',
  detect: ({ json }) => Object.keys(LISTS).some((key) => has(json, key)),
  read({ json }) {
    const draft = new Draft('enhancement-suite');
    for (const [key, name] of Object.entries(LISTS)) {
      for (const entry of textsOfList(unwrapped(field(json, key)), splitCommas)) {
        const condition = conditionFor(name, entry);
        if (condition === null) draft.leave(entry, 'unknown_value');
        else draft.add({ action: 'fold', when: [condition] }, entry);
        if (name === 'creator') draft.remark('byline');
        if (name === 'relationship' && entry.includes('/')) draft.remark('any_order');
      }
    }
    for (const key of OTHERS) if (isObject(field(json, key)) || Array.isArray(field(json, key))) draft.leave(key, 'not_a_filter');
    return draft.preview();
  },
};

function conditionFor(name: string, entry: string): Condition | null {
  if (name === 'creator') return { field: name, values: [bylineValue(entry).value] };
  if (name !== 'warning') return { field: name, values: [exact(entry)] };
  const values = closedValues('warning', (known) => known.toLowerCase() === entry.toLowerCase());
  return values.length === 0 ? null : { field: name, values };
}
