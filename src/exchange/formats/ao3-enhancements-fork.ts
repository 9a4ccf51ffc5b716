import type { Action } from '../../domain/verdict';
import { Draft } from '../draft';
import { addCrossovers, addLanguages, authorFilters, consequences, hasOption, optionValue, section, showsReasons, tagFilters } from '../enhancements-options';
import { decoded } from '../entries';
import { field, flag, isObject, items, textOf } from '../json';
import { fieldOfType } from '../matchers';
import type { Format } from '../preview';
import { addFilters, type TypedFilter } from '../typed-filters';

/*
 * The fork of AO3 Enhancements with one list of typed rules and with marks on works: `option.rules`,
 * `option.workMarks`; before the lists became one, `option.hideWorks` and `option.hideSeries` beside those of the
 * original.
 */

const OPTIONS = ['rules', 'workMarks', 'hideWorks', 'hideSeries'];

export const ao3EnhancementsFork: Format = {
  id: 'ao3-enhancements-fork',
  detect: ({ json }) => OPTIONS.some((name) => hasOption(json, name)),
  read({ json }) {
    const draft = new Draft('ao3-enhancements-fork');
    const action: Action = showsReasons(json) ? 'fold' : 'hide';
    const filters = [
      ...ruleFilters(json),
      ...entityFilters(json, 'hideWorks', 'work'),
      ...entityFilters(json, 'hideSeries', 'series'),
      ...tagFilters(json),
      ...authorFilters(json),
    ];
    for (const name of ['rules', 'hideWorks', 'hideSeries', 'hideTags', 'hideAuthors'])
      if (hasOption(json, name) && !section(json, name).enabled) draft.remark('switched_off', name);
    addFilters(draft, filters, action);
    addLanguages(draft, json, { action });
    addCrossovers(draft, json, { action });
    marks(draft, json, action);
    return draft.preview();
  },
};

function ruleFilters(json: unknown): TypedFilter[] {
  const { enabled, value } = section(json, 'rules');
  const colours = field(value, 'colors');
  return items(field(value, 'filters')).map((filter) => {
    const target = textOf(field(filter, 'target'));
    const author = target === 'author';
    const pseud = textOf(field(filter, 'pseud'));
    const text = textOf(field(filter, 'value'));
    return {
      field: author ? 'creator' : target === 'work' || target === 'series' ? target : fieldOfType(target),
      matcher: textOf(field(filter, 'matcher')) || 'exact',
      value: author ? decoded(text) : text,
      ...(pseud !== '' && { pseud: decoded(pseud) }),
      ...consequences(filter, enabled),
      // A filter without a colour of its own has that of its kind.
      color: textOf(field(filter, 'color')) || textOf(field(colours, target)),
    };
  });
}

function entityFilters(json: unknown, name: string, kind: 'work' | 'series'): TypedFilter[] {
  const { enabled, value } = section(json, name);
  return items(field(value, 'filters')).map((filter) => ({
    field: kind,
    matcher: textOf(field(filter, 'matcher')) || 'exact',
    value: ['value', 'id', 'title', 'name'].map((key) => textOf(field(filter, key))).find((text) => text !== '') ?? '',
    ...consequences(filter, enabled),
  }));
}

/** Marks such as "Read" on works. Only those that took works out of listings are filters. */
function marks(draft: Draft, json: unknown, action: Action): void {
  const enabled = section(json, 'workMarks').enabled;
  const table = field(optionValue(json, 'workMarks'), 'marks');
  if (isObject(table) && !enabled) draft.remark('switched_off', 'workMarks');
  for (const name of isObject(table) ? Object.keys(table) : []) {
    const mark = field(table, name);
    const ids = unpack(textOf(field(mark, 'items')));
    const label = textOf(field(mark, 'label')) || name;
    if (ids.length === 0) continue;
    // A mark that keeps the reader's place hides a work only until its next chapter, which no rule can say.
    if (!hides(table, mark) || field(mark, 'tracksProgress') === true) {
      draft.leave(`${label}: ${ids.length}`, 'not_a_filter');
      continue;
    }
    draft.remark('mark_hidden', label);
    for (const id of ids)
      draft.add({ action, when: [{ field: 'work', values: [{ type: 'id', id }] }], note: label, ...(!enabled && { off: true as const }) }, id);
  }
}

/** A mark without a word of its own does as the mark that it stands for, one step and no further. */
function hides(table: unknown, mark: unknown): boolean {
  const own = field(mark, 'hideSearchResult');
  return typeof own === 'boolean' ? own : flag(field(table, textOf(field(mark, 'triggerAlias'))), 'hideSearchResult', false);
}

/** Sorted work numbers as differences in base 36, from 0: "1a,2,5" is 46, 48, 53. Stops at the first that is none. */
function unpack(packed: string): string[] {
  const ids: string[] = [];
  let id = 0;
  for (const part of packed === '' ? [] : packed.split(',')) {
    if (!/^[0-9a-z]{1,8}$/.test(part)) break;
    id += parseInt(part, 36);
    ids.push(String(id));
  }
  return ids;
}
