import type { Action } from '../domain/verdict';
import type { Condition } from '../rules/rule';
import { carriedColour } from './colours';
import type { Draft, NewRule, RemarkPair } from './draft';
import { matcherCondition, type Matched } from './matchers';

/** A filter of AO3 Enhancements or its fork, whichever of their shapes it had. */
export interface TypedFilter {
  field: string;
  matcher: string;
  value: string;
  pseud?: string;
  behavior: 'hide' | 'show' | 'highlight' | 'hide-tag' | 'none';
  /** 0 to 9; the filter with the greatest one decides. */
  priority: number;
  /** Of a highlighted work, as style sheets write it. */
  color?: string;
  /** Belongs to a part that was switched off. */
  off: boolean;
}

/** More exceptions than this in one rule say less than a remark does. */
const MOST_EXCEPTIONS = 20;

/**
 * Adds the filters as rules. There, the greatest priority decided and "always show" won a draw; here `show` wins
 * unless the other rule is strict. So a filter that beats some of the "always show" filters becomes strict, with
 * those that beat it as its exceptions.
 * @param action what is done with what a `hide` filter matches
 * @returns how many filters always show
 */
export function addFilters(draft: Draft, filters: readonly TypedFilter[], action: Action): number {
  const shows = filters.filter((filter) => filter.behavior === 'show' && !filter.off);
  const weakest = shows.reduce((least, { priority }) => Math.min(least, priority), Infinity);
  const exceptions = new Map<number, Condition[]>();
  for (const filter of filters) {
    const written = writtenAs(filter);
    const found = conditionOf(filter);
    if (typeof found === 'string') draft.leave(written, found);
    else if (filter.behavior === 'hide-tag') draft.leave(written, 'hides_tags_only');
    else {
      const remarks: RemarkPair[] = found.remarks.map((code) => [code, written] as const);
      const rule: NewRule = {
        action: actionOf(filter, action),
        when: [found.condition],
        ...((filter.off || filter.behavior === 'none') && { off: true as const }),
      };
      if (filter.behavior === 'highlight') {
        const { colour, remark } = carriedColour(filter.color ?? '');
        if (colour !== undefined) rule.colour = colour;
        draft.remark(...remark);
      }
      if (filter.behavior === 'hide' && filter.priority > weakest) {
        // There are ten priorities, and any number of filters.
        const those = exceptions.get(filter.priority) ?? exceptionsTo(filter.priority, shows);
        exceptions.set(filter.priority, those);
        rise(rule, remarks, written, those);
      }
      draft.add(rule, written, ...remarks);
    }
  }
  return shows.length;
}

/** The conditions of those that always show in spite of a filter with this priority. */
const exceptionsTo = (priority: number, shows: readonly TypedFilter[]): Condition[] =>
  shows
    .filter((show) => show.priority >= priority)
    .map(conditionOf)
    .flatMap((found) => (typeof found === 'string' ? [] : [found.condition]));

function rise(rule: NewRule, remarks: RemarkPair[], written: string, exceptions: Condition[]): void {
  if (exceptions.length > MOST_EXCEPTIONS) {
    remarks.push(['priority_dropped', written]);
    return;
  }
  rule.strict = true;
  if (exceptions.length > 0) rule.unless = exceptions;
  remarks.push([exceptions.length > 0 ? 'priority_unless' : 'priority_strict', written]);
}

const actionOf = ({ behavior }: TypedFilter, hide: Action): Action => (behavior === 'show' || behavior === 'highlight' ? behavior : hide);

const writtenAs = ({ matcher, value, pseud }: TypedFilter): string =>
  value.trim() === '' ? `${matcher}: ""` : pseud === undefined ? value : `${value} (${pseud})`;

function conditionOf({ field, matcher, value, pseud }: TypedFilter): Matched | Exclude<ReturnType<typeof matcherCondition>, Matched> {
  if (field === 'work' || field === 'series') {
    const id = /^\s*(\d{1,15})\s*$/.exec(value)?.[1];
    // A series by number is written as its address, since a title can be a number too.
    if (id !== undefined)
      return { condition: { field, values: [{ type: 'id', id, ...(field === 'series' && { host: 'archiveofourown.org' }) }] }, remarks: [] };
  }
  const found = matcherCondition(field === 'work' ? 'title' : field, matcher, value);
  const creator = typeof found === 'string' ? undefined : found.condition.values[0];
  if (creator?.type === 'creator' && pseud !== undefined && pseud !== '') creator.pseud = pseud.replace(/[\\*]/g, '\\$&');
  return found;
}
