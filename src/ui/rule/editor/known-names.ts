import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { CATEGORIES, RATINGS, WARNINGS } from '../../../domain/vocabulary';
import { languageNames } from '../../../rules/fields/languages';
import type { Condition } from '../../../rules/rule';

/** Names by field that may be offered while a value is typed: those of the reader's own rules. */
export type KnownNames = ReadonlyMap<string, readonly string[]>;

export const KnownNamesContext = createContext<KnownNames>(new Map());

/** A field that takes any kind of tag is offered the names of all of them, and the other way round. */
const TAGS = ['tag', 'fandom', 'relationship', 'character', 'freeform'];

/** What may be offered for a field, in alphabetical order. */
export function useKnownNames(field: string): readonly string[] {
  const known = useContext(KnownNamesContext);
  return useMemo(() => {
    if (field === 'language') return languageNames.map(({ name }) => name);
    const closed = field === 'tag' ? [...WARNINGS, ...RATINGS, ...CATEGORIES].map(({ names }) => names[0] ?? '') : [];
    const fields = field === 'tag' ? TAGS : TAGS.includes(field) ? [field, 'tag'] : [field];
    return [...new Set([...closed, ...fields.flatMap((one) => known.get(one) ?? [])])].sort((a, b) => a.localeCompare(b));
  }, [known, field]);
}

/** Gathers the names that conditions use. */
export function namesOf(conditions: Iterable<Condition>): KnownNames {
  const names = new Map<string, Set<string>>();
  for (const { field, values } of conditions) {
    for (const value of values) {
      const name = value.type === 'name' ? value.text : value.type === 'creator' ? value.name : null;
      if (name === null) continue;
      const set = names.get(field) ?? new Set();
      set.add(name);
      names.set(field, set);
    }
  }
  return new Map([...names].map(([field, set]) => [field, [...set]]));
}
