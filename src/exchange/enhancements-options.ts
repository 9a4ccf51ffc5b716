import { Draft, type NewRule } from './draft';
import { decoded, languageValues, limit } from './entries';
import { field, has, isObject, items, textOf, unwrapped } from './json';
import { fieldOfType } from './matchers';
import type { TypedFilter } from './typed-filters';

/*
 * Options of AO3 Enhancements. Since 0.5 an option is an object with `enabled`; before, `hideTags` was a boolean
 * and its lists were JSON texts under keys of their own. Both are read, whatever the version says.
 */

interface Section {
  enabled: boolean;
  value: unknown;
}

/** An option; the parts of old versions are looked up by their own names. */
export function section(json: unknown, name: string): Section {
  const value = optionValue(json, name);
  if (typeof value === 'boolean') return { enabled: value, value };
  const enabled = field(value, 'enabled');
  return { enabled: typeof enabled === 'boolean' ? enabled : true, value };
}

/** An option's value, out of its JSON text where an old version wrote one. */
export function optionValue(json: unknown, name: string): unknown {
  const value = field(json, `option.${name}`);
  return typeof value === 'string' ? (unwrapped(value) ?? value) : value;
}

export const hasOption = (json: unknown, name: string): boolean => has(json, `option.${name}`);

/** Old versions named a kind of tag by the class of its list item. */
const OLD_TYPES: Readonly<Record<string, string>> = { rating: 'r', warning: 'w', category: 'c', fandom: 'f', relationship: 'R', character: 'C', freeform: 'F' };

const oldType = (type: string): string => (Object.hasOwn(OLD_TYPES, type) ? (OLD_TYPES[type] ?? '') : '');

/** `option.hideTags` with its filters, or the two lists of old versions. */
export function tagFilters(json: unknown): TypedFilter[] {
  const { enabled, value } = section(json, 'hideTags');
  const filters = items(field(value, 'filters')).map((filter) => ({
    field: fieldOfType(textOf(field(filter, 'type'))),
    matcher: textOf(field(filter, 'matcher')) || 'exact',
    value: textOf(field(filter, 'name')) || textOf(field(filter, 'value')),
    ...consequences(filter, enabled),
  }));
  const old = (name: string, behavior: TypedFilter['behavior']): TypedFilter[] =>
    items(optionValue(json, name)).map((entry) => ({
      field: fieldOfType(oldType(textOf(field(entry, 'type')))),
      matcher: 'exact',
      value: isObject(entry) ? textOf(field(entry, 'tag')) : textOf(entry),
      behavior,
      priority: priorityOf(undefined, behavior),
      off: !enabled,
    }));
  return [...filters, ...old('hideTagsDenyList', 'hide'), ...old('hideTagsAllowList', 'show')];
}

/** `option.hideAuthors` with its filters, or the list of names of old versions. */
export function authorFilters(json: unknown): TypedFilter[] {
  const { enabled, value } = section(json, 'hideAuthors');
  const filters = items(field(value, 'filters')).map((filter) => authorFilter(filter, field(filter, 'userId'), enabled));
  // Old versions compared the byline, "pseud (account)".
  const old = items(optionValue(json, 'hideAuthorsList')).map((byline) => {
    const [, pseud = '', account = textOf(byline)] = /^(.*\S) \(([^()]+)\)$/.exec(textOf(byline)) ?? [];
    return authorFilter({ pseud }, account, enabled);
  });
  return [...filters, ...old];
}

/** Names added from the menu were kept as the address has them, percent-encoded. */
function authorFilter(filter: unknown, name: unknown, enabled: boolean): TypedFilter {
  const pseud = textOf(field(filter, 'pseud'));
  return {
    field: 'creator',
    matcher: textOf(field(filter, 'matcher')) || 'exact',
    value: decoded(textOf(name)),
    ...(pseud !== '' && { pseud: decoded(pseud) }),
    ...consequences(filter, enabled),
  };
}

const BEHAVIORS: Readonly<Record<string, TypedFilter['behavior']>> = {
  hide: 'hide',
  invert: 'show',
  highlight: 'highlight',
  hideFilter: 'hide-tag',
  none: 'none',
};

/** What a filter does, how strongly, and whether it is on. `invert` is the only such word of the original. */
export function consequences(filter: unknown, enabled: boolean): Pick<TypedFilter, 'behavior' | 'priority' | 'off'> {
  const named = textOf(field(filter, 'behavior'));
  const behavior = Object.hasOwn(BEHAVIORS, named) ? (BEHAVIORS[named] ?? 'hide') : field(filter, 'invert') === true ? 'show' : 'hide';
  return { behavior, priority: priorityOf(field(filter, 'priority'), behavior), off: !enabled };
}

function priorityOf(own: unknown, behavior: TypedFilter['behavior']): number {
  if (typeof own === 'number' && Number.isFinite(own)) return Math.min(9, Math.max(0, Math.trunc(own)));
  return behavior === 'show' ? 4 : 0;
}

type Consequence = Omit<NewRule, 'when'>;

/** Languages to show; all others are folded. Returns whether there is such a rule. */
export function addLanguages(draft: Draft, json: unknown, rule: Consequence): boolean {
  const { enabled, value } = section(json, 'hideLanguages');
  const shown = [...items(field(value, 'show')), ...items(optionValue(json, 'hideLanguagesList'))];
  if (shown.length === 0) return false;
  const names = shown.map((one) => textOf(field(one, 'value')) || textOf(field(one, 'label')) || textOf(field(one, 'text')) || textOf(one));
  const { values, unknown } = languageValues(names);
  if (unknown.length > 0) {
    for (const name of unknown) draft.leave(name, 'unknown_language');
    return false;
  }
  return draft.add({ ...rule, ...off(draft, enabled, 'hideLanguages'), when: [{ field: 'language', not: true, values }] }, names.join(', '));
}

/** Works with more fandoms than this. Returns whether there is such a rule. */
export function addCrossovers(draft: Draft, json: unknown, rule: Consequence): boolean {
  const { enabled, value } = section(json, 'hideCrossovers');
  if (!hasOption(json, 'hideCrossovers')) return false;
  const written = textOf(field(value, 'maxFandoms')) || textOf(optionValue(json, 'hideCrossoversMaxFandoms'));
  const most = limit(written);
  if (most === null) {
    draft.leave(written, 'not_a_number');
    return false;
  }
  return draft.add(
    { ...rule, ...off(draft, enabled, 'hideCrossovers'), when: [{ field: 'fandoms', values: [{ type: 'number', op: '>', value: most }] }] },
    written,
  );
}

/** A part that was switched off comes over switched off. */
export function off(draft: Draft, enabled: boolean, name: string): { off?: true } {
  if (enabled) return {};
  draft.remark('switched_off', name);
  return { off: true };
}

/** Whether hidden works left a line with the reason; without it they were gone. */
export const showsReasons = (json: unknown): boolean => section(json, 'hideShowReason').enabled;
